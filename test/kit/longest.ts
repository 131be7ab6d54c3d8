/**
 * What a house says, said again on the days, with the prices and in the wordings that take longest to hear: a reply that is
 * short enough today and too long on 30 September is found on any day.
 */

import { join } from 'node:path';
import { loadLocales } from '../../lambda/language/locales/locales';
import type { Voice } from '../../lambda/language/speech/say';
import { MOST_SECONDS } from '../../lambda/language/speech/seconds';
import { lettersOf, type Wording } from '../../lambda/language/speech/wording';
import type { Ending, Outcome } from '../../lambda/vocabulary/outcome';
import type { PlainDate, Value, Values } from '../../lambda/vocabulary/values';
import { isSpeakers } from './speaker';

const { folders } = loadLocales(join(__dirname, '../../locales'));

/** A Sunday at the end of the year's longest month: what is near has the longest weekday, the rest the longest date. */
const TODAY: PlainDate = '2026-08-30';
const DAYS = [
  { from: '2026-09-02', to: '2026-09-05' },
  { from: '2026-09-28', to: '2026-09-30' },
] as const;
const BEFORE: PlainDate = '2026-07-28';
/** Two digits before the cents for one thing, three for all of an order: every digit is said. What delivery is free from is round. */
const PRICES = { one: 8_885, all: 14_885, from: 8_800 };

type Days = (typeof DAYS)[number];

function longer(name: string, value: Value, days: Days): Value {
  const minor = name === 'total' ? PRICES.all : name === 'from' ? PRICES.from : PRICES.one;
  switch (value.type) {
    case 'day':
      return { ...value, day: value.day < value.today ? BEFORE : days.to, today: TODAY };
    case 'days':
      // One day stays one: who tells three ways of delivery tells the last day of each.
      return { ...value, ...days, ...(value.from === value.to && { from: days.to }), today: TODAY };
    case 'order':
      return { ...value, placed: BEFORE, today: TODAY };
    case 'money':
      return value.money.minor === 0 ? value : { ...value, money: { ...value.money, minor } };
    case 'remedy':
      return { ...value, amount: { ...value.amount, minor } };
    case 'list':
      return { ...value, items: value.items.map((item) => longer(name, item, days)) };
    default:
      return value;
  }
}

function allLonger(values: Values, days: Days): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, longer(name, value, days)]));
}

function endingOf(ending: Ending, days: Days): Ending {
  if (ending.kind !== 'ask') return { kind: 'close' };
  return { kind: 'ask', question: { ...ending.question, options: [], with: allLonger(ending.question.with, days) } };
}

/** Has the longest of several wordings said next. */
function wordingOf({ replies, ending }: Outcome, locale: string, voice: Voice): Wording {
  const speech = folders.find(({ name }) => locale.startsWith(name))?.speech ?? {};
  const question = ending.kind === 'ask' ? ending.question : null;
  const asked = question ? [{ key: `${question.id}.ask`, with: question.with }] : [];
  const last = [...replies, ...asked].flatMap((reply) => {
    const { length } = lettersOf(speech, reply.key);
    const before = (at: number) => ({ [reply.key]: (at + length - 1) % length });
    const alone = { replies: [reply], ending: { kind: 'close' } } as const;
    const seconds = Array.from(
      { length },
      (_, at) => voice.say(alone, { locale, wording: before(at), seed: '' }).speech.seconds,
    );
    return length === 0 ? [] : [before(seconds.indexOf(Math.max(...seconds)))];
  });
  return Object.assign({}, ...last);
}

type Told = { readonly outcome: Outcome; readonly locale: string };

/** What is too long, in words and by its keys; null: nothing. */
function tooLong({ outcome, locale }: Told, voice: Voice): string | null {
  const keys = kindOf(outcome).filter(Boolean).join(' ');
  const found = DAYS.flatMap((days) => {
    const replies = outcome.replies.map((reply) => ({ ...reply, with: allLonger(reply.with, days) }));
    const long = { replies, ending: endingOf(outcome.ending, days) };
    const { speech } = voice.say(long, { locale, wording: wordingOf(long, locale, voice), seed: '' });
    return speech.seconds > MOST_SECONDS ? [`${locale}, ${speech.seconds} s: ${speech.plain} (${keys})`] : [];
  });
  return found.at(-1) ?? null;
}

function kindOf({ replies, ending }: Outcome): readonly string[] {
  return [...replies.map(({ key }) => key), ending.kind === 'ask' ? ending.question.id : ''];
}

/** `locales`: what is said in one is said in these; by default in its own only. */
type Longest = { readonly locales?: readonly string[] };

/** `watchVoice` is an option of the house; `tooLong` tells what of all that speakers were told would be too long at the longest. */
export function sayLongest({ locales }: Longest = {}) {
  const told = new Map<string, Told>();
  let own: Voice | null = null;
  return {
    watchVoice(voice: Voice): Voice {
      own = voice;
      return {
        ...voice,
        get languages() {
          return voice.languages;
        },
        say(outcome, how) {
          const said = voice.say(outcome, how);
          if (!isSpeakers(how.seed)) return said;
          const key = [how.locale, ...kindOf(outcome), said.speech.plain].join(' ');
          for (const locale of locales ?? [how.locale]) told.set(`${locale} ${key}`, { outcome, locale });
          return said;
        },
      };
    },
    /** A house that said nothing has no voice. */
    tooLong(): readonly string[] {
      const voice = own;
      return voice ? [...told.values()].flatMap((one) => tooLong(one, voice) ?? []) : [];
    },
  };
}
