/** PhraseList that are looked for word by word: how many words of a text one of them takes from here on. */

export type PhraseList = {
  /** 0: none begins here. `word` gives the word at a place, nothing behind the end. */
  lengthAt(at: number, word: (at: number) => string | undefined): number;
};

export function createPhrases(phrases: readonly (readonly string[])[]): PhraseList {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), phrase].sort((one, other) => other.length - one.length),
    );
  }
  return {
    lengthAt(at, word) {
      const first = word(at);
      const known = first === undefined ? undefined : byFirst.get(first);
      return known?.find((phrase) => phrase.every((one, offset) => word(at + offset) === one))?.length ?? 0;
    },
  };
}
