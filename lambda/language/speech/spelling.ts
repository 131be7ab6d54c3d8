/** A code, a number or an address said sign by sign, slowly, so that it can be noted down. */

import type { ValueOf } from '../../vocabulary/values';
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
const PAUSE = { kind: 'break', milliseconds: 300 } as const;

export function formatSpelling({ text }: ValueOf<'spelling'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  if (form === 'text') return [text];
  const isAddress = text.includes('@');
  const said = runsOf(text).flatMap((run): readonly SpeechPart[] => {
    if (/^\d/.test(run)) return fours(run).flatMap((digits) => [{ kind: 'digits', digits } as const, PAUSE]);
    // The words of an address are known as words.
    if (/^[\p{L}\p{N}]/u.test(run)) return isAddress ? [`${run} `] : [[...run.toUpperCase()].join(', '), PAUSE];
    const sign = SIGNS[run];
    return sign && (isAddress || run !== '-') ? [`${phraseText(speaker, sign)} `] : [PAUSE];
  });
  return said.slice(0, said.findLastIndex((part) => part !== PAUSE) + 1);
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
