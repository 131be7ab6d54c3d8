/** What the classifier sees of a sentence: word 1–2-grams and character 2–5-grams, as hashed numbers in two blocks. */

/** Features are told apart by 24 bits: with some 20 000 known ones a stranger is rarely taken for one of them. */
const MASK = 0xff_ffff;
const CHARACTERS = { from: 2, to: 5 } as const;
const FNV_PRIME = 0x01_00_01_93;
const SEEDS = { word: 0x81_1c_9d_c5, pair: 0x05_0c_5d_1f, character: 0x2f_0b_44_11 } as const;

/** Hash to how often it occurs, a block each: the blocks are weighed apart. */
export type Features = {
  readonly words: ReadonlyMap<number, number>;
  readonly characters: ReadonlyMap<number, number>;
};

/** `tokens` are normalised words: lower case, no diacritics, no punctuation. Numbers of any length look alike. */
export function featuresOf(tokens: readonly string[]): Features {
  const words = new Map<number, number>();
  const characters = new Map<number, number>();
  let before = hash(SEEDS.pair, '^');
  for (const token of tokens) {
    const word = /^\d+$/.test(token) ? '0' : token;
    count(words, hash(SEEDS.word, word) & MASK);
    count(words, hash(before, word) & MASK);
    before = hash(hash(SEEDS.pair, word), ' ');
    countCharacters(characters, ` ${word} `);
  }
  count(words, hash(before, '$') & MASK);
  return { words, characters };
}

/** Every stretch of two to five characters of one padded word. */
function countCharacters(into: Map<number, number>, padded: string): void {
  for (let start = 0; start < padded.length - 1; start += 1) {
    let value: number = SEEDS.character;
    const end = Math.min(padded.length, start + CHARACTERS.to);
    for (let at = start; at < end; at += 1) {
      value = Math.imul(value ^ padded.charCodeAt(at), FNV_PRIME) >>> 0;
      if (at - start + 1 >= CHARACTERS.from) count(into, mix(value));
    }
  }
}

function hash(seed: number, text: string): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME) >>> 0;
  return mix(value) ^ (value << 8);
}

/** FNV's low bits are its weakest; the high ones are folded in. */
function mix(value: number): number {
  return ((value >>> 8) ^ value) & MASK;
}

function count(into: Map<number, number>, feature: number): void {
  into.set(feature, (into.get(feature) ?? 0) + 1);
}
