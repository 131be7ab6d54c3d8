/** What the classifier sees of a sentence: word 1–2-grams, pairs of words with one between, and character 2–5-grams, as hashed numbers in two blocks. */

/** Features are told apart by 24 bits: with some 20 000 known ones a stranger is rarely taken for one of them. */
const MASK = 0xff_ffff;
const CHARACTERS = { from: 2, to: 5 } as const;
const FNV_PRIME = 0x01_00_01_93;
const SEEDS = { word: 0x81_1c_9d_c5, pair: 0x05_0c_5d_1f, apart: 0x3b_9a_ca_07, character: 0x2f_0b_44_11 } as const;

/** Hashes, as often as they occur, a block each: the blocks are weighed apart. */
export type Features = { readonly words: readonly number[]; readonly characters: readonly number[] };

/** `tokens` are normalised words: lower case, no diacritics, no punctuation. */
export function featuresOf(tokens: readonly string[]): Features {
  return { words: wordFeatures(tokens), characters: tokens.flatMap(characterFeatures) };
}

/** Words, pairs of neighbours, and pairs with one word between ("cancel … order"), the edges of the sentence among them. */
export function wordFeatures(tokens: readonly string[]): readonly number[] {
  const found: number[] = [];
  let before = hash(SEEDS.pair, '^');
  let twoBefore: number | null = null;
  let apart = hash(SEEDS.apart, '^');
  const meet = (word: string) => {
    found.push(hash(before, word) & MASK);
    if (twoBefore !== null) found.push(hash(twoBefore, word) & MASK);
    before = hash(hash(SEEDS.pair, word), ' ');
    twoBefore = apart;
    apart = hash(SEEDS.apart, word);
  };
  for (const token of tokens) {
    const word = alike(token);
    found.push(hash(SEEDS.word, word) & MASK);
    meet(word);
  }
  meet('$');
  return found;
}

/** Every stretch of two to five characters of one word with a blank on either side. */
export function characterFeatures(token: string): readonly number[] {
  const padded = ` ${alike(token)} `;
  const found: number[] = [];
  for (let start = 0; start < padded.length - 1; start += 1) {
    let value: number = SEEDS.character;
    const end = Math.min(padded.length, start + CHARACTERS.to);
    for (let at = start; at < end; at += 1) {
      value = Math.imul(value ^ padded.charCodeAt(at), FNV_PRIME) >>> 0;
      if (at - start + 1 >= CHARACTERS.from) found.push(mix(value));
    }
  }
  return found;
}

/** Numbers of any length look alike. */
function alike(token: string): string {
  return /^\d+$/.test(token) ? '0' : token;
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
