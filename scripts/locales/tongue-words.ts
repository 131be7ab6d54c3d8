/** Which words are whose: learned from the texts of the languages, each word counted once a reply. */

/** A text of a language; `reply` is the one it is a form of: what stands in its other forms too is no second place. */
export type TongueText = { readonly reply: string; readonly text: string };
/** Of each word the replies it stands in, and how many replies there are. */
export type TongueWords = { readonly places: ReadonlyMap<string, ReadonlySet<string>>; readonly replies: number };

/** A word is another language's where it stands so many times more often in its texts. */
const OFTENER = 8;
/** One word is a coincidence. */
const LEAST = 2;
/** Of a draft, which has few words yet, so much of a text must be in the other language's texts as well. */
const MOSTLY = 0.7;

const NO_WORDS = /\{\{.*?\}\}|\$t\(.*?\)|https?:\S+|\S+@\S+/g;
const BREAKS = /[.!?…;:,()“”„«»"]+\s*|\s[–—-]\s/;

/** As they are written, without what is filled in, addresses, and letters that stand for themselves. */
export function wordsIn(text: string): readonly string[] {
  return (text.replace(NO_WORDS, ' , ').match(/\p{L}+/gu) ?? []).filter((word) => !/^\p{Lu}$/u.test(word));
}

/** A text, and each clause of it: one in another language is found among many that are not. */
export function clausesOf(text: string): readonly string[] {
  return [text, ...text.replace(NO_WORDS, ' , ').split(BREAKS).filter(Boolean)];
}

export function tongueWords(texts: readonly TongueText[]): TongueWords {
  const places = new Map<string, Set<string>>();
  for (const { text, reply } of texts) {
    for (const word of wordsIn(text)) {
      const low = word.toLowerCase();
      places.set(low, (places.get(low) ?? new Set()).add(reply));
    }
  }
  return { places, replies: new Set(texts.map(({ reply }) => reply)).size };
}

export type Judged = { readonly own: TongueWords; readonly reply: string; readonly isDraft: boolean };

/** Whether a clause of this reply is rather in the other language. */
export function isTheirs(words: readonly string[], theirs: TongueWords, { own, reply, isDraft }: Judged): boolean {
  let [foreign, native, shared] = [0, 0, 0];
  for (const word of words) {
    const low = word.toLowerCase();
    const here = own.places.get(low);
    // What this very reply says tells nothing of the language.
    const mine = ((here?.size ?? 0) - (here?.has(reply) ? 1 : 0)) / own.replies;
    const other = (theirs.places.get(low)?.size ?? 0) / theirs.replies;
    if (other > 0) shared += 1;
    if (other > mine * OFTENER) foreign += 1;
    else if (mine > other * OFTENER) native += 1;
  }
  return foreign >= LEAST && foreign > native && (!isDraft || shared >= words.length * MOSTLY);
}
