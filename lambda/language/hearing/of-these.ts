/** Lines of goods as they are meant where goods were told, or are being bought: "the second one", "two bags and tea". */

import type { Slots } from '../../vocabulary/heard';
import type { Line } from '../../vocabulary/lines';
import { atPlace } from '../../vocabulary/places';
import type { AskedAbout } from './certainty';
import type { OrderText } from './lines-together';
import type { HeardCount } from './order-reading';
import type { Sense } from './slots';
import { tokens } from './words';

/** `isOfThese`: known by the question it answers. */
export type ReadLine = Line & { readonly isOfThese?: true };

type Meant = {
  readonly lines: readonly ReadLine[];
  readonly besides: Slots;
  /** What the sentence says beside its lines. */
  readonly slots: Slots;
};

type At = {
  readonly about: AskedAbout;
  readonly sense: Sense;
  /** What changes it stands behind the goods: "two and tea on top". */
  readonly isBehind: boolean;
};

/** Values of Amend that are meant of what is there already. */
const OF_THESE: Readonly<Record<string, true>> = { drop: true, except: true, only: true };
/** Behind a number these say what becomes of the goods after it. */
const ADDS: ReadonlySet<string | undefined> = new Set([undefined, 'also', 'instead']);

/** `slots`: what the sentence says beside the lines. */
export function meantOf(
  { lines: said, besides, alone }: OrderText,
  slots: Slots,
  { about, sense, isBehind }: At,
): Meant {
  const change = slots.amend?.ids[0];
  if (alone) {
    const adds = ADDS.has(change) || (change === 'add' && isBehind);
    const isOfThem = about.isBuying && about.goods.length > 0 && adds && !slots.change && !slots.quantity;
    const { left, ...rest } = besides;
    // With more that nobody could place it is asked about.
    if (!isOfThem || left?.said !== alone.quantity.said) return { lines: said, besides, slots };
    // "Two bags and tea": two of what is being bought, and tea.
    const also = { said: slots.amend?.said ?? '', ids: ['also'] };
    return { lines: [{ ...alone, ...whose(alone, about) }, ...said], besides: rest, slots: { ...slots, amend: also } };
  }
  const isOfThese = OF_THESE[change ?? ''] === true;
  const isCounted = !slots.amend && !slots.change && (slots.quantity ?? said[0]?.quantity) !== undefined;
  const inPlace = isOfThese || isCounted ? said.map((line) => ofTold(line, about.goods)) : said;
  return { lines: isOfThese ? inPlace.map((line) => ofThese(line, about.goods, sense)) : inPlace, besides, slots };
}

/** "Three bags", where only one of several goods comes in bags. */
function whose({ unit }: HeardCount, { goods, packOf }: AskedAbout): Pick<ReadLine, 'product' | 'isOfThese'> {
  const [one, ...more] = goods.filter((id) => unit?.ids.some((pack) => pack === packOf?.(id)));
  if (goods.length < 2 || !one || more.length > 0) return {};
  return { product: { said: '', ids: [one] }, isOfThese: true };
}

/** "The second one", where goods were told. */
function ofTold(line: ReadLine, goods: readonly string[]): ReadLine {
  const { product } = line;
  if (product?.ordinal === undefined || product.ids.length > 0) return line;
  const id = atPlace(goods, product.ordinal);
  return id === undefined ? line : { ...line, product: { ...product, ids: [id] }, isOfThese: true };
}

/** Of few goods a word of their name is enough: "take off the tablets". */
function ofThese(line: ReadLine, goods: readonly string[], { lexicon, mentions }: Sense): ReadLine {
  const { product } = line;
  if (!product || product.ids.length > 0 || goods.length === 0) return line;
  const ids = mentions.partly(tokens(product.said, lexicon.words.apostrophe)).filter((id) => goods.includes(id));
  return ids.length > 0 ? { ...line, product: { ...product, ids }, isOfThese: true } : line;
}
