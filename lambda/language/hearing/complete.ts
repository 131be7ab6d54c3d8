/** Completes what a voice channel heard: it tells the words of a slot, and little of what they mean. */

import type { Besides, Request, Slots } from '../../vocabulary/heard';
import { LINES, type Line, slotsOfLines, TAKES_LINES } from '../../vocabulary/lines';
import { bySentences } from './by-sentences';
import { withLast } from './last-order';
import { ordered } from './lines-together';
import { readNumber } from './numbers';
import { inOrders } from './ordered-goods';
import { isOfAnother } from './owners';
import { readLines } from './read-lines';
import { enrichSlots, meaningOf, type Sense, sentenceOf, writtenIn } from './slots';
import { wishesBehind } from './two-wishes';
import { tokens } from './words';

type Types = Readonly<Record<string, string>>;
/** `also`: what was asked for in the same breath. */
export type Completed = Request & { readonly also?: readonly Besides[] };

export function complete(request: Request, sense: Sense, types: Types): Completed {
  const itself = meansItself(request, sense, types);
  if (itself) return itself;
  const { slots: own, also } = withoutWishes(request.slots, sense, types);
  const slots = enrichSlots(own, sense, types);
  const whole = TAKES_LINES.has(request.intent) ? inLines(slots, sense) : ofOrders(slots, sense);
  return { ...request, slots: whole, ...(also.length > 0 ? { also } : {}) };
}

/** What stood behind an "and" in a slot of goods and asks for something by itself is a wish of its own. */
function withoutWishes(slots: Slots, sense: Sense, types: Types) {
  const also: Besides[] = [];
  const own = Object.entries(slots).map(([name, slot]) => {
    if (types[name] !== 'Product' || slot.ids.length > 0) return [name, slot] as const;
    const read = wishesBehind(sentenceOf(slot.said, sense.lexicon), sense);
    also.push(...read.also);
    return [name, read.also.length > 0 ? { ...slot, said: writtenIn(read.first) } : slot] as const;
  });
  return { slots: Object.fromEntries(own), also };
}

/** "The dog food order" is of dog food, "and the cat" of its food; "chiara's" is of somebody else. */
function ofOrders({ product, ...others }: Slots, sense: Sense): Slots {
  if (!product) return others;
  const last = product.ids.length === 0 ? withLast({ product }, sentenceOf(product.said, sense.lexicon), sense) : {};
  if (last.basis) return { ...others, ...last };
  const known = inOrders(product, 'Product', sense);
  const own = tokens(product.said, sense.lexicon.words.apostrophe);
  const meant = known.ids.length === 0 && others.after ? { ...known, ids: sense.mentions.partly(own) } : known;
  const isAnothers = meant.ids.length === 0 && isOfAnother(product.said, sense);
  return { ...others, product: isAnothers ? { ...product, anothers: true } : meant };
}

/** Amazon puts into an open slot what it cannot place: "help", "stop", "a person", "three" are no goods and no country. */
function meansItself({ intent, slots }: Request, sense: Sense, types: Types): Request | null {
  for (const [name, slot] of Object.entries(slots)) {
    const isOpen = types[name] === 'Product' || types[name] === 'Place';
    if (!isOpen || slot.ids.length > 0) continue;
    const sentence = sentenceOf(slot.said, sense.lexicon);
    if (sentence.said.length === 0 || meaningOf(sense, types[name] ?? '', sentence.said).ids.length > 0) continue;
    const number = readNumber(sense.lexicon.numbers, sentence.said, 0);
    if (number?.length === sentence.said.length && name === 'product' && TAKES_LINES.has(intent)) {
      const { product, ...rest } = slots;
      return { intent, slots: { ...rest, quantity: { said: slot.said, ids: [], number: number.value } } };
    }
    const own = ownRequest(slot.said, sense, types);
    if (own && own.intent !== intent) return own;
    const { [name]: _, ...rest } = slots;
    if (own) return { intent, slots: { ...rest, ...own.slots } };
  }
  return null;
}

/** What these words ask for as a sentence of their own, where nothing in it is as open as the slot they stood in. */
function ownRequest(text: string, sense: Sense, types: Types): Request | undefined {
  const sentence = sentenceOf(text, sense.lexicon);
  const builtIn = sense.lexicon.builtIns().get(sentence.said.join(' '));
  if (builtIn) return { intent: builtIn, slots: {} };
  const heard = bySentences(sentence, sense);
  const isClosed =
    heard && Object.keys(heard.slots).every((name) => types[name] !== 'Product' && types[name] !== 'Place');
  return heard?.score === 1 && isClosed ? { intent: heard.intent, slots: heard.slots } : undefined;
}

/** Goods that were not resolved may be several, or have more said with them: "coffee to my office". */
function inLines(slots: Slots, sense: Sense): Slots {
  const rest: Record<string, Slots[string]> = { ...slots };
  const read = LINES.flatMap((names) => {
    const { [names.product]: product, [names.quantity]: quantity, [names.unit]: unit } = rest;
    for (const name of Object.values(names)) if (product) delete rest[name];
    if (!product) return [];
    const own: Line = { ...(quantity ? { quantity } : {}), ...(unit ? { unit } : {}) };
    const isKnown = product.ids.length > 0 || product.ordinal !== undefined || product.refers;
    if (isKnown) return [{ lines: [{ product, ...own }], besides: {} }];
    const text = sentenceOf(product.said, sense.lexicon);
    const { lines, besides } = readLines(text, { from: 0, to: text.said.length }, sense);
    const [first, ...others] = lines;
    return [{ lines: first ? [{ ...first, ...own }, ...others] : [{ product, ...own }], besides }];
  });
  const { lines, besides } = ordered(read);
  return { ...besides, ...rest, ...slotsOfLines(lines) };
}
