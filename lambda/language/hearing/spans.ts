/** Days told by counting or by the calendar: "in three days", "two weeks ago", "the 3rd of march". */

import type { PlainDate } from '../../vocabulary/values';
import { type CountWords, countWords, ordinalPhrases, readNumber } from './numbers';
import { type Phrases, phrases, type Read, readPhrase, tokens, type Words } from './words';

type Counted = { readonly before: readonly string[]; readonly after: readonly string[]; readonly days: number };
export type SpanPhrases = {
  readonly counted: readonly Counted[];
  /** "next week": a number of days from today. */
  readonly fixed: Phrases<number>;
  readonly numbers: CountWords;
  readonly ordinals: Phrases<number>;
  readonly months: Phrases<number>;
  readonly marks: ReadonlySet<string>;
  /** What stands behind a figure: "3rd". */
  readonly endings: ReadonlySet<string>;
};

const NUMBER = '{number}';

export function spanPhrases(words: Words): SpanPhrases {
  const { apostrophe } = words;
  const all = Object.entries(words.spans).flatMap(([days, texts]) =>
    texts.map((text) => [text, Number(days)] as const),
  );
  const counted = all
    .filter(([text]) => text.includes(NUMBER))
    .map(([text, days]) => {
      const [before = '', after = ''] = text.split(NUMBER);
      return { before: tokens(before, apostrophe), after: tokens(after, apostrophe), days };
    });
  const months = words.months.flatMap((texts, month) => texts.map((text) => [text, month] as const));
  return {
    counted,
    fixed: phrases(
      all.filter(([text]) => !text.includes(NUMBER)),
      apostrophe,
    ),
    numbers: countWords(words),
    ordinals: ordinalPhrases(words),
    months: phrases(months, apostrophe),
    marks: new Set(words.dateMarks.flatMap((mark) => tokens(mark, apostrophe))),
    endings: new Set(words.endings.ordinals),
  };
}

/** Days from today. A month counts thirty: nobody who says "next month" means a day. */
export function readSpan(all: SpanPhrases, said: readonly string[], from: number): Read<number> | undefined {
  const fixed = readPhrase(all.fixed, said, from);
  if (fixed) return fixed;
  for (const { before, after, days } of all.counted) {
    if (!follows(before, said, from)) continue;
    const number = readNumber(all.numbers, said, from + before.length);
    const end = from + before.length + (number?.length ?? 0);
    if (number && follows(after, said, end)) return { value: number.value * days, length: end + after.length - from };
  }
  return undefined;
}

function follows(wanted: readonly string[], said: readonly string[], from: number): boolean {
  return wanted.every((token, at) => said[from + at] === token);
}

/** "3 march", "march the third", "the 3rd of march": the one nearest to today. */
export function readCalendarDay(
  all: SpanPhrases,
  said: readonly string[],
  at: { readonly from: number; readonly today: PlainDate },
): Read<PlainDate> | undefined {
  const dayFirst = inOrder(said, at.from, all, [dayOf(all), monthOf(all)]);
  const [day, month] = dayFirst?.value ?? [];
  if (dayFirst && day !== undefined && month !== undefined) return dated(day, month, dayFirst.length, at.today);
  const monthFirst = inOrder(said, at.from, all, [monthOf(all), dayOf(all)]);
  const [named, counted] = monthFirst?.value ?? [];
  return monthFirst && named !== undefined && counted !== undefined
    ? dated(counted, named, monthFirst.length, at.today)
    : undefined;
}

type Reader = (said: readonly string[], from: number) => Read<number> | undefined;

function dayOf({ numbers, ordinals }: SpanPhrases): Reader {
  return (said, from) => readPhrase(ordinals, said, from) ?? readNumber(numbers, said, from);
}

function monthOf({ months }: SpanPhrases): Reader {
  return (said, from) => readPhrase(months, said, from);
}

/** One after the other, with nothing but small words before and between. */
function inOrder(
  said: readonly string[],
  from: number,
  { marks, endings }: Pick<SpanPhrases, 'marks' | 'endings'>,
  readers: readonly Reader[],
): Read<readonly number[]> | undefined {
  const value: number[] = [];
  let at = from;
  for (const read of readers) {
    while (marks.has(said[at] ?? '')) at += 1;
    const found = read(said, at);
    if (!found) return undefined;
    value.push(found.value);
    at += found.length;
  }
  while (endings.has(said[at] ?? '')) at += 1;
  return { value, length: at - from };
}

function dated(day: number, month: number, length: number, today: PlainDate): Read<PlainDate> | undefined {
  const now = Date.parse(today);
  const year = Number(today.slice(0, 4));
  const [nearest] = [year - 1, year, year + 1]
    .map((one) => new Date(Date.UTC(one, month, day)))
    .filter((date) => date.getUTCMonth() === month && date.getUTCDate() === day)
    .sort((a, b) => Math.abs(a.getTime() - now) - Math.abs(b.getTime() - now));
  return nearest && { value: nearest.toISOString().slice(0, 10) as PlainDate, length };
}
