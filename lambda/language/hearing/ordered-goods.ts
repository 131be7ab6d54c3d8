/** Goods as they are named by who has ordered them: by what they came in, and by how they came to be one's own. */

import type { Slot } from '../../vocabulary/heard';
import { listed } from './listed';
import { resolved, type Sense } from './slots';
import { stemOf } from './stem';
import { readPhrase, tokens } from './words';

/** What is said of orders is said in the words of these. */
const OF_ORDERS = ['OrderStatus', 'CancelOrder', 'ReturnRefund', 'DeliveryProblem'] as const;

/** A clause has a verb and somebody who did it. */
const CLAUSE = 2;

/** Who speaks of goods that were ordered may name what they came in; who orders them means nothing but goods. */
export function inOrders(slot: Slot, type: string, sense: Sense): Slot {
  if (type !== 'Product' || slot.ids.length > 0 || slot.ordinal !== undefined) return slot;
  const { lexicon, mentions } = sense;
  const own = tokens(slot.said, lexicon.words.apostrophe);
  const ids = mentions.inOrders(own);
  if (ids.length > 0) return { ...slot, ...resolved(mentions, own, ids) };
  const named = withoutHistory(own, sense);
  const meant = named.length < own.length ? mentions.inOrders(named) : [];
  if (meant.length === 0) return { ...slot, ...resolved(mentions, own, ids) };
  return { ...slot, said: named.join(' '), ...resolved(mentions, named, meant) };
}

/**
 * "The dog food [I got yesterday]": words that are said of orders, behind goods, tell how these came and are no part of their
 * name. A refusal among them is: "the coffee I did not order" is of nothing that was.
 */
function withoutHistory(own: readonly string[], { lexicon, mentions }: Sense): readonly string[] {
  const { negations, small } = lexicon;
  const vocabulary = lexicon.vocabulary();
  const stem = stemOf(lexicon.words);
  const joints = listed(lexicon.words.order.and, lexicon.words);
  const isOfOrders = (token: string) =>
    !joints.has(token) && (small.has(token) || OF_ORDERS.some((intent) => vocabulary.get(intent)?.has(stem(token))));
  let from = own.length;
  while (from > 1 && isOfOrders(own[from - 1] ?? '')) {
    from -= 1;
    if (readPhrase(negations, own, from)) return own;
  }
  // "My cat food and where is": another wish begins there.
  if (joints.has(own[from - 1] ?? '')) return own;
  for (let to = own.length - CLAUSE; to >= from; to -= 1) {
    const named = own.slice(0, to);
    // "My coffee and dog food": what is goods itself is no history.
    const isNamed = mentions.inOrders(named).length > 0 && mentions.inOrders(own.slice(to)).length === 0;
    if (isNamed) return named;
  }
  return own;
}
