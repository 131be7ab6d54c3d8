/** How long speech takes, estimated from its characters and pauses. */

import type { SpeechPart } from './ssml';

/** How a voice of a language reads: `npm run locales pace` measures it, and the language's folder keeps it. */
export type Pace = {
  /** Characters a second between two pauses. */
  readonly rate: number;
  /** A digit is written with one character and said with about so many. */
  readonly digit: number;
};

export function isPace(value: unknown): value is Pace {
  const { rate, digit }: { readonly rate?: unknown; readonly digit?: unknown } = Object(value);
  return typeof rate === 'number' && rate > 0 && typeof digit === 'number' && digit > 0;
}

/** Of a language nobody has measured. */
export const USUAL_PACE: Pace = { rate: 14, digit: 4 };
/** What a draft has no words for yet is a tone. */
const TONE = 0.5;
const PAUSE = { sentence: 0.35, clause: 0.15, digit: 0.15 };

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function textSeconds(text: string, { rate, digit }: Pace): number {
  let characters = text.length;
  let pauses = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) characters += digit - 1;
    // Inside a number nobody pauses: "1.000", "1,5", "14:05".
    else if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) continue;
    else if (code === 46 || code === 33 || code === 63) pauses += PAUSE.sentence;
    else if (code === 44 || code === 58 || code === 59) pauses += PAUSE.clause;
  }
  return characters / rate + pauses;
}

/** Seconds, to a tenth. */
export function secondsOf(parts: readonly SpeechPart[], pace: Pace): number {
  let seconds = 0;
  for (const part of parts) {
    if (typeof part === 'string') seconds += textSeconds(part, pace);
    else if (part.kind === 'quoted') seconds += textSeconds(part.text, pace);
    else if (part.kind === 'break') seconds += part.milliseconds / 1000;
    else if (part.kind === 'lacking') seconds += TONE;
    else seconds += part.digits.length * (pace.digit / pace.rate + PAUSE.digit);
  }
  return Math.round(seconds * 10) / 10;
}

/** Nobody keeps more than this in mind, whatever it ends with. */
export const MOST_SECONDS = 15;

export function isInTime({ seconds }: { readonly seconds: number }): boolean {
  return seconds <= MOST_SECONDS;
}
