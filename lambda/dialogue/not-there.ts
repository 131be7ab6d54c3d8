/** "Yes, but not to my home", where something is being bought that would go there: it is to go to the other place. */

import type { Scene } from '../intents/kit/define';
import { putAgain, staysSo } from '../intents/parts/consent';
import { waitingIn } from '../intents/parts/purchase-state';
import type { Manner, Request } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';
import { answered } from './serve';
import { otherThan } from './where-it-goes';

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

/** null: no purchase waits for its yes, or it is no place that is refused. A place it does not go to changes nothing. */
export async function notThere(
  { intent, slots }: Request,
  { said, refuses, negated }: Manner,
  { open, scene }: At,
): Promise<Reaction | null> {
  const [summed] = open ? waitingIn([open]) : [];
  const { change, ...others } = slots;
  const place = change?.ids[0] ?? '';
  if (!open || !summed || intent !== 'Reorder' || !(refuses || negated) || !IS_PLACE[place]) return null;
  // "No, not that address, home" refuses another place than the one it names.
  if (!negated && said[said.findIndex(({ kind }) => kind === 'slot') - 1]?.kind === 'sentence') return null;
  if (Object.keys(others).length > 0) return null;
  if (summed.shipTo.label !== place) return { acted: staysSo(open.question, scene), fate: 'kept' };
  const other = otherThan(place, scene);
  const told = other ? await answered({ kind: 'slots', slots: { place: other } }, open, scene) : null;
  return told ?? { acted: putAgain(open.question, 'unclear', scene), fate: 'kept', missed: true };
}

const IS_PLACE: Readonly<Record<string, true>> = { home: true, work: true };
