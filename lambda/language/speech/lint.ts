/** The rules of speech as pure functions: run on every answer of every test, and as warnings in the local server. */

import type { Spoken } from '../../vocabulary/answer';
import { QUOTED } from '../../vocabulary/markup';
import type { Ending } from '../../vocabulary/outcome';
import type { Value } from '../../vocabulary/values';
import type { Finding } from './finding';
import type { Worded } from './lay-out';
import { leaksOf, type Sought } from './leaks';
import { isInTime, MOST_SECONDS } from './seconds';

const MOST = {
  sentence: { words: 16, characters: 110 },
  secondsWished: 10,
  /** Alexa refuses longer speech and cards. */
  characters: 8000,
  options: 3,
} as const;
const QUESTION_MARK = /[?？؟]\s*$/;
const QUESTION_MARKS = /[?？؟]/g;

const END = /(?<=[.!?？؟…])\s+/;
/** "28. Juli" is one breath. */
const END_BESIDE_ORDINALS = /(?<=[.!?？؟…])(?<!(?:^|\s)\d{1,2}\.)\s+/;
const ends = new Map<string, RegExp>();

/** Of languages that write ordinals with a point, as their dates show. */
function endIn(locale: string): RegExp {
  const known = ends.get(locale);
  if (known) return known;
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(0);
  const end = /\d\. /.test(date) ? END_BESIDE_ORDINALS : END;
  ends.set(locale, end);
  return end;
}

function sentencesOf(text: string, locale: string): readonly string[] {
  return text.split(endIn(locale)).filter((sentence) => sentence !== '');
}

function breathFindings(text: string, locale: string): readonly Finding[] {
  return sentencesOf(text, locale).flatMap((sentence): readonly Finding[] => {
    const words = sentence.split(/\s+/).length;
    if (words <= MOST.sentence.words && sentence.length <= MOST.sentence.characters) return [];
    const message = `${words} words, ${sentence.length} characters in one breath: "${sentence}"`;
    return [{ rule: 'S1', level: 'warning', message }];
  });
}

function lengthFindings(said: Spoken): readonly Finding[] {
  const { ssml, seconds } = said;
  const long: readonly Finding[] = !isInTime(said)
    ? [{ rule: 'S2', level: 'error', message: `takes ${seconds} s; at most ${MOST_SECONDS} s` }]
    : seconds > MOST.secondsWished
      ? [{ rule: 'S2', level: 'warning', message: `takes ${seconds} s; better ${MOST.secondsWished} s` }]
      : [];
  if (ssml.length <= MOST.characters) return long;
  return [
    ...long,
    { rule: 'R2', level: 'error', message: `${ssml.length} characters; Alexa takes ${MOST.characters}` },
  ];
}

/** Exactly one question of ours, at the end: what a person wrote and is read out may ask as well. */
function asks(all: string): boolean {
  const text = all.replace(QUOTED, '');
  return QUESTION_MARK.test(text) && text.match(QUESTION_MARKS)?.length === 1;
}

function questionFindings(said: Worded, ending: Ending, locale: string): readonly Finding[] {
  const { plain } = said.speech;
  if (ending.kind !== 'ask') {
    const open: Finding = { rule: 'S7', level: 'error', message: `asks, but the microphone is closed: "${plain}"` };
    const spare: Finding = { rule: 'R1', level: 'error', message: 'a reprompt without an open question' };
    return [
      ...(plain.replace(QUOTED, '').search(QUESTION_MARKS) >= 0 ? [open] : []),
      ...(said.reprompt ? [spare] : []),
    ];
  }
  const one: Finding = { rule: 'S7', level: 'error', message: `must end on its one question: "${plain}"` };
  return [...(asks(plain) ? [] : [one]), ...repromptFindings(said, locale)];
}

function repromptFindings({ speech, reprompt }: Worded, locale: string): readonly Finding[] {
  if (!reprompt) return [{ rule: 'R1', level: 'error', message: 'an open question without a reprompt' }];
  const silent: Finding = { rule: 'R1', level: 'error', message: `a reprompt must ask once: "${reprompt.plain}"` };
  const same: Finding = { rule: 'S8', level: 'error', message: `the reprompt repeats the prompt: "${reprompt.plain}"` };
  const alike = speech.plain === reprompt.plain || sentencesOf(speech.plain, locale).at(-1) === reprompt.plain;
  return [...(asks(reprompt.plain) ? [] : [silent]), ...(alike ? [same] : [])];
}

function listsIn(value: Value): readonly Extract<Value, { type: 'list' }>[] {
  return value.type === 'list' ? [value, ...value.items.flatMap(listsIn)] : [];
}

function optionFindings(ending: Ending): readonly Finding[] {
  if (ending.kind !== 'ask') return [];
  return Object.values(ending.question.with)
    .flatMap(listsIn)
    .filter(({ items }) => items.length > MOST.options)
    .map(({ items, join }): Finding => {
      const message = `${items.length} things to keep in mind; at most ${MOST.options}`;
      return join === 'or' ? { rule: 'S4', level: 'error', message } : { rule: 'S6', level: 'warning', message };
    });
}

/** Everything wrong with an answer. `sought.locale` is the one it was asked for in. */
export function lintSpeech(said: Worded, ending: Ending, sought: Sought): readonly Finding[] {
  const heard = said.reprompt ? [said.speech, said.reprompt] : [said.speech];
  return [
    ...lengthFindings(said.speech),
    ...questionFindings(said, ending, sought.locale),
    ...optionFindings(ending),
    ...heard.flatMap(({ plain }) => [...breathFindings(plain, sought.locale), ...leaksOf(plain, sought)]),
  ];
}
