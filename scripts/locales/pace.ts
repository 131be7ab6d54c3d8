/** `npm run locales pace`: how fast a language is read, measured with espeak-ng, a voice that runs everywhere and says any language. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { type Pace, secondsOf } from '../../lambda/language/speech/seconds';
import { DECLARED } from './contract';
import { asJsonText } from './json-text';
import { spread } from './samples';
import { sayerOf } from './say';
import { localesOf, type Place } from './source';
import { textsOf } from './texts';

/** At this one English comes to 150 words a minute with its pauses, as people talk; all languages are measured at the same. */
const SPEED = 140;
const MOST_TEXTS = 400;
/** Of fewer any pace can be made. */
const LEAST_TEXTS = 20;
/** Shorter, and it is the pauses that are measured. */
const LEAST_LETTERS = 50;
/** Softer is silence, of a sample of 16 bits. */
const SILENCE = 200;

export type Measured = {
  readonly pace: Pace;
  /** Of the texts it was not made with: how far the estimate is off, as a share of the time they take. */
  readonly error: { readonly median: number; readonly most: number };
  readonly texts: number;
};

/** Whether espeak-ng is here, and says this language. */
export function hasVoice(language: string): boolean {
  return spawnSync('espeak-ng', ['-v', language, '-q', 'a']).status === 0;
}

/** Made with every other reply and tried on the rest. Throws where espeak-ng has no such voice, and where too little can be said. */
export function measure(place: Place, language: string, most: number = MOST_TEXTS): Measured {
  // A file that cannot be read is told of here: a voice without words would be measured as one that says nothing.
  textsOf(place, language);
  const say = sayerOf(place, language);
  const heard = [...DECLARED.keys()].flatMap((key) => say(key).map((one) => one.heard));
  // A name in another script is spelled by this voice, which takes longer than any other does.
  const isFit = (text: string) => text.length >= LEAST_LETTERS && !/[^\p{Script=Latin}\P{L}]/u.test(text);
  const texts = spread([...new Set(heard)].filter(isFit), most);
  if (texts.length < LEAST_TEXTS)
    throw new Error(
      `${language} has ${texts.length} replies to measure, and ${LEAST_TEXTS} are needed; nothing is written`,
    );
  const timed = texts.map((text) => ({ text, seconds: secondsSaid(text, language) }));
  const pace = fitted(timed.filter((_, at) => at % 2 === 0));
  const errors = errorsOf(
    pace,
    timed.filter((_, at) => at % 2 === 1),
  );
  return { pace, error: { median: shareOf(errors, 0.5), most: shareOf(errors, 0.9) }, texts: texts.length };
}

/** Into the language's own file, beside its name. */
export function writePace(place: Place, language: string, pace: Pace): void {
  const file = join(localesOf(place), language, 'language.json');
  // Before what a localiser changes there, so that the two are no conflict.
  const known: object = JSON.parse(readFileSync(file, 'utf8'));
  writeWhole(file, asJsonText(Object.assign({ pace }, known, { pace })));
}

type Timed = { readonly text: string; readonly seconds: number };

/** The pace with the smallest error on average: the median alone is the same for many. */
function fitted(timed: readonly Timed[]): Pace {
  const steps = (from: number, to: number, by: number) =>
    Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => Math.round((from + at * by) * 10) / 10);
  const all = steps(8, 24, 0.1).flatMap((rate) => steps(1, 12, 0.5).map((digit): Pace => ({ rate, digit })));
  const tried = all.map((pace) => ({ pace, error: errorsOf(pace, timed).reduce((sum, error) => sum + error, 0) }));
  return tried.reduce((best, one) => (one.error < best.error ? one : best)).pace;
}

function errorsOf(pace: Pace, timed: readonly Timed[]): readonly number[] {
  return timed.map(({ text, seconds }) => Math.abs(secondsOf([text], pace) - seconds) / seconds).sort((a, b) => a - b);
}

/** The error that so large a share of the texts keeps to. */
function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** From the first sound to the last. */
function secondsSaid(text: string, voice: string): number {
  const args = ['-v', voice, '-s', `${SPEED}`, '--stdout', '--', text];
  const { stdout, status } = spawnSync('espeak-ng', args, { maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(`espeak-ng says nothing in ${voice}; is it installed (Debian's espeak-ng)?`);
  // A WAV file: its rate stands at byte 24, its samples behind byte 44.
  const at = stdout.byteOffset + 44;
  const samples = new Int16Array(stdout.buffer.slice(at, at + 2 * Math.floor((stdout.length - 44) / 2)));
  const isSound = (sample: number) => Math.abs(sample) > SILENCE;
  return (samples.findLastIndex(isSound) - samples.findIndex(isSound)) / stdout.readUInt32LE(24);
}
