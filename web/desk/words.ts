/** The page's words, as the server gives them, and how days, times and numbers are written with them. */

import type pages from '../../locales/en/pages.json';
import { houseNow } from '../shared/clock';

export type Words = {
  /** The language the words are in. */
  readonly lang: string;
  /** How dates and numbers are written. */
  readonly locale: string;
  readonly shop: string;
  /** The shop has a translation service. */
  readonly translates: boolean;
  readonly words: Readonly<Record<string, string>>;
};

/** A text with its `{{places}}` filled; an unknown key is the key itself, so that nothing is silently empty. */
/** The words there are, by the language all others are measured by. */
export type Word = keyof (typeof pages)['desk'];
/** `channel`, `reason` …: the word for one of them is `channel.web`. */
type WordSet = Word extends infer W ? (W extends `${infer S}.${string}` ? S : never) : never;

export type Say = (key: Word, values?: Readonly<Record<string, string | number>>) => string;

export function createSay({ words }: Words): Say {
  return (key, values = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The word for one of a closed set, or the thing itself where a newer house knows more. */
export function named(say: Say, set: WordSet, value: string): string {
  const key = `${set}.${value}`;
  const word = say(key as Word);
  return word === key ? value : word;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "< 1 min", "4 min", "1 hr 12 min", "2 days": rounded down. */
export function lastedFor(ms: number, locale: string): string {
  const of = (unit: 'minute' | 'hour' | 'day', count: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short' }).format(
      count,
    );
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < 60) return minutes === 0 ? `< ${of('minute', 1)}` : of('minute', minutes);
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    const hours = of('hour', Math.floor(minutes / 60));
    return rest === 0 ? hours : `${hours} ${of('minute', rest)}`;
  }
  return of('day', Math.floor(ms / (24 * HOUR)));
}

export function timeOf(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** "Today", "Yesterday", or the date. */
export function dayOf(at: number, locale: string): string {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at) - midnight(houseNow())) / (24 * HOUR));
  if (days === 0 || days === -1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
  }
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** The time today, else the day with it. */
export function whenOf(at: number, locale: string): string {
  const time = timeOf(at, locale);
  if (new Date(at).toDateString() === new Date(houseNow()).toDateString()) return time;
  return `${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(at)}, ${time}`;
}

/** "Mon 30 Nov, 17:00 – 18:00". */
export function betweenOf({ from, until }: { readonly from: number; readonly until: number }, locale: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, format).formatRange(from, until);
}

/** "2026-11-17" as the reader writes it. */
export function dateOf(day: string, locale: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    at,
  );
}

/** "Italian", in the reader's own language. */
export function languageOf(locale: string, reader: string): string {
  const language = locale.split('-')[0] ?? locale;
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? locale;
}

/** "WM-4821-0937": as it is heard, in fours. */
export function referenceOf(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1-');
}

type Amount = { readonly minor: number; readonly currency: string };

const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "€18.00" as the reader writes it. */
export function moneyOf({ minor, currency }: Amount, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(minor / 10 ** decimalsOf(currency));
}

/** The same without its sign, for a field. */
export function digitsOf({ minor, currency }: Amount, locale: string): string {
  const digits = decimalsOf(currency);
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(locale, format).format(minor / 10 ** digits);
}

/** What was typed, with a point or a comma; 0: it is no amount. */
export function inMinor(typed: string, currency: string): number {
  const digits = decimalsOf(currency);
  const amount = /^\s*(\d+)(?:[.,](\d+))?\s*$/.exec(typed);
  const [, whole = '', rest = ''] = amount ?? [];
  return amount && rest.length <= digits ? Number(whole + rest.padEnd(digits, '0')) : 0;
}
