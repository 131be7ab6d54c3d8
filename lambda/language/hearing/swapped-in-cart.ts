/** "Swap the coffee in my cart for tea": it goes out of the cart, and the other is wanted in it. */

import { goodsOf, isNamed } from './at-purchase';
import type { Found, Hear, Understanding } from './heard';
import { orderReader } from './order-reader';
import { withLead } from './put';
import { cut, type Sentence } from './slots';
import { readPhrase } from './words';

/** undefined: nothing is exchanged, or not in a cart. */
export function swappedInCart(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  const { lexicon } = sense;
  const { swap, swapFor } = orderReader(lexicon.words);
  const { said } = sentence;
  const verb = readPhrase(swap, said, 0)?.length ?? 0;
  for (let at = verb + 1; verb > 0 && at < said.length - 1; at += 1) {
    const link = readPhrase(swapFor, said, at)?.length ?? 0;
    const product = link > 0 ? goodsOf(cut(sentence, at + link, said.length), sense) : undefined;
    if (!product || !isNamed(product, sense)) continue;
    const gone = outOfCart(cut(sentence, verb, at), sense, hear);
    const wish = { intent: 'CartCheckout', slots: { act: { said: '', ids: ['add'] }, product } } as const;
    if (gone) return { ...gone, read: { from: 0, to: said.length }, also: [{ request: wish, said: product.said }] };
  }
  return undefined;
}

/** "The coffee in my cart", as it is said where it is taken out. */
function outOfCart(words: Sentence, { lexicon }: Understanding['sense'], hear: Hear): Found | undefined {
  for (const lead of lexicon.words.values.CartAct?.drop?.slice(0, MOST_TRIED) ?? []) {
    const found = hear(withLead(lexicon.split(lead), words));
    const isSure = found?.intent === 'CartCheckout' && found.score === 1 && !found.slots.left;
    if (isSure && found.slots.act?.ids[0] === 'drop' && (found.slots.product?.ids.length ?? 0) > 0) return found;
  }
  return undefined;
}

/** Of the ways to say it one is enough. */
const MOST_TRIED = 4;
