/** "Remove everything except the coffee", "nimm alles außer dem Kaffee raus": what is named stays, and all else goes. */

import type { Slot } from '../../vocabulary/heard';
import { amending, changeOf, goodsOf, isNamed } from './at-purchase';
import { askedAbout } from './by-sentences';
import type { Found, Hear, Understanding } from './heard';
import { allOut } from './none-of';
import { orderReader } from './order-reader';
import { putWords } from './put';
import { cut, type Sense, type Sentence } from './slots';
import { readPhrase } from './words';

/** undefined: it says something else, or nobody is told what stays. */
export function allBut(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  return goneButFor(sentence, asked, hear) ?? emptiedBut(sentence, asked, hear);
}

/** "Remove [everything except] the coffee": what would go without these words is what stays. */
function goneButFor(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const changes = asked.sense.lexicon.values.get('Amend');
  const { said } = sentence;
  for (let at = 0; changes && at < said.length; at += 1) {
    const read = readPhrase(changes, said, at);
    if (read?.value !== 'except') continue;
    const found = hear(putWords(sentence, { from: at, to: at + read.length }, []));
    return found && (stayingIn(found, sentence) ?? orderedBut(found, sentence, asked));
  }
  return undefined;
}

/** undefined: nothing would go. */
function stayingIn(found: Found, sentence: Sentence): Found | undefined {
  const { intent, slots, score } = found;
  const isKnown = score === 1 && !slots.left && (slots.product?.ids.length ?? 0) > 0;
  if (!slots.product || !(intent === 'CartCheckout' || (intent === 'Reorder' && isKnown))) return undefined;
  const name = intent === 'Reorder' ? 'amend' : 'act';
  if (slots[name]?.ids[0] !== 'drop') return undefined;
  return {
    ...found,
    score: 1,
    slots: { ...slots, [name]: amending('only') },
    read: { from: 0, to: sentence.said.length },
  };
}

/** "Order [everything except] the coffee", of what is being bought: what would be ordered without these words goes. */
function orderedBut({ intent, slots, score }: Found, sentence: Sentence, asked: Understanding): Found | undefined {
  const { goods, isBuying } = askedAbout(asked);
  const isOfThese = slots.product?.ids.some((id) => goods.includes(id));
  const isOrder = intent === 'Reorder' && score === 1 && !(slots.left || slots.amend || slots.change);
  return isBuying && isOfThese && isOrder ? changeOf(sentence, { ...slots, amend: amending('except') }) : undefined;
}

/** "Take everything out [of my cart] except the coffee": all would go without the words at the end. */
function emptiedBut(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { said } = sentence;
  for (let at = 1; at < said.length - 1; at += 1) {
    const joint = jointAt(said, at, asked.sense);
    const product =
      joint.length === 0 ? undefined : goodsOf(cut(sentence, at + joint.length, said.length), asked.sense);
    if (!product || (!joint.isSure && product.ids.length === 0)) continue;
    const found = emptiedIn(cut(sentence, 0, at), { product, asked, hear });
    if (found) return { ...found, read: { from: 0, to: said.length } };
  }
  return undefined;
}

/** "Except", or "but", "but not", behind which another sentence may follow. */
function jointAt(said: readonly string[], at: number, { lexicon }: Sense) {
  const { except, but } = orderReader(lexicon.words);
  const sure = readPhrase(except, said, at)?.length ?? 0;
  if (sure > 0) return { length: sure, isSure: true };
  const length = readPhrase(but, said, at)?.length ?? 0;
  const not = length === 0 ? 0 : (readPhrase(lexicon.negations, said, at + length)?.length ?? 0);
  return { length: length + not, isSure: false };
}

type Staying = { readonly product: Slot; readonly asked: Understanding; readonly hear: Hear };

/** A cart knows what lies in it by a part of its name; of goods that are being bought a name is said. */
function emptiedIn(words: Sentence, { product, asked, hear }: Staying): Found | undefined {
  if (askedAbout(asked).isBuying && allOut(words, asked))
    return isNamed(product, asked.sense) ? changeOf(words, { product, amend: amending('only') }) : undefined;
  const found = hear(words);
  const { act, checkout } = found?.slots ?? {};
  if (found?.intent !== 'CartCheckout' || (act ?? checkout)?.ids[0] !== 'empty') return undefined;
  return { ...changeOf(words, { product, act: amending('only') }), intent: 'CartCheckout' };
}
