/** A code, a number or an address said sign by sign, slowly, so that it can be noted down. */

import type { ValueOf } from '../../vocabulary/values';
import { bareLink, piecesOf } from '../../vocabulary/written-words';
import type { PhraseName } from './phrases';
import { phraseText, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

/** Signs that are part of what is spelt, where its writer set no space. */
const SIGNS: Readonly<Record<string, PhraseName>> = {
  '@': 'signAt',
  '.': 'signDot',
  '-': 'signDash',
  _: 'signUnderscore',
  '+': 'signPlus',
  '/': 'signSlash',
};
/** Digits are noted down in fours. */
const GROUP = 4;

/** After each group, in milliseconds: where there is no time, hardly more than a comma. */
const PAUSES = { whole: 300, brief: 150, short: 80 } as const;
type Haste = keyof typeof PAUSES;
/** One of them: how long is known when all is. */
const PAUSE = Symbol('pause');

export function formatSpelling({ text }: ValueOf<'spelling'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  if (form === 'text') return [text];
  const haste = hasteOf(speaker);
  const said = stretchesOf(text).flatMap((stretch) =>
    runsOf(grouped(stretch, haste)).flatMap((run) => runSaid(run, stretch, speaker)),
  );
  return said.flatMap((part, at) => {
    if (part !== PAUSE) return [part];
    // One between two groups, however many signs stand there, and none behind the last.
    const isLast = said.slice(at).every((later) => later === PAUSE);
    return isLast || said[at - 1] === PAUSE ? [] : [{ kind: 'break', milliseconds: PAUSES[haste] } as const];
  });
}

function hasteOf({ manners }: Speaker): Haste {
  if (manners.includes('short')) return 'short';
  return manners.includes('brief') ? 'brief' : 'whole';
}

/** `hasSigns`: each of its signs is said. `hasWords`: its words are known as words. */
type Stretch = { readonly text: string; readonly hasSigns: boolean; readonly hasWords: boolean };

/** What follows the name of a site is no words. */
function stretchesOf(text: string): readonly Stretch[] {
  const [only] = piecesOf(text);
  if (only?.kind !== 'link' || only.text !== text) {
    const isAddress = text.includes('@');
    return [{ text, hasSigns: isAddress, hasWords: isAddress }];
  }
  const [site = '', ...path] = bareLink(text).split(/(?=\/)/);
  return [
    { text: site, hasSigns: true, hasWords: true },
    { text: path.join(''), hasSigns: true, hasWords: false },
  ];
}

/** In the groups it was written in, while there is time for each. */
function grouped({ text, hasSigns }: Stretch, haste: Haste): string {
  return hasSigns || haste !== 'short' ? text : text.replace(/(?<=\d)[^\p{L}\d]+(?=\d)/gu, '');
}

function runSaid(
  run: string,
  { hasSigns, hasWords }: Stretch,
  speaker: Speaker,
): readonly (SpeechPart | typeof PAUSE)[] {
  if (/^\d/.test(run)) return fours(run).flatMap((digits) => [{ kind: 'digits', digits } as const, PAUSE]);
  if (/^[\p{L}\p{N}]/u.test(run)) return hasWords ? [`${run} `] : [[...run.toUpperCase()].join(', '), PAUSE];
  const sign = SIGNS[run];
  return sign && (hasSigns || run !== '-') ? [`${phraseText(speaker, sign)} `] : [PAUSE];
}

function runsOf(text: string): readonly string[] {
  return text.match(/\d+|\p{L}+|[^\p{L}\d]/gu) ?? [];
}

/** No group of a single digit where it can be helped. */
function fours(digits: string): readonly string[] {
  if (digits.length <= GROUP) return [digits];
  const size = digits.length % GROUP === 1 ? GROUP - 1 : GROUP;
  return [digits.slice(0, size), ...fours(digits.slice(size))];
}
