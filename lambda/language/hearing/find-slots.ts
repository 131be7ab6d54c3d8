/** Slots of an intent found anywhere in a sentence, where no sentence of ours says where they stand. */

import type { Slot, Slots } from '../../vocabulary/heard';
import type { SlotTypes } from './grammar';
import { meaningOf, type Sense, type Sentence, spansOf, writtenIn } from './slots';

type Found = { readonly from: number; readonly to: number; readonly slot: Slot };

/** Goods first, then what they leave: "two" in "two bags of coffee" is a number, "7" in "7 up" is not. */
export function findSlots(sentence: Sentence, types: SlotTypes, sense: Sense): Slots {
  const taken: Found[] = [];
  const found: [string, Slot][] = [];
  for (const [name, type] of Object.entries(types).sort(byCertainty)) {
    const one = find(sentence, type, { sense, taken });
    if (!one) continue;
    taken.push(one);
    found.push([name, one.slot]);
  }
  return Object.fromEntries(found);
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
  const spans = spansOf(sense);
  for (let from = 0; from < sentence.said.length; from += 1) {
    if (taken.some((one) => one.from <= from && from < one.to)) continue;
    for (const length of [...spans(type, sentence.said, from)].reverse()) {
      const own = sentence.said.slice(from, from + length);
      const meaning = meaningOf(sense, type, own);
      const isKnown = meaning.ids.length > 0 || meaning.number !== undefined || meaning.date !== undefined;
      if (isKnown && !isSmallTalk(own, sense))
        return { from, to: from + length, slot: { said: writtenIn(sentence, from, from + length), ...meaning } };
    }
  }
  return undefined;
}

function findGoods(sentence: Sentence, sense: Sense): Found | undefined {
  const mention = sense.mentions.anywhere(sentence.said);
  if (!mention) return undefined;
  const { from, to, ids } = mention;
  return { from, to, slot: { said: writtenIn(sentence, from, to), ids } };
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
