/** How many words of a sentence a slot may take. */

import type { PlainDate } from '../../vocabulary/values';
import type { Lexicon } from './lexicon';
import { readCount, readDigits, readOrderNumber, readSum } from './numbers';
import { isOfSize, orderReader } from './order-reader';
import { dateLengths, lengths, nameLengths } from './slot-lengths';
import { readPhrase } from './words';

type Spanning = { readonly lexicon: Lexicon; readonly today: () => PlainDate };

/** The most words a product or a place is described with; longer is a sentence we do not know. */
const LONGEST = { Product: 30, other: 4 };

const UP_TO = Array.from({ length: LONGEST.Product + 1 }, (_, most) =>
  Array.from({ length: most }, (_, index) => index + 1),
);

/** Slot types that hold a number, and how it is read. */
export const COUNTED: Readonly<Record<string, typeof readCount>> = { 'AMAZON.NUMBER': readCount, Sum: readSum };

/** How many tokens a slot of this type may take from `from` on. Closed types take what they know and nothing else. */
export function spansOf(sense: Spanning) {
  const read = spansRead(sense);
  const order = orderReader(sense.lexicon.words);
  return (type: string, said: readonly string[], from: number): readonly number[] => {
    const size = NO_SIZE[type];
    return size !== undefined && isOfSize(order, said, from + size) ? [] : read(type, said, from);
  };
}

/** "Nappies size 9" are not nine of them, and go nowhere: the types that hold no size, and where its number would be. */
const NO_SIZE: Readonly<Record<string, number>> = { 'AMAZON.NUMBER': 0, Sum: 0, Place: 1 };

function spansRead({ lexicon, today }: Spanning) {
  return (type: string, said: readonly string[], from: number): readonly number[] => {
    const read = COUNTED[type];
    if (read) return lengths(read(lexicon.numbers, said, from));
    if (type === 'AMAZON.DATE') return dateLengths(lexicon, said, { from, today });
    if (type === 'AMAZON.FirstName') return nameLengths(lexicon, said, { from, today });
    // Whatever follows is the message, to the end.
    if (type === 'AMAZON.SearchQuery') return [said.length - from];
    const row = ROWS[type];
    if (row) return lengths(row(lexicon.digits, said, from));
    if (type === 'OrderNumber') return readOrderNumber(lexicon.digits, said, from).map(({ length }) => length);
    const known = lexicon.values.get(type);
    if (known && type !== 'Place') return lengths(readPhrase(known, said, from));
    const most = Math.min(said.length - from, type === 'Product' ? LONGEST.Product : LONGEST.other);
    return UP_TO[most] ?? [];
  };
}

/** However it was said, a telephone number comes as one word of digits: `conversation/said-phone` makes it that. */
const readPhone: typeof readDigits = (_, said, from) => {
  const [value = ''] = said.slice(from, from + 1);
  return /^\d{7,15}$/.test(value) ? { value, length: 1 } : undefined;
};

/** Slot types that are digits and nothing else. */
export const ROWS: Readonly<Record<string, typeof readDigits>> = { Digits: readDigits, Phone: readPhone };
