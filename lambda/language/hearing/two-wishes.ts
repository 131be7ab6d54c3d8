/** Two requests in one breath: "order coffee and cancel my dog food", "forget about it and order coffee". */

import type { Besides, Slot } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import { TAKES_LINES } from '../../vocabulary/lines';
import { goodsOf, isNamed } from './at-purchase';
import { bySentences } from './by-sentences';
import { withoutCourtesy } from './courtesies';
import type { Found, Hear, Understanding } from './heard';
import type { Lexicon } from './lexicon';
import { orderReader } from './order-reader';
import { inOrders } from './ordered-goods';
import { cut, type Sense, type Sentence, writtenIn } from './slots';
import { readPhrase } from './words';

type Matter = 'buying' | 'orders' | 'telling' | 'people';
/** What each of several may be; whoever tells of themselves or judges only leads to the other. */
const OF: Readonly<Partial<Record<IntentName, Matter>>> = {
  ...{ Reorder: 'buying', CartCheckout: 'buying', Replenish: 'buying', Recommend: 'buying' },
  ...{ OrderStatus: 'orders', CancelOrder: 'orders', ChangeAddress: 'orders', ReturnRefund: 'orders' },
  ...{ RefundStatus: 'orders', DeliveryProblem: 'orders' },
  ...{ ShippingCost: 'telling', DeliveryTime: 'telling', ShippingOptions: 'telling', SupportPolicy: 'telling' },
  ...{ TalkToHuman: 'people', SendToPhone: 'people', MyData: 'people' },
};

/** undefined: it is one request, or one of them is not understood. The first is done, the others wait. */
export function twoWishes(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  for (const { first, second } of splits(sentence, sense)) {
    const others = wishesIn(second, sense);
    const [next, ...later] = others;
    if (!next) continue;
    const read = { from: 0, to: sentence.said.length };
    if (dismisses(first, sense.lexicon)) return { ...next.found, read, drops: true, ...alsoOf(later) };
    const found = hear(first);
    const matter = found && OF[found.intent];
    // A person hears of all that was said.
    if (found?.score !== 1 || !matter || matter === 'people') continue;
    return { ...found, read, ...alsoOf(isOneMatter(found, next.found) ? later : others) };
  }
  return sameOfOthers(sentence, sense, hear);
}

/** "Cancel the dog food and the cat food": the same is asked of the one, then of the other. */
function sameOfOthers(sentence: Sentence, sense: Sense, hear: Hear): Found | undefined {
  for (const { first, second } of splits(sentence, sense)) {
    const product = orderedIn(second, sense);
    const found = product && hear(first);
    const isOfGoods = found?.score === 1 && (found.slots.product?.ids.length ?? 0) > 0;
    if (!product || !isOfGoods || OF[found.intent] !== 'orders' || !endsWithGoods(found, first)) continue;
    const also = alsoOf([{ found: { ...found, slots: { ...found.slots, product } }, said: writtenIn(second) }]);
    return { ...found, read: { from: 0, to: sentence.said.length }, ...also };
  }
  return undefined;
}

/** Goods by a name of theirs, and how they came to be one's own: "the cat food I ordered". */
function orderedIn(words: Sentence, sense: Sense): Slot | undefined {
  const own = goodsOf(words, sense);
  if (!own || isNamed(own, sense)) return own;
  const ordered = inOrders({ ...own, ids: [] }, 'Product', sense);
  return ordered.ids.length > 0 && ordered.said !== own.said ? ordered : undefined;
}

function endsWithGoods({ slots: { product } }: Found, first: Sentence): boolean {
  return product !== undefined && writtenIn(first).endsWith(product.said);
}

/** "I don't want my last order, send it again": a sentence of ours that begins like a refusal is none of what follows it. */
export function firstAlone(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  if (!readPhrase(sense.lexicon.refusals(), sentence.said, 0)) return undefined;
  for (const { first } of splits(sentence, sense)) {
    const found = hear(first);
    const isOwn = found?.score === 1 && found.read?.from === 0 && found.read.to === first.said.length;
    if (isOwn && !found.negated && OF[found.intent] === 'orders') return found;
  }
  return undefined;
}

