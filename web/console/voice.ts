/** The browser's own ears and mouth, where it has them. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

type Recognition = {
  lang: string;
  interimResults: boolean;
  start(): void;
  abort(): void;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
};
type Heard = new () => Recognition;

const Recogniser =
  (globalThis as { SpeechRecognition?: Heard; webkitSpeechRecognition?: Heard }).SpeechRecognition ??
  (globalThis as { webkitSpeechRecognition?: Heard }).webkitSpeechRecognition ??
  null;

export const canListen = Recogniser !== null;
export const canSpeak = 'speechSynthesis' in globalThis;

export type Ear = { readonly isListening: boolean; readonly problem: string | null; toggle(): void };

/** Hears one sentence at a time. */
export function useEar(locale: string, onHeard: (text: string) => void): Ear {
  const [isListening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<Recognition | null>(null);
  const toggle = useCallback(() => {
    if (running.current) return running.current.abort();
    if (!Recogniser) return;
    const ear = new Recogniser();
    ear.lang = locale;
    ear.interimResults = false;
    ear.onresult = ({ results }) => {
      const text = results[0]?.[0]?.transcript;
      if (text) onHeard(text);
    };
    ear.onerror = ({ error }) => setProblem(error === 'aborted' ? null : error);
    ear.onend = () => {
      running.current = null;
      setListening(false);
    };
    running.current = ear;
    setProblem(null);
    setListening(true);
    ear.start();
  }, [locale, onHeard]);
  useEffect(() => () => running.current?.abort(), []);
  return { isListening, problem, toggle };
}

export type Mouth = { readonly playing: string | null; play(id: string, text: string): void; stop(): void };

/** Says one thing at a time; `playing` is its id. */
export function useMouth(locale: string): Mouth {
  const [playing, setPlaying] = useState<string | null>(null);
  const stop = useCallback(() => {
    if (canSpeak) speechSynthesis.cancel();
    setPlaying(null);
  }, []);
  const play = useCallback(
    (id: string, text: string) => {
      if (!canSpeak) return;
      speechSynthesis.cancel();
      const words = new SpeechSynthesisUtterance(text);
      words.lang = locale;
      const end = () => setPlaying((now) => (now === id ? null : now));
      words.onend = end;
      words.onerror = end;
      setPlaying(id);
      speechSynthesis.speak(words);
    },
    [locale],
  );
  useEffect(() => stop, [stop]);
  return { playing, play, stop };
}
