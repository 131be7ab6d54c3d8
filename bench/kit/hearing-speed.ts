/** How fast hearing is ready in a new process, how much it hears in a second, and how large its model is. */

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createHearing } from '../../lambda/language/hear';
import { modelsFolder } from '../../lambda/open';
import { catalogueFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { median } from './load';

export type Speed = { readonly cold: number; readonly perSecond: number; readonly bytes: number };

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
  const starts = Array.from({ length: STARTS }, () => {
    const told = execFileSync(process.execPath, [...process.execArgv, __filename, language], { encoding: 'utf8' });
    return Number(told);
  });
  const folder = modelsFolder(null);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${language}-`));
  const newest = files.map((file) => statSync(join(folder, file))).sort((a, b) => b.mtimeMs - a.mtimeMs)[0];
  return { cold: median(starts), perSecond: throughput(language), bytes: newest?.size ?? 0 };
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
    const from = performance.now();
    for (let times = 0; times < 100; times += 1) for (const text of TEXTS) hear(text);
    return performance.now() - from;
  });
  return (100 * TEXTS.length) / (median(rounds.slice(ROUNDS / 2)) / 1000);
}

if (process.argv[1] === __filename) {
  const language = process.argv[2] ?? 'en';
  const from = performance.now();
  hearingOf(language)('gimme the money i paid back please');
  process.stdout.write(String(performance.now() - from));
}
