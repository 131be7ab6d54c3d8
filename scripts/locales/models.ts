/** Generates the skill package: what it must hold, writing it, and telling whether it is stale. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { type ManifestOf, makeManifest } from './manifest';
import { lintManifest } from './manifest-lint';
import { makeModel } from './model';
import { lintModel } from './model-lint';
import { languageOf, type Place, readShop, readSource } from './source';

export type Generated = {
  /** Path from the root to content. */
  readonly files: ReadonlyMap<string, string>;
  /** What Amazon would refuse, in words. */
  readonly problems: readonly string[];
  /** One a locale: how many sentences found no room. */
  readonly notes: readonly string[];
};

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Of a shop that is set up: its goods, and what its manifest says; `language`: the models of this one only. */
export type SetUpShop = {
  readonly goods?: (locale: string) => readonly Nameable[];
  readonly manifest?: ManifestOf;
  readonly language?: string;
};

/** Pure in the files it reads and in what it is told: the same sources give the same bytes. */
export function generate(place: Place, { goods, manifest: told, language }: SetUpShop = {}): Generated {
  const files = new Map<string, string>();
  const problems: string[] = [];
  const notes: string[] = [];
  const shop = readShop(place);
  const manifest = makeManifest(place, told);
  files.set('skill-package/skill.json', json(manifest));
  const wanted = shop.alexaLocales.filter((locale) => language === undefined || languageOf(locale) === language);
  for (const locale of wanted) {
    const { model, dropped } = makeModel(place, locale, goods);
    const source = readSource(place, locale);
    files.set(`skill-package/interactionModels/custom/${locale}.json`, json(model));
    problems.push(...lintModel(model, { locale, source, shop }).map((problem) => `${locale}: ${problem}`));
    notes.push(...noRoomIn(locale, dropped));
  }
  problems.push(...lintManifest(manifest, shop).map((problem) => `skill.json: ${problem}`));
  return { files, problems, notes };
}

/** So many intents are named. */
const NAMED = 3;

/** Amazon takes less than people may say; what is typed is heard with all of it. */
function noRoomIn(locale: string, dropped: Readonly<Record<string, number>>): readonly string[] {
  const most = Object.entries(dropped).sort(([, one], [, other]) => other - one);
  if (most.length === 0) return [];
  const all = most.reduce((sum, [, count]) => sum + count, 0);
  const names = most.slice(0, NAMED).map(([intent, count]) => `${count} of ${intent}`);
  return [`${locale}: ${all} sentences found no room in what Amazon takes, ${names.join(', ')} among them`];
}

export function write(place: Place, files: Generated['files']): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(place.root, path)), { recursive: true });
    writeWhole(join(place.root, path), content);
  }
}

/** The generated files that are missing or differ from what the sources give now. */
export function stale(place: Place, files: Generated['files']): readonly string[] {
  return [...files].flatMap(([path, content]) => {
    const full = join(place.root, path);
    return existsSync(full) && readFileSync(full, 'utf8') === content ? [] : [path];
  });
}
