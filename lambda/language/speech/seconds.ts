/** How long speech takes, estimated from its characters and pauses. */

import type { SpeechPart } from './ssml';

/** Characters a second at a speaker's normal pace; our own figures, to be calibrated with a voice of each language. */
const RATES: Readonly<Record<string, number>> = {
  cs: 13,
  de: 14,
  en: 14.5,
  es: 16,
  fr: 15.5,
  it: 15.5,
  pl: 13.5,
  pt: 15.5,
  ro: 14.5,
};
const USUAL_RATE = 14;
/** A digit is written with one character and said with about four. */
const DIGIT = 4;
/** What a draft has no words for yet is a tone. */
const TONE = 0.5;
const PAUSE = { sentence: 0.35, clause: 0.15, digit: 0.15 };

function textSeconds(text: string, rate: number): number {
  let characters = text.length;
  let pauses = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) characters += DIGIT - 1;
    else if (code === 46 || code === 33 || code === 63) pauses += PAUSE.sentence;
    else if (code === 44 || code === 58 || code === 59) pauses += PAUSE.clause;
  }
  return characters / rate + pauses;
}

/** Seconds, to a tenth. */
export function secondsOf(parts: readonly SpeechPart[], language: string): number {
  const rate = RATES[language] ?? USUAL_RATE;
  let seconds = 0;
  for (const part of parts) {
    if (typeof part === 'string') seconds += textSeconds(part, rate);
    else if (part.kind === 'quoted') seconds += textSeconds(part.text, rate);
    else if (part.kind === 'break') seconds += part.milliseconds / 1000;
    else if (part.kind === 'lacking') seconds += TONE;
    else seconds += part.digits.length * (DIGIT / rate + PAUSE.digit);
  }
  return Math.round(seconds * 10) / 10;
}

/** Nobody keeps more than this in mind, whatever it ends with. */
export const MOST_SECONDS = 15;

export function isInTime({ seconds }: { readonly seconds: number }): boolean {
  return seconds <= MOST_SECONDS;
}
