/** "Try the payment again", "try another card", once a payment was declined: later in the visit and in the next ones, too. */

import type { Scene } from '../intents/kit/define';
import { effectOf } from '../intents/kit/effects';
import { putAgain } from '../intents/parts/consent';
import { nothingUnpaid } from '../intents/parts/purchase-payment';
import type { Request } from '../vocabulary/heard';
import type { Memory, OpenQuestion } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';
import type { Reaction } from './reaction';
import { answered, askedAgain } from './serve';

/** So long it is known what was declined. */
const KNOWN_MS = 24 * 3_600_000;

/** null: something else is said. */
export async function payingAgain(
  { intent, slots }: Request,
  open: OpenQuestion | null,
  scene: Scene,
): Promise<Reaction | null> {
  const isWish = intent === 'CartCheckout' && slots.checkout?.ids[0] === 'retry';
  const policy = open && scene.policyOf(open.question);
  if (!isWish || !scene.shopper) return null;
  // What is about to be done is no other payment.
  if (open && policy?.commits) return { acted: putAgain(open.question, 'unclear', scene), fate: 'kept', missed: true };
  if (open && policy?.role === 'pays') {
    const paid = await answered({ kind: 'yes' }, open, scene);
    return paid ?? again(open, scene);
  }
  const { unpaid } = scene.memory;
  const isKnown = unpaid && scene.services.now() - unpaid.at < KNOWN_MS;
  const asked = isKnown ? await again(asOpen(unpaid, scene), scene) : null;
  return asked ?? { acted: nothingUnpaid(), fate: 'left' };
}

async function again(open: OpenQuestion, scene: Scene): Promise<Reaction | null> {
  const acted = await askedAgain(open, 'elsewhere', scene);
  return acted && { acted, fate: 'left' };
}

function asOpen({ question, at }: NonNullable<Memory['unpaid']>, { turn }: Scene): OpenQuestion {
  return { question, at, session: turn.session.id, person: turn.person ?? null, offered: true };
}

/** What was asked when it was declined is kept until something is ordered. */
export function unpaidAfter(outcome: Outcome, { policyOf, services }: Scene): Partial<Pick<Memory, 'unpaid'>> {
  const { ending } = outcome;
  if (ending.kind === 'ask' && policyOf(ending.question).role === 'pays')
    return { unpaid: { question: ending.question, at: services.now() } };
  return effectOf(outcome, 'orders-changed') ? { unpaid: null } : {};
}
