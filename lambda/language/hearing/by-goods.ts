/** Nothing but goods, each by a name of its own: "coffee, tea and dog food". Whoever says that wants them. */

import { slotsOfLines } from '../../vocabulary/lines';
import type { Found, Understanding } from './heard';
import { withLast } from './last-order';
import { listed } from './listed';
import { withOwner } from './owners';
import { readLines } from './read-lines';
import { type Sense, type Sentence, slotOf } from './slots';
import { readPhrase, tokens } from './words';

/** Most sentences have some other word, and need no closer look. */
function isOfList(token: string, { lexicon, mentions }: Sense): boolean {
  const { numbers, values, words } = lexicon;
  const isCounted = numbers.phrases.has(token) || values.get('Unit')?.has(token) || /^\d+$/.test(token);
  return mentions.knows(token) || isCounted || lexicon.small.has(token) || listed(words.order.and, words).has(token);
}

/** undefined: something else is said, or something is waiting for a yes. */
export function byGoods(sentence: Sentence, { sense, question }: Understanding): Found | undefined {
  if (question?.commits || !sentence.said.every((token) => isOfList(token, sense))) return undefined;
  const { lexicon, mentions } = sense;
  const { lines, besides } = readLines(sentence, { from: 0, to: sentence.said.length }, sense);
  const areGoods = lines.every(({ product }) => {
    const own = tokens(product?.said ?? '', lexicon.words.apostrophe);
    return own.length > 0 && mentions.exactly(own).length > 0;
  });
  if (!areGoods || Object.keys(besides).length > 0) return undefined;
  return { intent: 'Reorder', slots: slotsOfLines(lines), score: 1, rivals: [] };
}

/** "Nappies for newborns", and nothing else: which of these goods, for whom, is not said. A question of weight has answers of its own. */
export function byGoodsFor(sentence: Sentence, { sense, question, intents }: Understanding): Found | undefined {
  const { lexicon, mentions } = sense;
  const traits = lexicon.values.get('Trait');
  const { said } = sentence;
  if (question?.commits || !traits || !intents.Recommend?.trait) return undefined;
  // Most of what is said begins with no goods.
  if (!mentions.knows(said.find((token) => !lexicon.noise.has(token)) ?? '')) return undefined;
  const from = said.findIndex((_, at) => at > 0 && readPhrase(traits, said, at)?.length === said.length - at);
  const before = said[from - 1] ?? '';
  // "Il caffè è biologico" is told or asked: a name ends before the trait.
  if (from < 0 || lexicon.small.has(before) || !mentions.knows(before)) return undefined;
  const goods = said.slice(0, from);
  // "Cheap coffee for babies": only goods by a name of theirs, and one trait.
  if (mentions.exactly(goods).length === 0 || mentions.exactly(said).length > 0) return undefined;
  const product = slotOf(sense, sentence, { slot: 'product', type: 'Product', from: 0, to: from });
  const trait = slotOf(sense, sentence, { slot: 'trait', type: 'Trait', from, to: said.length });
  return { intent: 'Recommend', slots: { product, trait }, score: 1, rivals: [] };
}

/** "The cat has finished the food", "food for my cat": what is asked for has its name from another word of the sentence. */
export function withWholeName({ said }: Sentence, found: Found, { sense }: Understanding): Found {
  const { product } = found.slots;
  if (found.intent !== 'Reorder' || !product || product.ids.length > 0) return found;
  const { lexicon, mentions } = sense;
  const own = tokens(product.said, lexicon.words.apostrophe);
  // "Ekspres do kawy" is no "kawa do ekspresu".
  if (lexicon.words.order.tools.before.includes(own[0] ?? '')) return found;
  const others = said.filter((token) => !own.includes(token) && !lexicon.small.has(token));
  const names = others.flatMap((token) => [
    [token, ...own],
    [...own, token],
  ]);
  const name = names.find((one) => mentions.exactly(one).length > 0);
  if (!name) return found;
  const whole = { ...product, said: name.join(' '), ids: mentions.exactly(name) };
  return { ...found, slots: { ...found.slots, product: whole } };
}

/** Of orders: whose they are, and whether the last is meant. */
export function ofWhom(sentence: Sentence, found: Found, { sense, intents }: Understanding): Found {
  const isOfOrders = intents[found.intent]?.orderNumber !== undefined;
  return isOfOrders ? { ...found, slots: withLast(withOwner(found.slots, sentence, sense), sentence, sense) } : found;
}

/** A sentence of ours whose goods are known, now that its other words are set right. */
export function namesGoods({ slots }: Found): boolean {
  return (slots.product?.ids.length ?? 0) > 0;
}
