/** What became of something whose end was open: to be told to whomever it matters to. */

import type { KeptAction } from './actions';
import type { CareAction, CareCall } from './care';
import { IN_FLIGHT_MS, isHanging, type RemedyNeeds, settle } from './settling';
import { actionOf, type Cared, caredOf } from './stored';
import { type Waiting, type Watched, waitingIn, watchedIn } from './waiting';

/** What became of something whose end the shopper was to hear of later. */
export type CareEnd = { readonly key: string; readonly orderId: string } & (
  | {
      readonly kind: 'cared';
      readonly action: CareAction;
      readonly cared: Exclude<Cared, { readonly kind: 'unknown' }>;
    }
  | { readonly kind: 'watched'; readonly waiting: Waiting; readonly became: Watched }
);

/** With whose doing it was, and where. */
export type Untold = { readonly kept: KeptAction; readonly end: CareEnd };

/** Of these, the shopper's own that have ended; what hangs is looked after first. */
export async function endsOf(keys: readonly string[], call: CareCall, needs: RemedyNeeds): Promise<readonly CareEnd[]> {
  const { actions } = needs;
  const kept = await Promise.all(keys.map((key) => actions.get(key)));
  const mine = kept.flatMap((one) => (one && one.shopperId === call.shopperId ? [one] : []));
  await Promise.all(mine.filter((one) => isHanging(one, needs)).map((one) => settle(one, call, needs)));
  const now = await Promise.all(mine.map(({ key }) => actions.get(key)));
  return now.flatMap((one) => (one ? endedAs(one) : []));
}

/** One that is being done is told by whoever does it. */
export async function untoldOf(limit: number, { actions, now }: RemedyNeeds): Promise<readonly Untold[]> {
  const kept = await actions.untold(now() - IN_FLIGHT_MS, limit);
  return kept.flatMap((one) => endedAs(one).map((end) => ({ kept: one, end })));
}

function endedAs({ key, orderId, action, result }: KeptAction): readonly CareEnd[] {
  const waiting = waitingIn(action);
  const became = watchedIn(result);
  if (waiting) return became ? [{ kind: 'watched', key, orderId, waiting, became }] : [];
  const [done, cared] = [actionOf(action), caredOf(result)];
  return done && cared.kind !== 'unknown' ? [{ kind: 'cared', key, orderId, action: done, cared }] : [];
}
