/** All words of a language as they stand in its files: read anew whenever these change, in an editor or in another tab. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PlacedText } from '../../lambda/console/localiser-protocol';
import type { FileProblem } from '../../lambda/console/protocol';
import { listen, readSentences, readTexts } from '../console/api';

export type SentencesOf = Readonly<Record<string, readonly string[]>>;
export type KnownWords = {
  readonly language: string;
  readonly texts: readonly PlacedText[];
  readonly sentences: SentencesOf;
  /** What all languages are measured by. */
  readonly english: SentencesOf;
};

/** `broken`: files for which the words of before are spoken on. */
export function useWords(language: string, first: readonly FileProblem[]) {
  const [known, setKnown] = useState<KnownWords | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [broken, setBroken] = useState(first);
  const wanted = useRef(0);
  const read = useCallback(() => {
    wanted.current += 1;
    const mine = wanted.current;
    Promise.all([readTexts(language), readSentences(language), readSentences('en')]).then(
      ([texts, sentences, english]) => {
        if (wanted.current !== mine) return;
        setKnown({ language, texts, sentences, english });
        setProblem(null);
      },
      (error: Error) => wanted.current === mine && setProblem(error.message),
    );
  }, [language]);
  useEffect(() => {
    setProblem(null);
    read();
    return listen({
      settings: () => undefined,
      problems({ problems }) {
        setBroken(problems);
        read();
      },
      reloaded: read,
    });
  }, [read]);
  const change = useCallback((to: (words: KnownWords) => KnownWords) => {
    setKnown((words) => words && to(words));
  }, []);
  return { known: known?.language === language ? known : null, problem, broken, change };
}
