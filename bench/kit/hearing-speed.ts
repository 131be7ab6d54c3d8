/** How fast hearing is ready in a new process, how much it hears in a second, and how large its model is. */

import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { compile } from '../../scripts/compile';
import { hearingOf, newestModel, since } from './hearing-under-test';
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

export async function speedOf(language: string): Promise<Speed> {
  const perSecond = throughput(language);
  // A program of its own: started as this one, it would measure all of it again.
  const program = await compile('bench/kit/hearing-cold.ts');
  const cold = (what: string) =>
    median(
      Array.from({ length: STARTS }, () =>
        Number(execFileSync(process.execPath, [program, what, language], { encoding: 'utf8' })),
      ),
    );
  return { perSecond, model: cold('model'), all: cold('all'), bytes: statSync(newestModel(language)).size };
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
