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

/** What a draft of a language has no words for: the key of it, which nobody wants to hear. */
const LACKING = /\[[A-Za-z]+(?:\.\w+)+\]/;
const TONE = { hertz: 660, seconds: 0.2, loudness: 0.1 };

function playTone(): void {
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = TONE.hertz;
  volume.gain.value = TONE.loudness;
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + TONE.seconds);
}

type Saying = { readonly locale: string; readonly isWanted: () => boolean; readonly end: () => void };

/** Piece after piece; a tone stands for each key between them. `end` is called once all is said, or one of them failed. */
function sayPieces([piece = '', ...rest]: readonly string[], how: Saying): void {
  const goOn = () => {
    if (rest.length === 0 || !how.isWanted()) {
      how.end();
      return;
    }
    playTone();
    sayPieces(rest, how);
  };
  if (piece.trim() === '') {
    goOn();
    return;
  }
  const words = new SpeechSynthesisUtterance(piece.trim());
  words.lang = how.locale;
  words.onend = goOn;
  words.onerror = how.end;
  speechSynthesis.speak(words);
}

export type Mouth = { readonly playing: string | null; play(id: string, text: string): void; stop(): void };

/** Says one thing at a time; `playing` is its id. */
export function useMouth(locale: string): Mouth {
  const [playing, setPlaying] = useState<string | null>(null);
  const run = useRef(0);
  const stop = useCallback(() => {
    run.current += 1;
    if (canSpeak) speechSynthesis.cancel();
    setPlaying(null);
  }, []);
  const play = useCallback(
    (id: string, text: string) => {
      if (!canSpeak) return;
      speechSynthesis.cancel();
      run.current += 1;
      const mine = run.current;
      setPlaying(id);
      sayPieces(text.split(LACKING), {
        locale,
        isWanted: () => run.current === mine,
        end: () => setPlaying((now) => (now === id && run.current === mine ? null : now)),
      });
    },
    [locale],
  );
  useEffect(() => stop, [stop]);
  return { playing, play, stop };
}
