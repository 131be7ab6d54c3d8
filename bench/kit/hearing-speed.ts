/** How fast hearing is ready in a new process, how much it hears in a second, and how large its model is. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { unpack } from '../../lambda/language/hearing/classifier/model';
import { scorer } from '../../lambda/language/hearing/classifier/scorer';
import { createHearing } from '../../lambda/language/hearing/hear';
import { catalogueFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { median } from './load';

/** Milliseconds of processor time: the model and its first answer; sentences, words, goods, model and the first answer. */
export type Speed = {
  readonly model: number;
  readonly all: number;
  readonly perSecond: number;
  readonly bytes: number;
};

const STARTS = 7;
const ROUNDS = 20;
/** Short, long, exact, misspelt, and nothing of ours. */
const TEXTS = [
  'where is my order',
  'i bought a lamp two weeks ago and nobody brought it so far can you look into it',
  'gimme the money i paid back please',
  'do u ship to norway and how much is that',
  'ordr more cofee for me',
  'which football team is the best one',
  'the jar was cracked when it came',
  'yes',
] as const;

export function speedOf(language: string): Speed {
  const perSecond = throughput(language);
  const cold = (what: string) =>
    median(
      Array.from({ length: STARTS }, () =>
        Number(execFileSync(process.execPath, [...process.execArgv, __filename, what, language], { encoding: 'utf8' })),
      ),
    );
  return { perSecond, model: cold('model'), all: cold('all'), bytes: statSync(newestModel(language)).size };
}

function newestModel(language: string): string {
  const folder = modelsFolder(null);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${language}-`) && file.endsWith('.model'));
  const times = files.map((file) => ({ path: join(folder, file), at: statSync(join(folder, file)).mtimeMs }));
  return times.sort((a, b) => b.at - a.at)[0]?.path ?? '';
}

function hearingOf(language: string) {
  const products = catalogueFor(language);
  const hearing = createHearing({
    directory: join(__dirname, '..', '..', 'locales'),
    intents: INTENT_SLOTS,
    today: () => '2026-01-15',
    learning: { folders: [modelsFolder(null)], when: 'at once' },
  });
  return (text: string) => hearing.hear(text, { locale: language, products });
}

/** The last rounds count: what people say again is known then. */
function throughput(language: string): number {
  const hear = hearingOf(language);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = process.cpuUsage();
    for (let times = 0; times < 100; times += 1) for (const text of TEXTS) hear(text);
    return since(from);
  });
  return (100 * TEXTS.length) / (median(rounds.slice(ROUNDS / 2)) / 1000);
}

/** Milliseconds of processor time: what neighbours on the machine cannot change. */
function since(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}

/** In a process that has done nothing yet: the model alone, or all that hearing needs. */
function startCold(what: string, language: string): number {
  const text = 'gimme the money i paid back please';
  const file = what === 'model' ? newestModel(language) : '';
  const from = process.cpuUsage();
  if (what === 'model') scorer(unpack(readFileSync(file)))(text.split(' '));
  else hearingOf(language)(text);
  return since(from);
}

if (process.argv[1] === __filename)
  process.stdout.write(String(startCold(process.argv[2] ?? '', process.argv[3] ?? 'en')));
