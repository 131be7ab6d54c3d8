/** What people of the desk read beside words in a language that is not theirs. */

export type Translator = {
  /** The same in that language (ISO 639-1), in the same order; null: not now. Never throws. */
  translate(texts: readonly string[], to: string): Promise<readonly string[] | null>;
};
