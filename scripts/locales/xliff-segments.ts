/** The parts of a text in XLIFF, put together again. */

/** `ignorable` stands between two others, and needs no translation. */
export type Segment = {
  readonly kind: 'segment' | 'ignorable';
  readonly isDone: boolean;
  source: string;
  /** null: there is none. */
  target: string | null;
  /** Its place among all of the unit in the translation, from 1; null: where it stands. */
  order: number | null;
};

/** null: not all of it is translated. An empty target is none, unless there was nothing to translate. */
export function translatedIn(segments: readonly Segment[]): string | null {
  const words = segments.map((one, at) => ({ text: wordsOf(one), at: one.order ?? at + 1 }));
  if (words.length === 0 || words.some(({ text }) => text === null)) return null;
  const text = words
    .toSorted((a, b) => a.at - b.at)
    .map((one) => one.text)
    .join('');
  return text === '' ? null : text;
}

function wordsOf({ kind, isDone, source, target }: Segment): string | null {
  if (kind === 'ignorable') return target ?? source;
  return isDone && (target !== '' || source === '') ? target : null;
}
