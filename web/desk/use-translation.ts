/** What was said in another language, in the reader's: asked for line by line as they come, and kept by the page alone. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Detail, TranslatedLines } from '../../lambda/desk/protocol';
import type { DeskLine } from '../../lambda/desk/protocol-lines';
import { type Code, call } from './api';
import { keep, kept } from './keep';
import type { Words } from './words';

export type Translation = {
  /** There is something to translate, and somebody who does. */
  readonly isOffered: boolean;
  readonly isOn: boolean;
  readonly turn: () => void;
  /** By `translationKey`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly refused: Code | null;
};

/** A line that reads otherwise by now is another one to translate. */
export function translationKey({ id, text }: Pick<DeskLine, 'id' | 'text'>): string {
  return `${id} ${text}`;
}

/** As many as the house takes at once; what was said last comes first. */
const AT_ONCE = 50;

export function useTranslation({ handOff, lines }: Detail, { lang, translates }: Words): Translation {
  const [isWished, wish] = useState(() => kept('localStorage', 'translate', false));
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<Code | null>(null);
  const asked = useRef(new Set<string>());
  const isOffered = translates && handOff.locale.split('-')[0] !== lang;
  const isOn = isOffered && isWished;
  useEffect(() => {
    const missing = lines
      .filter((line) => isToTranslate(line) && !asked.current.has(translationKey(line)))
      .slice(-AT_ONCE);
    if (!isOn || missing.length === 0) return;
    const keys = new Map(missing.map((line) => [line.id, translationKey(line)]));
    for (const key of keys.values()) asked.current.add(key);
    const wished = { lines: missing.map(({ id }) => id), to: lang };
    call<TranslatedLines>(`/hand-offs/${encodeURIComponent(handOff.id)}/translation`, wished).then((answered) => {
      setRefused(answered.ok ? null : answered.code);
      if (!answered.ok) return;
      const came = answered.value.lines.map(({ id, text }) => [keys.get(id) ?? id, text] as const);
      setTexts((before) => new Map([...before, ...came]));
    });
  }, [isOn, lines]);
  return {
    ...{ isOffered, isOn, texts, refused },
    turn() {
      // What was refused is asked for again.
      asked.current = new Set(texts.keys());
      setRefused(null);
      wish(!isWished);
      keep('localStorage', 'translate', !isWished);
    },
  };
}

/** A speaker sends no words, a file has none, and neither has what only happened. */
function isToTranslate({ text, meant, attached, isEvent }: DeskLine): boolean {
  return text.trim() !== '' && meant === null && attached === null && !isEvent;
}
