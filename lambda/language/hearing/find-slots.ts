/** Slots of an intent found anywhere in a sentence, where no sentence of ours says where they stand. */

import type { Slot, Slots } from '../../vocabulary/heard';
import { slotsOfLines } from '../../vocabulary/lines';
import { readAmount } from './amounts';
import { ordered } from './lines-together';
import { orderReader } from './order-reader';
import type { SlotTypes } from './places';
import { readLines } from './read-lines';
import { spansOf } from './slot-spans';
import { meaningOf, resolved, type Sense, type Sentence, writtenIn } from './slots';
import { type Phrases, readPhrase } from './words';

type Found = { readonly from: number; readonly to: number; readonly slot: Slot };

/** Goods first, then what they leave: "two" in "two bags of coffee" is a number, "7" in "7 up" is not. */
export function findSlots(sentence: Sentence, types: SlotTypes, sense: Sense): Slots {
  const isOfLines = types.also === 'Product';
  const goods = isOfLines ? findLines(sentence, sense) : undefined;
  const taken: Found[] = goods ? [goods] : [];
  const found: [string, Slot][] = [];
  const wanted = Object.entries(types).filter(([, type]) => !(isOfLines && type === 'Product'));
  for (const [name, type] of wanted.sort(byCertainty)) {
    if (goods?.slots[name] || (goods && (type === 'AMAZON.NUMBER' || type === 'Unit'))) continue;
    const one = find(sentence, type, { sense, taken });
    if (!one) continue;
    taken.push(one);
    found.push([name, one.slot]);
  }
  return { ...goods?.slots, ...Object.fromEntries(found) };
}

const ORDER = ['OrderNumber', 'AMAZON.DATE', 'Product'];

/** What can hardly be anything else is looked for first. */
function byCertainty([, one]: readonly [string, string], [, other]: readonly [string, string]): number {
  const place = (type: string) => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length);
  return place(one) - place(other);
}

type Looking = { readonly sense: Sense; readonly taken: readonly Found[] };

function find(sentence: Sentence, type: string, { sense, taken }: Looking): Found | undefined {
  if (type === 'Product') return findGoods(sentence, sense);
  if (type === 'OrderNumber') return findOrderNumber(sentence);
  // Only a sentence that says so names a code: any amount has digits.
  if (type === 'Digits' || type === 'Phone') return undefined;
  const spans = spansOf(sense);
  for (let from = 0; from < sentence.said.length; from += 1) {
    if (taken.some((one) => one.from <= from && from < one.to)) continue;
    for (const length of [...spans(type, sentence.said, from)].reverse()) {
      const own = sentence.said.slice(from, from + length);
      const meaning = meaningOf(sense, type, own);
      const isKnown =
        meaning.ids.length > 0 || meaning.number !== undefined || meaning.date !== undefined || isSpan(meaning, length);
      const counts = type === 'Pieces' ? isOfGoods(sentence, from + length, sense) : !isSmallTalk(own, sense);
      if (isKnown && counts)
        return { from, to: from + length, slot: { said: writtenIn(sentence, from, from + length), ...meaning } };
    }
  }
  return undefined;
}

/** It counts what stands behind it: "two of the three bags", and not "two weeks". */
function isOfGoods({ said }: Sentence, at: number, { lexicon, mentions }: Sense): boolean {
  const next = said.findIndex(
    (token, place) => place >= at && !(lexicon.noise.has(token) || lexicon.numbers.phrases.has(token)),
  );
  const unit = next < 0 ? undefined : readPhrase(lexicon.values.get('Unit') ?? NO_UNITS, said, next);
  return unit !== undefined || mentions.knows(said[next] ?? '');
}

const NO_UNITS: Phrases<string> = new Map();

/** "Last month"; one word alone may be something else: "may", "2025". */
function isSpan({ period }: Partial<Slot>, length: number): boolean {
  return period !== undefined && length > 1;
}

function findGoods(sentence: Sentence, sense: Sense): Found | undefined {
  const mention = sense.mentions.anywhere(sentence.said);
  if (!mention) return undefined;
  const { from, to, ids } = mention;
  const own = sentence.said.slice(from, to);
  return { from, to, slot: { said: writtenIn(sentence, from, to), ...resolved(sense.mentions, own, ids) } };
}

/** From the first goods on, with the number right before them, an order is read line by line. */
function findLines(sentence: Sentence, sense: Sense): (Found & { readonly slots: Slots }) | undefined {
  const mention = findGoods(sentence, sense);
  if (!mention) return undefined;
  const from = numberBefore(sentence, mention.from, sense);
  const to = sentence.said.length;
  const { lines, besides } = ordered([readLines(sentence, { from, to }, sense)]);
  return { from, to, slot: mention.slot, slots: { ...besides, ...slotsOfLines(lines) } };
}

/** The most words of a number with its unit. */
const LONGEST_AMOUNT = 5;

function numberBefore({ said, written }: Sentence, goods: number, { lexicon }: Sense): number {
  const reader = { order: orderReader(lexicon.words), units: lexicon.values.get('Unit') ?? new Map() };
  for (let from = Math.max(0, goods - LONGEST_AMOUNT); from < goods; from += 1) {
    const read = readAmount(reader, { said, written }, from);
    const between = read && said.slice(from + read.length, goods);
    if (between?.every((token) => lexicon.noise.has(token))) return from;
  }
  return goods;
}

/** However long the number is: orders are known by its last four digits. */
function findOrderNumber(sentence: Sentence): Found | undefined {
  const from = sentence.said.findIndex((token) => /^\d{4,}$/.test(token));
  const digits = sentence.said[from]?.slice(-4);
  return digits === undefined ? undefined : { from, to: from + 1, slot: { said: digits, ids: [digits] } };
}

/** "us" is a country and "one" a number, but not in "tell us" and "the other one". */
function isSmallTalk(own: readonly string[], { lexicon }: Sense): boolean {
  return own.length === 1 && lexicon.small.has(own[0] ?? '');
}
