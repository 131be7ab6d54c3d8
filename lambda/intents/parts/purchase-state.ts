/** What a purchase in the making is kept as between its turns. */

import * as z from 'zod/mini';
import type { Late } from '../../services/commerce/ordering';
import type { Proposal } from '../../services/commerce/purchases';
import { PROPOSAL } from '../../services/commerce/stored';
import { shapeOf } from '../../services/shape';
import type { OpenQuestion } from '../../vocabulary/memory';
import type { Json, PlainDate } from '../../vocabulary/values';
import { money } from '../kit/money';
import { BASKET, type Basket } from './basket';

export const isBasket = shapeOf<Basket>(BASKET);

/** What waits of a purchase besides what the shop proposed. */
type Kept = Pick<Basket, 'sure' | 'among' | 'declined'>;

function keptOf({ sure, among, declined }: Kept): Kept {
  return { ...(sure ? { sure } : {}), ...(among ? { among } : {}), ...(declined ? { declined } : {}) };
}

/** What was summed up and waits for a yes; the day it was asked bounds how long its delivery day is true. */
export type Summed = Proposal & Kept & { readonly askedOn: PlainDate };

export const isSummed = shapeOf<Summed>(
  z.extend(PROPOSAL, {
    sure: z.optional(z.boolean()),
    among: z.optional(z.array(z.string())),
    declined: z.optional(z.array(z.string())),
    askedOn: z.string(),
  }),
);

export function summedUp(proposal: Proposal, basket: Basket, askedOn: PlainDate): Summed {
  return { ...proposal, ...keptOf(basket), askedOn };
}

/** What the question for its yes says. */
export function totalOf({ total }: Pick<Proposal, 'total'>) {
  return { total: money(total) };
}

/** Whether nothing a shopper was told has changed. */
export function isSame(asked: Json, before: Summed): boolean {
  const keys = ['fingerprint', 'arrives', 'today'] as const;
  return isSummed(asked) && keys.every((key) => asked[key] === before[key]);
}

/** A substitute that was offered, and for what. */
export type Swap = { readonly basket: Basket; readonly productId: string; readonly by: string };

export const isSwap = shapeOf<Swap>(z.object({ basket: BASKET, productId: z.string(), by: z.string() }));

export const CONFIRM = 'Purchase.confirm';
/** Behind its yes, where the total is large. */
export const CODE = 'Purchase.code';

function isSummedAt({ id }: OpenQuestion['question']): boolean {
  return id === CONFIRM || id === CODE;
}

/** The purchases that wait for a yes. */
export function waitingIn(questions: readonly OpenQuestion[]): readonly Summed[] {
  return questions.flatMap(({ question }) =>
    isSummedAt(question) && isSummed(question.state) ? [question.state] : [],
  );
}

/** The purchase that waits for its yes under this proposal. */
export function summedAs(id: string, questions: readonly OpenQuestion[]) {
  for (const asked of questions) {
    const { state } = asked.question;
    if (isSummedAt(asked.question) && isSummed(state) && state.id === id) return { asked, summed: state };
  }
  return null;
}

/** Whether what is asked about has gone through meanwhile, which is told: nobody is asked for it again. */
export function isOrdered(question: OpenQuestion['question'], late: readonly Late[]): boolean {
  const { state } = question;
  const placed = late.filter(({ outcome }) => outcome.kind === 'placed').map(({ proposalId }) => proposalId);
  return isSummedAt(question) && isSummed(state) && placed.includes(state.id);
}

export function wantedOf(proposal: Proposal & Kept): Basket {
  const lines = proposal.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity }));
  return {
    lines,
    speed: proposal.speed,
    addressId: proposal.shipTo.addressId,
    ...(proposal.fromCart ? { fromCart: true } : {}),
    ...(proposal.paidWith ? { meansId: proposal.paidWith.id } : {}),
    ...keptOf(proposal),
  };
}
