/** What a bad delivery is about, and which of what was offered for it somebody chose. */

import * as z from 'zod/mini';
import type { OrderPart } from '../../services/care/care';
import { DELIVERY_TROUBLES, type DeliveryTrouble, REMEDIES, type Remedy } from '../../services/care/policy';
import { shapeOf } from '../../services/shape';
import { alsoIn, isPlain, type Manner, type Turn } from '../../vocabulary/heard';
import type { AnswerGiven, ShopperScene } from '../kit/define';

/** What is being put right. `key`: whatever happens, one remedy is given once. */
export type Complaint = {
  readonly key: string;
  readonly orderId: string;
  readonly parts: readonly OrderPart[];
  readonly trouble: DeliveryTrouble;
  readonly offers: readonly Remedy[];
};

export const isComplaint = shapeOf<Complaint>(
  z.object({
    key: z.string(),
    orderId: z.string(),
    parts: z.array(z.object({ productId: z.string(), quantity: z.number() })),
    trouble: z.enum(DELIVERY_TROUBLES),
    offers: z.array(z.enum(REMEDIES)),
  }),
);

/** Named, chosen by its place, or the only one that was asked about. */
export function chosenBy(answer: AnswerGiven, { offers }: Complaint, heard: Turn['heard']): Remedy | null {
  const named = () => {
    if (answer.kind === 'option') return answer.option;
    if (answer.kind === 'yes') return offers.length === 1 ? offers[0] : undefined;
    return answer.kind === 'slots' && isPlainly(heard) && !isBothAtOnce(heard)
      ? answer.slots.remedy?.ids[0]
      : undefined;
  };
  const id = named();
  return offers.find((offer) => offer === id) ?? null;
}

/** Whoever named one in another way than to have it at once, or may want money back, is asked; null: neither. */
export function askedAgain(answer: AnswerGiven, state: Complaint, { turn: { heard } }: ShopperScene): Complaint | null {
  if (answer.kind !== 'slots') return null;
  const named = state.offers.filter((offer) => offer === answer.slots.remedy?.ids[0]);
  if (named.length > 0)
    return isPlainly(heard, { asks: false, left: [] }) && !isBothAtOnce(heard) ? { ...state, offers: named } : state;
  if (!state.offers.includes('refund') || !isMoney(heard)) return null;
  return isPlainly(heard, { asks: false }) ? { ...state, offers: ['refund'] } : state;
}

/** "Replace it and refund me": only one of them is given, and nobody knows which. */
function isBothAtOnce(heard: Turn['heard']): boolean {
  return alsoIn(heard).some(({ request }) => WISHES.has(request.intent));
}

/** As those say it who want their money back, if only by likeness: who names goods does not. */
function isMoney(heard: Turn['heard']): boolean {
  if (heard.kind !== 'intent' || !MONEY.has(heard.intent)) return false;
  // In a sentence of ours, "where's my refund", it is another, with a sign behind it or not.
  if (heard.intent === 'RefundStatus' && heard.manner?.guessed === false) return false;
  // "Where is my refund?" asks of another; "can I have a refund?" of this.
  const mayAsk = heard.intent === 'ReturnRefund' ? { asks: false } : {};
  return Object.values(heard.slots).every(({ refers }) => refers) && isPlainly(heard, { guessed: false, ...mayAsk });
}

/** Where words were typed: "a refund?" and "not a new one" name something, too. `but`: what is let pass. */
function isPlainly(heard: Turn['heard'], but: Partial<Manner> = {}): boolean {
  return heard.kind !== 'intent' || heard.manner === undefined || isPlain({ ...heard.manner, ...but });
}

const MONEY: ReadonlySet<string> = new Set(['ReturnRefund', 'RefundStatus']);
/** To have something for what came badly, or to have it anew. */
const WISHES: ReadonlySet<string> = new Set([...MONEY, 'DeliveryProblem', 'Reorder', 'CancelOrder']);
