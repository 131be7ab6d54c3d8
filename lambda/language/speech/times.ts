/** Times of day and ages as people say them: "between two and four in the afternoon", "ten minutes ago". */

import type { ValueOf } from '../../vocabulary/values';
import { hasPhrase, phrase, phraseText, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

const DAY = 1440;
/** A parcel's window is no more exact than this, and odd minutes are hard to hear. */
const STEP = 5;

/** `last`: as it is said where nothing follows it but the part of the day: "zwei" and "vier Uhr". */
type Time = { readonly minutes: number; readonly said: string; readonly last: string; readonly part: string };

function rounded(minutes: number): number {
  return (((Math.round(minutes / STEP) * STEP) % DAY) + DAY) % DAY;
}

/** The parts of a day; languages that count to 24 leave them out of their sentences. */
function partOfDay(minutes: number): string {
  if (minutes < 5 * 60) return 'early';
  if (minutes < 12 * 60) return 'morning';
  if (minutes < 18 * 60) return 'afternoon';
  return minutes < 22 * 60 ? 'evening' : 'late';
}

function timeOf(speaker: Speaker, at: number): Time {
  const minutes = rounded(at);
  const named = minutes === 0 ? 'midnight' : minutes === DAY / 2 ? 'noon' : null;
  if (named) return { minutes, said: phraseText(speaker, named), last: phraseText(speaker, named), part: '' };
  const hour = phraseText(speaker, 'hour', { context: String(Math.floor(minutes / 60)) });
  const part = phraseText(speaker, 'part', { context: partOfDay(minutes) });
  return { minutes, ...sayHour(speaker, hour, minutes % 60), part };
}

function sayHour(speaker: Speaker, hour: string, past: number): Pick<Time, 'said' | 'last'> {
  if (past === 0) return { said: hour, last: phraseText(speaker, 'oclock', { with: { hour } }) };
  const minute = phraseText(speaker, 'minute', { context: String(past) });
  const said = phraseText(speaker, 'time', { with: { hour, minute } });
  return { said, last: said };
}

/** An hour at which somebody comes or goes: the end of a day is its last hour, and not the first of the next. */
function hourOf(speaker: Speaker, at: number): Pick<Time, 'said' | 'last'> {
  const context = String(Math.floor((rounded(at) || at) / 60));
  if (!hasPhrase(speaker, 'clock', context)) return timeOf(speaker, at);
  return sayHour(speaker, phraseText(speaker, 'clock', { context }), rounded(at) % 60);
}

function written(speaker: Speaker, minutes: number): string {
  return speaker.formats.date(minutes * 60_000, 'time');
}

/** A window to the nearest five minutes; one of no length is said as a time. */
export function formatWindow(value: ValueOf<'window'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const [from, to] = [timeOf(speaker, value.from), timeOf(speaker, value.to)];
  const at = from.minutes === to.minutes;
  if (form === 'text') {
    const shown = { from: written(speaker, from.minutes), to: written(speaker, to.minutes) };
    return phrase(speaker, at ? 'timeShown' : 'windowShown', { form, with: shown });
  }
  const said = { from: from.said, to: to.last };
  if (at) return phrase(speaker, 'timeAt', { with: { from: from.last, part: from.part } });
  if (from.part === to.part && from.part !== '') return phrase(speaker, 'window', { with: { ...said, part: to.part } });
  return phrase(speaker, 'windowAcross', { with: { ...said, fromPart: from.part, toPart: to.part } });
}

/** "from nine to six": a door that opens, and no guess. */
export function formatHours({ from, to }: ValueOf<'hours'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  if (form === 'text') {
    const shown = { from: written(speaker, from), to: written(speaker, to ?? from) };
    return phrase(speaker, to === null ? 'hoursFromShown' : 'hoursShown', { form, with: shown });
  }
  if (to === null) return phrase(speaker, 'hoursFrom', { with: { from: hourOf(speaker, from).last } });
  return phrase(speaker, 'hours', { with: { from: hourOf(speaker, from).said, to: hourOf(speaker, to).last } });
}

/** Rounded the way people do: minutes, then hours, then days. */
export function formatAge(value: ValueOf<'age'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const minutes = Math.max(0, value.minutes);
  if (minutes < 2) return phrase(speaker, 'ageNow', { form });
  const [key, unit] =
    minutes < 60
      ? (['ageMinutes', 1] as const)
      : minutes < DAY
        ? (['ageHours', 60] as const)
        : (['ageDays', DAY] as const);
  const count = Math.floor(minutes / unit);
  return phrase(speaker, key, { form, count, with: { count: speaker.formats.number(count) } });
}

const SPANS = {
  span: ['spanDays', 'spanWeeks', 'spanMonths'],
  rhythm: ['everyDays', 'everyWeeks', 'everyMonths'],
} as const;

/** Ten days are days, twelve are two weeks, and from ten weeks on it is months: nobody buys more exactly than that. */
export function formatSpan(
  value: ValueOf<'span'> | ValueOf<'rhythm'>,
  speaker: Speaker,
  form: Form,
): readonly SpeechPart[] {
  const [inDays, inWeeks, inMonths] = SPANS[value.type];
  const whole = Math.max(1, Math.round(value.days));
  const isExact = value.type === 'span' && value.isExact === true;
  const [key, unit] =
    isExact || (whole < 12 && whole !== 7)
      ? ([inDays, 1] as const)
      : whole < 70
        ? ([inWeeks, 7] as const)
        : ([inMonths, 30.4] as const);
  const count = Math.max(1, Math.round(whole / unit));
  return phrase(speaker, key, { form, count, with: { count: speaker.formats.number(count) } });
}
