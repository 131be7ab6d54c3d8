/** What does it cost to say a title well? Processor time a title, of ten trades, in each language there is. */

import { join } from 'node:path';
import { createGoodsSayer } from '../lambda/language/goods/goods-sayer';
import { titleCases } from '../test/goods/titles';
import { since } from './kit/hearing-under-test';
import { median } from './kit/load';
import { print, run } from './kit/print';

const LOCALES = join(__dirname, '..', 'locales');
/** Microseconds. */
const AIM = 20;
const ROUNDS = 41;
const TIMES = 20;

async function main(): Promise<void> {
  const say = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  for (const language of ['en', 'it'] as const) {
    const titles = titleCases(language).map(({ raw }) => raw);
    const each = Array.from({ length: ROUNDS }, () => {
      const from = process.cpuUsage();
      for (let time = 0; time < TIMES; time += 1) for (const raw of titles) say(raw, language);
      return (since(from) * 1_000) / (TIMES * titles.length);
    });
    // The first rounds are compiled while they run.
    const later = each.slice(ROUNDS >> 1);
    const figure = median(later);
    print(
      `${language}: ${titles.length} titles, ${figure.toFixed(1)} µs a title (least ${Math.min(...later).toFixed(1)})`,
    );
    print(figure <= AIM ? `The aim (${AIM} µs) is met.` : `The aim (${AIM} µs) is missed.`);
  }
}

run(main);
