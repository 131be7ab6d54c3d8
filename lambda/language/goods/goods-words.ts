/** What a language knows of goods: `goods.json` of its folder, read once and checked at the door. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { KINDS } from '../../vocabulary/kinds';
import { WHICH_STANDS } from '../hearing/near-names';

const words = z.array(z.string());
const place = z.enum(['first', 'last']);

export const GOODS_WORDS = z.strictObject({
  /** Where the thing itself stands in its name ("coffee filters", "filtri caffè"), and where its maker; where that stands which tells one from others. */
  name: z.strictObject({ head: place, brand: place, which: z.enum(WHICH_STANDS) }),
  /** What everything of a kind is called, the most general word first. */
  kinds: z.strictObject(Object.fromEntries(KINDS.map((kind) => [kind, words]))),
  /** What only some of it is called: where the title says so. */
  also: z.record(z.string(), words),
  /** Names of categories that tell the kind by themselves. */
  shelves: z.record(z.string(), words),
  /** Of names that several kinds share, what is meant where nothing else is said: "milk". */
  plain: z.record(z.string(), words),
  /** Words for what holds the goods; they tell nothing of the goods. */
  packs: z.strictObject({
    ...{ bag: words, bottle: words, box: words, can: words, carton: words, jar: words },
    ...{ pack: words, roll: words, tube: words, tub: words, piece: words },
  }),
  units: z.strictObject({
    ...{ gram: words, kilogram: words, ounce: words, pound: words },
    ...{ milliliter: words, liter: words, 'fluid-ounce': words, meter: words },
  }),
  /** What is counted ("100 sheets"), what announces a count ("pack of 6"), what stands right behind the figure ("80s"). */
  pieces: words,
  packOf: words,
  behind: words,
  /** Counts in words: "twin pack". */
  counts: z.record(z.string(), z.int()),
  /** Behind an age: "6-18 months". */
  ages: words,
  /** Which option of a platform is which. */
  roles: z.strictObject({ size: words, colour: words, grind: words, scent: words, flavour: words, strength: words }),
  /** Announce a size in a title: "size 42". */
  sizes: words,
  /** Words that join others, and those of them behind which stands a detail, not the thing: "with", "for". */
  small: words,
  aside: words,
  /** Beside what a thing has not: "without sugar", "sugar free". */
  lacks: z.strictObject({ before: words, after: words }),
  /** Behind the name of other goods they are the thing: "water bottle"; where the thing comes first there are none. */
  things: words,
  /** What a shop says of anything. */
  noise: words,
  /** Announce a number nobody says: "SKU". */
  codes: words,
  /** Written in capitals because it is said letter by letter. */
  spelled: words,
  /** Written short: "w/". */
  short: z.record(z.string(), z.string()),
});

export type GoodsWords = z.infer<typeof GOODS_WORDS>;

export const GOODS_FILE = 'goods.json';

/** null: the language has no such file. Throws where it is not as it has to be. */
export function readGoodsWords(directory: string, language: string): GoodsWords | null {
  const file = join(directory, language, GOODS_FILE);
  return existsSync(file) ? GOODS_WORDS.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
