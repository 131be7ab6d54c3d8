/** What the shop has written, for models and checks: the files of `shop/content`, whatever CONTENT is set to. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { issueWords } from '../../lambda/house/problems';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import type { Askable } from '../../lambda/language/hearing/topics';
import { readFolder } from '../../lambda/providers/content/files/markdown';
import { byLanguage } from '../../lambda/services/content/languages';
import { asSample } from './as-sample';
import { languageOf, type Place } from './source';

const read = new Map<string, readonly Askable[]>();

/** Files that are wrong are told by `npm run content check`; here they are as if they were not there. */
export function topicsIn(place: Place, locale: string): readonly Askable[] {
  const name = `${place.root} ${locale}`;
  const known = read.get(name) ?? topicsOf(place, locale);
  read.set(name, known);
  return known;
}

function topicsOf(place: Place, locale: string): readonly Askable[] {
  const root = join(place.root, 'shop', 'content');
  if (!existsSync(root)) return [];
  const house = { merchant: merchantOf(readShopFile(join(place.root, 'shop', 'shop.json'))), words: issueWords };
  const folders = [locale, languageOf(locale)];
  return byLanguage(
    Object.fromEntries(
      folders
        .filter((name) => existsSync(join(root, name)))
        .map((name) => [name, readFolder(join(root, name), house).answers]),
    ),
  )(locale);
}

/**
 * Puts a slot in the place of one of its values, so that Alexa, who sends no words, sends the value: "when are you open"
 * becomes "when are you {topic}". With fewer words of its own a sample would swallow whatever Alexa does not know.
 */
const FEWEST_BESIDES = 2;

export function slotting(slot: string, names: readonly string[]): (sample: string) => string {
  const longest = [...new Set(names.map(asSample))]
    .map((name) => ({ name, words: name.split(' ').length }))
    .sort((a, b) => b.words - a.words || b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  const ranks = new Map(longest.map(({ name }, rank) => [name, rank]));
  const byFirst = new Map<string, string[]>();
  for (const name of ranks.keys()) {
    const [first = ''] = name.split(' ');
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  const longestIn = (sample: string): string | undefined => {
    const padded = ` ${sample} `;
    let found = Number.POSITIVE_INFINITY;
    for (const word of sample.split(' ')) {
      for (const name of byFirst.get(word) ?? NONE) {
        const rank = ranks.get(name) ?? found;
        if (rank < found && padded.includes(` ${name} `)) found = rank;
      }
    }
    return longest[found]?.name;
  };
  return (sample) => {
    const found = sample.includes(`{${slot}}`) ? undefined : longestIn(sample);
    if (found === undefined) return sample;
    const slotted = ` ${sample} `.replace(` ${found} `, ` {${slot}} `).trim();
    return slotted.split(' ').length > FEWEST_BESIDES ? slotted : sample;
  };
}

const NONE: readonly string[] = [];
