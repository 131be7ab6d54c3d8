/** What the words taken by a slot stand for: numbers, days, places, goods. */

import { periodWritten } from '../../vocabulary/calendar';
import { MOST_RESOLVED } from '../../vocabulary/goods-tables';
import type { Slot, Slots } from '../../vocabulary/heard';
import type { PlainDate } from '../../vocabulary/values';
import { readDay } from './dates';
import type { Capture } from './grammar';
import type { Lexicon } from './lexicon';
import { type Mentions, WORD_ID } from './mentions';
import { ordinalOf, readDigits, readNumber, readOrderNumber } from './numbers';
import { numeralOf } from './numerals';
import { readPeriod } from './periods';
import { COUNTED, ROWS } from './slot-spans';
import { readPhrase, tokens, type Words } from './words';
import { inOwnLetters } from './written-out';

/** All that is needed to understand slots in one language, on one day, in one shop. */
export type Sense = { readonly lexicon: Lexicon; readonly mentions: Mentions; readonly today: () => PlainDate };

/** A word the shopper wrote and the tokens it became. */
export type Sentence = { readonly said: readonly string[]; readonly written: readonly string[] };

/** Tokens, each with the written word it comes from. */
export function sentenceOf(text: string, lexicon: Lexicon): Sentence {
  const { words } = lexicon;
  const { apostrophe } = words;
  const isKnown = (token: string) => lexicon.isWord(token) || lexicon.goodsWords().has(token);
  const parts = text.match(apostrophe === 'split' ? /[^\s'’]+['’]*/g : /\S+/g) ?? [];
  const pairs = parts.flatMap((part) =>
    wordsIn(part, apostrophe).map((token) => [inOwnLetters(token, words, isKnown), part] as const),
  );
  return { said: pairs.map(([token]) => token), written: pairs.map(([, part]) => part) };
}

function wordsIn(part: string, apostrophe: Words['apostrophe']): readonly string[] {
  const numeral = numeralOf(part);
  return numeral === undefined ? tokens(part, apostrophe) : [numeral];
}

export function slotOf(sense: Sense, sentence: Sentence, capture: Capture): Slot {
  const own = sentence.said.slice(capture.from, capture.to);
  const meaning = meaningOf(sense, capture.type, own);
  if (capture.type === 'OrderNumber') return { said: meaning.ids[0] ?? '', ...meaning };
  if (capture.type === 'Digits') return { said: readDigits(sense.lexicon.digits, own, 0)?.value ?? '', ...meaning };
  const { noise } = sense.lexicon;
  const articles = capture.type === 'Product' ? own.findIndex((token) => !noise.has(token)) : 0;
  return { said: writtenIn(sentence, capture.from + Math.max(articles, 0), capture.to), ...meaning };
}

/** A part of the sentence. */
export function cut({ said, written }: Sentence, from: number, to: number): Sentence {
  return { said: said.slice(from, to), written: written.slice(from, to) };
}

/** A sign behind so many first words sets them apart. */
export function isApart({ written }: Sentence, { length }: { readonly length: number }): boolean {
  return /[,;.!]$/.test(written[length - 1] ?? '');
}

