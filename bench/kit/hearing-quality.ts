/** How well utterances are heard, by the command that a localiser uses. */

import { join } from 'node:path';
import { hearOne } from '../../scripts/locales/hear-one';
import type { Utterance, Utterances } from './utterances';

export type Heard = {
  readonly wanted: Utterance;
  readonly intent: string;
  readonly score: number;
  readonly accepted: boolean;
};

export type Measured = {
  readonly best: number;
  /** Right and above the score that a tenth of the out-of-scope utterances reach. */
  readonly at10: number;
  /** How often an utterance in scope is surer than one out of scope. */
  readonly auroc: number;
  readonly builtIns: number | null;
  /** Shares acted on: in scope, in scope and right, out of scope. */
  readonly accepted: readonly [number, number, number];
  readonly perIntent: readonly { readonly intent: string; readonly right: number; readonly of: number }[];
};

const TENTH = 0.1;

export function measure(language: string, { inScope, outOfScope, builtIns }: Utterances): Measured {
  const place = { root: join(__dirname, '..', '..') };
  const hear = (wanted: Utterance): Heard => {
    const { intent, score, accepted } = hearOne(place, language, wanted.text);
    return { wanted, intent, score, accepted };
  };
  const ours = builtIns.map(hear);
  const heardBuiltIns = ours.length === 0 ? null : share(ours, (one) => isRight(one) && one.accepted);
  return summary(inScope.map(hear), outOfScope.map(hear), heardBuiltIns);
}

export function summary(inScope: readonly Heard[], outOfScope: readonly Heard[], builtIns: number | null): Measured {
  const strangers = outOfScope.map(({ score }) => score).sort((a, b) => b - a);
  const threshold = strangers[Math.floor(strangers.length * TENTH)] ?? 0;
  const intents = [...new Set(inScope.map(({ wanted }) => wanted.intent))].sort();
  return {
    best: share(inScope, isRight),
    at10: share(inScope, (one) => isRight(one) && one.score > threshold),
    auroc: auroc(
      inScope.map(({ score }) => score),
      strangers,
    ),
    builtIns,
    accepted: [
      share(inScope, ({ accepted }) => accepted),
      share(inScope, (one) => one.accepted && isRight(one)),
      share(outOfScope, ({ accepted }) => accepted),
    ],
    perIntent: intents.map((intent) => {
      const own = inScope.filter(({ wanted }) => wanted.intent === intent);
      return { intent, right: own.filter(isRight).length, of: own.length };
    }),
  };
}

function isRight({ wanted, intent }: Heard): boolean {
  return intent === wanted.intent || wanted.also.includes(intent);
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / Math.max(1, all.length);
}

/** `strangers` descend; ties count half. */
function auroc(known: readonly number[], strangers: readonly number[]): number {
  const wins = known.reduce((sum, score) => {
    const below = strangers.filter((other) => other < score).length;
    return sum + below + strangers.filter((other) => other === score).length / 2;
  }, 0);
  return wins / Math.max(1, known.length * strangers.length);
}
