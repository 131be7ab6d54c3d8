/** What a turn changes of what is remembered for advice: what to leave alone, what to tell later, how often, how content. */

import type { Scene } from '../intents/kit/define';
import { effectOf, effectsOf } from '../intents/kit/effects';
import type { Memory, ToldLater } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';

/** A wish that could not be met in half a year is not waited for any more. */
const WAITS_MS = 180 * 24 * 3_600_000;

export function adviceAfter(outcome: Outcome, { memory: { advice }, services, policyOf }: Scene): Memory['advice'] {
  const quiet = new Set(advice.quiet);
  const later = laterAfter(outcome, advice.later ?? [], services.now());
  const rhythms = { ...advice.rhythms };
  for (const { productId, every } of effectsOf(outcome, 'habit')) {
    if (every === 'quiet') quiet.add(productId);
    else rhythms[productId] = every;
  }
  return {
    quiet: [...quiet],
    ratedAt: ratedAfter(outcome, { policyOf, services, advice }),
    ...settledAfter(outcome, advice, services.now()),
    ...(later.length > 0 ? { later } : {}),
    ...(Object.keys(rhythms).length > 0 ? { rhythms } : {}),
  };
}

type Rated = Pick<Scene, 'policyOf' | 'services'> & Pick<Memory, 'advice'>;

function ratedAfter(outcome: Outcome, { policyOf, services, advice }: Rated): Memory['advice']['ratedAt'] {
  if (effectOf(outcome, 'unrated') || advice.ratedAt === 'quiet') return 'quiet';
  const { ending } = outcome;
  const role = ending.kind === 'ask' ? policyOf(ending.question).role : null;
  const isRated = role === 'rates' || role === 'rates-help';
  return isRated ? services.now() : advice.ratedAt;
}

function settledAfter(outcome: Outcome, { settledAt }: Memory['advice'], now: number): Partial<Memory['advice']> {
  if (effectOf(outcome, 'settled')) return { settledAt: now };
  return settledAt === undefined ? {} : { settledAt };
}

/** How the shopper wishes to be spoken to, where this turn changed it. */
export function calledAfter(outcome: Outcome): Partial<Pick<Memory, 'called'>> {
  const wish = effectOf(outcome, 'called');
  return wish ? { called: wish.called } : {};
}

function laterAfter(outcome: Outcome, before: readonly ToldLater[], now: number): readonly ToldLater[] {
  const said = effectsOf(outcome, 'later');
  const over = said.flatMap(({ productIds, when }) => (when === 'over' ? productIds : []));
  const wished = said.flatMap(({ productIds, when }) =>
    when === 'over' || productIds === 'all'
      ? []
      : productIds.map((productId): ToldLater => ({ productId, since: now, when })),
  );
  const kept = before.filter(
    (one) =>
      now - one.since < WAITS_MS &&
      !over.some((id) => id === 'all' || id === one.productId) &&
      !wished.some((newer) => newer.productId === one.productId),
  );
  return [...kept, ...wished];
}
