/** Days as people say them: today, tomorrow, on Tuesday, then day and month. A day's phrase holds its own preposition. */

import type { PlainDate, ValueOf } from '../../vocabulary/values';
import { hasPhrase, phrase, phraseText, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

const DAY = 86_400_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** Eleven months: up to there day and month name one day only. */
const DAYS_WITHOUT_YEAR = 334;

/**
 * The sets of phrases a language has for a day, by what the sentence does with it; each holds its own preposition,
 * because many languages inflect the day: `day` "on Tuesday", `from` and `to` of a range, `by` "by Tuesday", `placed`
 * "your order from Tuesday". Contexts: yesterday, today, tomorrow, mon…sun, last_mon…, date, date_1…date_31.
 */
export type DaySet = 'day' | 'from' | 'to' | 'by' | 'placed';

/** A calendar day as UTC milliseconds; days are whole multiples apart, whatever clocks do. */
export function utc(day: PlainDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** Days from `today` to `day`; negative in the past. */
export function daysBetween(today: PlainDate, day: PlainDate): number {
  return Math.round((utc(day) - utc(today)) / DAY);
}

function needsYear(today: PlainDate, day: PlainDate): boolean {
  return Math.abs(daysBetween(today, day)) > DAYS_WITHOUT_YEAR;
}

function nearContexts(distance: number, weekday: string): readonly string[] {
  if (distance === 0) return ['today'];
  if (distance === 1) return ['tomorrow'];
  if (distance === -1) return ['yesterday'];
  if (distance > 1 && distance <= 6) return [weekday];
  if (distance < -1 && distance >= -6) return [`last_${weekday}`, weekday];
  return [];
}

/** `near`: said as a weekday or nearer, so that a screen adds the date. */
type DayPhrase = { readonly near: boolean; readonly text: string };

/** A day seen from today, in one of the language's sets. */
export function dayPhrase(speaker: Speaker, set: DaySet, day: PlainDate, today: PlainDate): DayPhrase {
  const at = utc(day);
  const weekday = WEEKDAYS[new Date(at).getUTCDay()] ?? 'sun';
  const near = nearContexts(daysBetween(today, day), weekday).find((context) => hasPhrase(speaker, set, context));
  if (near !== undefined) return { near: true, text: phraseText(speaker, set, { context: near }) };
  const year = needsYear(today, day);
  const own = `date_${new Date(at).getUTCDate()}`;
  const text = phraseText(speaker, set, {
    context: hasPhrase(speaker, set, own) ? own : 'date',
    with: {
      date: speaker.formats.date(at, year ? 'dayOfYear' : 'day'),
      month: speaker.formats.date(at, year ? 'monthOfYear' : 'month'),
    },
  });
  return { near: false, text };
}

/** A date as written beside a relative phrase: "24 Nov". */
function shortDate(speaker: Speaker, day: PlainDate): string {
  return speaker.formats.date(utc(day), 'short');
}

/** "on Tuesday"; shown as "on Tuesday (24 Nov)", because a message may be read another day. */
export function formatDay(value: ValueOf<'day'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { near, text } = dayPhrase(speaker, 'day', value.day, value.today);
  if (form === 'speech' || !near) return [text];
  return phrase(speaker, 'dated', { with: { day: text, date: shortDate(speaker, value.day) } });
}

function rangePhrase({ from, to, today }: Omit<ValueOf<'days'>, 'type'>, speaker: Speaker): DayPhrase {
  // What may begin today is of interest by when it is over: "by Thursday".
  if (from <= today && to > today) return dayPhrase(speaker, 'by', to, today);
  const first = dayPhrase(speaker, 'from', from, today);
  const last = dayPhrase(speaker, 'to', to, today);
  const text = phraseText(speaker, 'between', { with: { from: first.text, to: last.text } });
  return { near: first.near || last.near, text };
}

/** "between Tuesday and Thursday", "by Thursday"; equal days as one. Days given the wrong way round are turned. */
export function formatDays(value: ValueOf<'days'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { today } = value;
  const [from, to] = value.from <= value.to ? [value.from, value.to] : [value.to, value.from];
  if (from === to) return formatDay({ type: 'day', day: from, today }, speaker, form);
  const { near, text } = rangePhrase({ from, to, today }, speaker);
  if (form === 'speech' || !near) return [text];
  const date = speaker.formats.dates(utc(from), utc(to));
  return phrase(speaker, 'dated', { with: { day: text, date } });
}
