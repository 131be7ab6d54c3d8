/** The days people name when they speak of an order: today, yesterday, weekdays, and those told by counting. */

import type { PlainDate } from '../../vocabulary/values';
import { readCalendarDay, readSpan, type SpanPhrases, spanPhrases } from './spans';
import { type Phrases, phrases, type Read, readPhrase, type Words } from './words';

type Shift = { readonly kind: 'days'; readonly days: number } | { readonly kind: 'weekday'; readonly day: number };
export type DayPhrases = {
  readonly days: Phrases<Shift>;
  readonly past: Phrases<'past'>;
  readonly coming: Phrases<'coming'>;
  readonly spans: SpanPhrases;
};

export function dayPhrases(words: Words): DayPhrases {
  const days = Object.entries(words.days).flatMap(([shift, texts]) =>
    texts.map((text) => [text, { kind: 'days', days: Number(shift) } as Shift] as const),
  );
  const weekdays = words.weekdays.flatMap((texts, day) =>
    texts.map((text) => [text, { kind: 'weekday', day } as Shift] as const),
  );
  return {
    days: phrases([...days, ...weekdays], words.apostrophe),
    past: phrases(
      words.past.map((text) => [text, 'past'] as const),
      words.apostrophe,
    ),
    coming: phrases(
      words.coming.map((text) => [text, 'coming'] as const),
      words.apostrophe,
    ),
    spans: spanPhrases(words),
  };
}

/**
 * "yesterday", "monday", "last monday", "lunedì scorso". A weekday without more is the latest one up to today, because
 * what is dated in this conversation is an order placed.
 */
export function readDay(
  all: DayPhrases,
  said: readonly string[],
  at: { readonly from: number; readonly today: () => PlainDate },
): Read<PlainDate> | undefined {
  return readNear(all, said, at) ?? readFar(all, said, at);
}

type At = { readonly from: number; readonly today: () => PlainDate };

function readFar({ spans }: DayPhrases, said: readonly string[], { from, today }: At): Read<PlainDate> | undefined {
  const span = readSpan(spans, said, from);
  if (span) return { value: addDays(today(), span.value), length: span.length };
  return readCalendarDay(spans, said, { from, today: today() });
}

function readNear(all: DayPhrases, said: readonly string[], at: At): Read<PlainDate> | undefined {
  const before = readSide(all, said, at.from);
  const start = at.from + (before?.length ?? 0);
  const day = readPhrase(all.days, said, start);
  if (!day) return undefined;
  const end = start + day.length;
  const after = before ? undefined : readSide(all, said, end);
  const value = resolveDay(day.value, before?.value ?? after?.value, at.today());
  return value && { value, length: end + (after?.length ?? 0) - at.from };
}

function readSide(all: DayPhrases, said: readonly string[], from: number): Read<'past' | 'coming'> | undefined {
  return readPhrase(all.past, said, from) ?? readPhrase(all.coming, said, from);
}

function resolveDay(shift: Shift, side: 'past' | 'coming' | undefined, today: PlainDate): PlainDate | undefined {
  if (shift.kind === 'days') return side ? undefined : addDays(today, shift.days);
  const gone = (weekdayOf(today) - shift.day + 7) % 7;
  if (side === 'coming') return addDays(today, gone === 0 ? 7 : 7 - gone);
  return addDays(today, side === 'past' && gone === 0 ? -7 : -gone);
}

/** Monday is 0. */
function weekdayOf(day: PlainDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function addDays(day: PlainDate, days: number): PlainDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as PlainDate;
}