/** Requests that a voice channel took for goods, and what stood before them: "coffee and cancel my dog food". */
export function wishesBehind(sentence: Sentence, sense: Sense): { first: Sentence; also: readonly Besides[] } {
  for (const { first, second } of splits(sentence, sense)) {
    const { also } = alsoOf(wishesIn(second, sense));
    if (also) return { first, also };
  }
  return { first: sentence, also: [] };
}

type Wish = { readonly found: Found; readonly said: string };

/** All requests of this stretch, one after the other; empty: it is something else. */
function wishesIn(sentence: Sentence, sense: Sense): readonly Wish[] {
  const found = requestIn(sentence, sense);
  if (found) return [{ found, said: writtenIn(sentence) }];
  for (const { first, second } of splits(sentence, sense)) {
    const one = requestIn(first, sense);
    const others = one ? wishesIn(second, sense) : [];
    if (one && others.length > 0) return [{ found: one, said: writtenIn(first) }, ...others];
  }
  return [];
}

function alsoOf(wishes: readonly Wish[]): Pick<Found, 'also'> {
  const also = wishes.map(({ found: { intent, slots }, said }) => ({ request: { intent, slots }, said }));
  return also.length > 0 ? { also } : {};
}

type Split = { readonly first: Sentence; readonly second: Sentence };

/** In two, wherever a word or a sign joins what stands before to what follows. */
export function splits(sentence: Sentence, { lexicon }: Sense, by: 'and' | 'but' = 'and'): readonly Split[] {
  const { said, written } = sentence;
  const joints = orderReader(lexicon.words)[by];
  return said.flatMap((_, at) => {
    const joint = readPhrase(joints, said, at)?.length ?? 0;
    const isEnded = at > 0 && /[,.;!?]$/.test(written[at - 1] ?? '') && written[at - 1] !== written[at];
    if (at === 0 || (joint === 0 && !isEnded) || at + joint >= said.length) return [];
    return [{ first: cut(sentence, 0, at), second: cut(sentence, at + joint, said.length) }];
  });
}

/** One of our sentences, that asks for something by itself: no goods alone. */
function requestIn(sentence: Sentence, sense: Sense): Found | undefined {
  const { bare } = withoutCourtesy(sentence, sense.lexicon);
  const found = bySentences(bare, sense);
  if (found?.score !== 1 || !OF[found.intent]) return undefined;
  // "Coffee and tomorrow": a value alone asks for nothing.
  if (bare.said.length < 2 && Object.keys(found.slots).length > 0) return undefined;
  const isAsked = !TAKES_LINES.has(found.intent) || readPhrase(sense.lexicon.deeds, bare.said, 0) !== undefined;
  return isAsked ? found : undefined;
}

/** "My order is broken and I want a refund", "where is it, it's late": of the same order, the first asks all there is to ask. */
function isOneMatter(first: Found, second: Found): boolean {
  // What is chosen of it is no question any more: "a new one and the money".
  if (first.slots.remedy || namesOwn(second) || OF[first.intent] !== OF[second.intent]) return false;
  return first.intent === second.intent || (MENDS.has(first.intent) && MENDS.has(second.intent));
}

const MENDS: ReadonlySet<IntentName> = new Set<IntentName>([
  ...(['CancelOrder', 'ReturnRefund', 'RefundStatus', 'DeliveryProblem'] as const),
]);

function namesOwn({ slots: { product, orderNumber, date } }: Found): boolean {
  return (product !== undefined && !product.refers) || orderNumber !== undefined || date !== undefined;
}

/** "Forget about it": what was open is dropped, and that is all it says. */
function dismisses({ said }: Sentence, { builtIns, takingBack, leads }: Lexicon): boolean {
  const text = said.join(' ');
  // "No, …", "actually, …" belong to what is asked.
  const lead = readPhrase(leads(), said, 0);
  if (lead?.length === said.length && (said.length === 1 || lead.value !== 'negation')) return false;
  const builtIn = builtIns().get(text);
  return builtIn === 'Stop' || builtIn === 'Cancel' || takingBack().backs.has(text);
}
