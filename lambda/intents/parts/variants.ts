/** "Size three", "the bigger one", "in blue", "the 500 gram bag": which of some goods are meant by what sets them apart. Data in, data out. */

import type { Product } from '../../services/commerce/catalogue';
import { contentOf, packsOf } from '../../services/commerce/packs';
import type { Slots } from '../../vocabulary/heard';

/** `by`: what the goods are told apart by. */
export type VariantWish =
  | { readonly by: 'bigger' | 'smaller' }
  | { readonly by: 'size'; readonly size: string }
  | { readonly by: 'content'; readonly amount: number; readonly unit: string }
  | { readonly by: 'colour'; readonly words: readonly string[] };

/** The size one comes in, where the shop tells it. */
export type SizeOf = (product: Product) => string | undefined;

/** Values of the slot type Change: "size-3", "size-xl"; "colour-blue"; "content-500-gram". */
const OF_SIZE = 'size-';
const OF_COLOUR = 'colour-';
/** What the reader of sentences makes of "the 500 gram bag". */
export const OF_CONTENT = 'content';

/** null: it says nothing of the kind. */
export function variantIn({ change, unit }: Slots): VariantWish | null {
  const id = change?.ids[0] ?? '';
  if (id === 'bigger' || id === 'smaller') return { by: id };
  if (id.startsWith(OF_SIZE)) return { by: 'size', size: id.slice(OF_SIZE.length) };
  if (id.startsWith(OF_COLOUR)) return { by: 'colour', words: [id.slice(OF_COLOUR.length), change?.said ?? ''] };
  const [, amount, measure] = /^content-(\d+)-([a-z]+)$/.exec(id) ?? [];
  if (amount && measure) return { by: 'content', amount: Number(amount), unit: measure };
  if (id !== OF_CONTENT || change?.number === undefined || !unit?.ids[0]) return null;
  return { by: 'content', amount: change.number, unit: unit.ids[0] };
}

/** What is being bought, and what could be bought in its place. */
type Among = { readonly now: Product; readonly others: readonly Product[] };

/** Those of `others` that are wished in the place of `now`; those of its own family alone, where there are any. */
export function wishedAmong(wish: VariantWish, { now, others }: Among, sizeOf: SizeOf): readonly Product[] {
  const sisters = others.filter(({ family }) => family !== undefined && family === now.family);
  const found = [sisters, others].map((some) => fitting(wish, { now, others: some }, sizeOf));
  return found.find((some) => some.length > 0) ?? [];
}

function fitting(wish: VariantWish, among: Among, sizeOf: SizeOf): readonly Product[] {
  if (wish.by === 'bigger' || wish.by === 'smaller') return next(wish.by, among, sizeOf);
  return among.others.filter((one) => isLike(wish, one, sizeOf));
}

/** Whether goods are as it is wished. */
export function isLike(wish: VariantWish, product: Product, sizeOf: SizeOf): boolean {
  switch (wish.by) {
    case 'size':
      return sizeOf(product)?.toLowerCase() === wish.size;
    case 'content':
      return packsOf(wish.amount, wish.unit, product.name.pack) === 1 && contentOf(product.name.pack) !== null;
    case 'colour':
      return coloursOf(product).some((colour) => wish.words.some((word) => isColour(word, colour)));
    default:
      return false;
  }
}

function coloursOf({ name }: Product): readonly string[] {
  return (name.options ?? []).flatMap(({ role, value }) => (role === 'colour' ? [value.toLowerCase()] : []));
}

/** "Dark blue" is blue, and "in blau" is "Blau". */
function isColour(said: string, colour: string): boolean {
  const [word, own] = [` ${said.toLowerCase()} `, ` ${colour} `];
  return said !== '' && (word.includes(own) || own.includes(word));
}

/** The nearest that are bigger, or smaller. */
function next(by: 'bigger' | 'smaller', { now, others }: Among, sizeOf: SizeOf): readonly Product[] {
  const own = magnitudeOf(now, sizeOf);
  const sign = by === 'bigger' ? 1 : -1;
  const further = others.flatMap((one) => {
    const other = magnitudeOf(one, sizeOf);
    const step = own && other && own.of === other.of ? sign * (other.amount - own.amount) : 0;
    return step > 0 ? [{ one, step }] : [];
  });
  const nearest = Math.min(...further.map(({ step }) => step));
  return further.filter(({ step }) => step === nearest).map(({ one }) => one);
}

function magnitudeOf(product: Product, sizeOf: SizeOf) {
  const size = sizeOf(product);
  const rank = size === undefined ? null : rankOf(size);
  return rank === null ? contentOf(product.name.pack) : { of: 'size', amount: rank };
}

/** Without those that come in a size, where another of their kind comes in a smaller one. */
export function smallest<T extends { readonly product: Product }>(
  some: readonly T[],
  sizeOf: (one: T) => string | undefined,
): readonly T[] {
  const ranked = some.map((one) => ({ one, kind: one.product.kind, rank: rankOf(sizeOf(one) ?? '') ?? SIZELESS }));
  const least = new Map<Product['kind'], number>();
  for (const { kind, rank } of ranked) least.set(kind, Math.min(rank, least.get(kind) ?? rank));
  return ranked.filter(({ kind, rank }) => rank === least.get(kind)).map(({ one }) => one);
}

const SIZELESS = Number.NEGATIVE_INFINITY;

/** Letters of sizes: S, M, L, and how many X there are before them. */
const LETTERS = /^(x*)([sml])$/;
const MIDDLE: Readonly<Record<string, number>> = { s: -1, m: 0, l: 1 };

/** null: nobody knows which of two such sizes is the bigger. */
function rankOf(size: string): number | null {
  const number = /^\d+(?:[.,]\d+)?$/.exec(size)?.[0];
  if (number !== undefined) return Number(number.replace(',', '.'));
  const [, more = '', letter = ''] = LETTERS.exec(size.toLowerCase()) ?? [];
  const middle = MIDDLE[letter];
  return middle === undefined ? null : middle * (1 + more.length);
}
