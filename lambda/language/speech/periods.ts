/** Weeks, months and years as people look back on them; each phrase holds its own preposition, as a day's does. */

import { monthOf, type Period, weekOf, yearOf } from '../../vocabulary/calendar';
import type { ValueOf } from '../../vocabulary/values';
import { formatDays, utc } from './dates';
import { hasPhrase, phrase, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

/** What is near has a name of its own: this one, the last one. */
const NEAR = [
  ['this_week', weekOf, 0],
  ['last_week', weekOf, 1],
  ['this_month', monthOf, 0],
  ['last_month', monthOf, 1],
  ['this_year', yearOf, 0],
  ['last_year', yearOf, 1],
] as const;

/** "last month", "in October", "in March 2024", "in 2025"; other spans of days as ranges are said. */
export function formatPeriod(value: ValueOf<'period'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { today, ...period } = value;
  const near = NEAR.find(([, of, ago]) => isSame(period, of(today, ago)));
  if (near) return phrase(speaker, 'period', { context: near[0] });
  if (isSame(period, yearOf(period.from, 0)))
    return phrase(speaker, 'period', { context: 'year', with: { date: period.from.slice(0, 4) } });
  if (!isSame(period, monthOf(period.from, 0))) return formatDays({ ...value, type: 'days' }, speaker, form);
  const isThisYear = period.from.slice(0, 4) === today.slice(0, 4);
  // Where months are inflected, each may have a phrase of its own: "w listopadzie".
  const own = `month_${Number(period.from.slice(5, 7))}`;
  if (isThisYear && hasPhrase(speaker, 'period', own)) return phrase(speaker, 'period', { context: own });
  const style = isThisYear ? 'month' : 'monthOfYear';
  const date = speaker.formats.date(utc(period.from), style);
  return phrase(speaker, 'period', { context: 'month', with: { date } });
}

function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}