/** A part of the sentence as the shopper wrote it, without the punctuation around it. */
export function writtenIn(sentence: Sentence, from = 0, to = sentence.said.length): string {
  return sentence.written
    .slice(from, to)
    .filter((part, at, all) => part !== all[at - 1])
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/(['’]) /g, '$1');
}

/** What these words mean in a slot of this type. `ids` is empty where the shop does not know them. */
export function meaningOf(sense: Sense, type: string, own: readonly string[]): Omit<Slot, 'said'> {
  const { lexicon, mentions, today } = sense;
  const read = COUNTED[type];
  if (read) return { ids: [], ...optional('number', read(lexicon.numbers, own, 0)?.value) };
  if (type === 'AMAZON.DATE') {
    const day = readDay(lexicon.days, own, { from: 0, today });
    if (day) return { ids: [], date: day.value };
    return { ids: [], ...optional('period', readPeriod(lexicon.periods, own, { from: 0, today })?.value) };
  }
  if (ROWS[type]) return { ids: [] };
  if (type === 'OrderNumber') return { ids: digitsOf(lexicon, own) };
  if (type === 'Product') return { ...resolved(mentions, own), ...optional('ordinal', ordinalOf(lexicon.words, own)) };
  return { ids: valueIds(lexicon, type, own) };
}

/** Of very many goods only the first are told one by one: which of the others was bought, the words tell. */
export function resolved(mentions: Mentions, own: readonly string[], ids = mentions.loosely(own)): Resolved {
  return ids.length < MOST_RESOLVED ? { ids } : { ids, spelled: mentions.spelled(own) };
}

type Resolved = Pick<Slot, 'ids' | 'spelled'>;

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function digitsOf(lexicon: Lexicon, own: readonly string[]): readonly string[] {
  const whole = readOrderNumber(lexicon.digits, own, 0).find(({ length }) => length === own.length);
  return whole ? [whole.value] : [];
}

/** The value these words name, with or without an article before it. */
export function valueIds(lexicon: Lexicon, type: string, own: readonly string[]): readonly string[] {
  const known = lexicon.values.get(type);
  if (!known) return [];
  const from = own.findIndex((_, at) => {
    const read = readPhrase(known, own, at);
    return read !== undefined && at + read.length === own.length;
  });
  const lead = own.slice(0, Math.max(from, 0)).every((token) => lexicon.noise.has(token));
  const value = from >= 0 && lead ? readPhrase(known, own, from)?.value : undefined;
  return value === undefined ? [] : [value];
}

/**
 * Completes slots that a voice channel filled: numbers, ordinals, days and four digits in what was said, and the
 * goods behind a `word:` value. Nothing the channel already resolved is changed.
 */
export function enrichSlots(slots: Slots, sense: Sense, types: Readonly<Record<string, string>>): Slots {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => [name, enrichSlot(slot, sense, types[name])] as const),
  );
}

function enrichSlot(slot: Slot, sense: Sense, type: string | undefined): Slot {
  const { lexicon, today } = sense;
  const own = tokens(slot.said, lexicon.words.apostrophe);
  const number = readNumber(lexicon.numbers, own, 0);
  const day = readDay(lexicon.days, own, { from: 0, today });
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(slot.said) ? (slot.said as PlainDate) : undefined;
  return {
    ...optional('number', number?.length === own.length && own.length > 0 ? number.value : undefined),
    // A value the channel knew is that value: "the last one" of what was bought is no place in a list.
    ...optional('ordinal', slot.ids.length > 0 ? undefined : ordinalOf(lexicon.words, own)),
    ...optional('date', iso ?? (day?.length === own.length ? day.value : undefined)),
    ...(type === 'AMAZON.DATE' ? optional('period', periodWritten(slot.said) ?? undefined) : {}),
    ...(type === 'Product' && lexicon.pronouns.has(own.join(' ')) ? { refers: true as const } : {}),
    ...slot,
    ...completeIds(slot, sense, type ?? ''),
  };
}

function completeIds(slot: Slot, sense: Sense, type: string): Resolved {
  const own = tokens(slot.said, sense.lexicon.words.apostrophe);
  if (slot.ids.length === 0) return type === '' ? { ids: [] } : identified(meaningOf(sense, type, own));
  const ids = slot.ids.flatMap((id) =>
    id.startsWith(WORD_ID)
      ? sense.mentions.exactly(tokens(id.slice(WORD_ID.length), sense.lexicon.words.apostrophe))
      : [id],
  );
  return resolved(sense.mentions, own, [...new Set(ids)]);
}

function identified({ ids, spelled }: Resolved): Resolved {
  return { ids, ...optional('spelled', spelled) };
}
