/** Weeks, months and years as people name them when they look back: "last month", "this year", "in october", "2025". */

import { monthOf, type Period, weekOf, yearOf } from '../../vocabulary/calendar';
import type { PlainDate } from '../../vocabulary/values';
import { type Phrases, phrases, type Read, readPhrase, type Words } from './words';

type Unit = keyof Words['periods'];
type Named =
  | { readonly unit: Unit; readonly ago: number }
  /** January is 0. */
  | { readonly unit: 'named'; readonly month: number };
export type PeriodPhrases = Phrases<Named>;

const UNITS: Readonly<Record<Unit, (day: PlainDate, ago: number) => Period>> = {
  week: weekOf,
  month: monthOf,
  year: yearOf,
};

export function periodPhrases({ periods, months, apostrophe }: Words): PeriodPhrases {
  const counted = Object.entries(periods).flatMap(([unit, all]) =>
    Object.entries(all).flatMap(([shift, texts]) =>
      texts.map((text): readonly [string, Named] => [text, { unit: unit as Unit, ago: -Number(shift) }]),
    ),
  );
  const named = months.flatMap((texts, month) =>
    texts.map((text): readonly [string, Named] => [text, { unit: 'named', month }]),
  );
  return phrases([...counted, ...named], apostrophe);
}

/** A month without a year is the latest one that has begun: this conversation looks back. */
export function readPeriod(
  all: PeriodPhrases,
  said: readonly string[],
  { from, today }: { readonly from: number; readonly today: () => PlainDate },
): Read<Period> | undefined {
  if (/^20\d\d$/.test(said[from] ?? '')) return { value: yearOf(`${Number(said[from])}-01-01`, 0), length: 1 };
  const read = readPhrase(all, said, from);
  if (!read) return undefined;
  const { value, length } = read;
  if (value.unit !== 'named') return { value: UNITS[value.unit](today(), value.ago), length };
  const ago = (Number(today().slice(5, 7)) - 1 - value.month + 12) % 12;
  return { value: monthOf(today(), ago), length };
}
