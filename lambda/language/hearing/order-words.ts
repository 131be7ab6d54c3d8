/** The small words of an order: what counts, what joins, and what leads to a place, a day or something else. */

export type OrderWords = {
  /** The sign before the decimals of a number in writing. */
  readonly decimal: '.' | ',';
  /** "a" in "a kilo". */
  readonly one: readonly string[];
  /** "half a" before a unit, "and a half" behind one. */
  readonly half: readonly string[];
  readonly andHalf: readonly string[];
  readonly minus: readonly string[];
  /** Before a number behind the goods: "coffee x 2". */
  readonly times: readonly string[];
  /** How many are in one pack: "six pack" is a number and this word, "pack of six" this and a number. */
  readonly packOf: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Between goods. */
  readonly and: readonly string[];
  /** Between numbers: nobody knows which is meant. */
  readonly or: readonly string[];
  /** More than one, and nobody knows how many: "a few". */
  readonly vague: readonly string[];
  /** What was said just before is replaced by what follows: "two, no, three", "coffee, I mean tea". */
  readonly instead: readonly string[];
  /** What follows is wanted after all: "not coffee but tea"; "but" before a refusal says nothing. */
  readonly but: readonly string[];
  /** What follows is not wanted, besides the language's refusals: "tea instead of coffee". */
  readonly except: readonly string[];
  /** Before what goes, and between it and what comes in its place: "swap the tea for coffee". */
  readonly swap: readonly string[];
  readonly swapFor: readonly string[];
  /** Say nothing between goods and their number: "coffee but two bags". */
  readonly idle: readonly string[];
  /** Begins what no goods are called: "for the moka". */
  readonly tail: readonly string[];
  /** Leads to the reason for what was said: "because". */
  readonly because: readonly string[];
  /** Leads to an address, whatever it is called; and to one only where it is known. */
  readonly to: readonly string[];
  readonly toKnown: readonly string[];
  /** What goods taste of or come in: "in powder" leads to no address. */
  readonly made: readonly string[];
  /** Stands before the number of an order: "order" in "order 1042". */
  readonly numbered: readonly string[];
  /** Stand before a size, whose number counts nothing: "nappies size 4". One word each. */
  readonly sizes: readonly string[];
  /**
   * What goods are used with, and none of them: before the name of these ("ekspres do kawy", "a machine for coffee"), and behind it
   * ("coffee machine"). One word each.
   */
  readonly tools: { readonly before: readonly string[]; readonly after: readonly string[] };
  /**
   * What sets goods apart from others of their kind, as it is said of what is being bought: "bigger", "smaller", "size-3", "size-xl",
   * "colour-blue"; templates as in `sentences.json`.
   */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** Lead to goods as deeds do: "order coffee, and I need tea". */
  readonly wishes: readonly string[];
  /** Before a day, and before a way of delivery. */
  readonly on: readonly string[];
  readonly by: readonly string[];
  readonly delivery: readonly string[];
};
