/** What led to each reply: noted while tests run (`test/kit/run/places.ts`), one of it chosen for each, and kept as long as it is true. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENT_TABLE } from '../../lambda/dialogue/index';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import type { Slot } from '../../lambda/vocabulary/heard';
import { asJsonText } from './json-text';
import { readLined } from './lines';
import { REPLY_NAMES, replyNameOf } from './reply-names';
import { localesOf, type Place } from './source';

/** By `npm run locales places`. */
export const LED_TO = 'led-to.json';

export type Before = {
  /** The question that was open. */
  readonly asked: string | null;
  /** An intent, or how else a turn begins; `nothing`: it is sent by itself. */
  readonly heard: string;
  /** What was named with the intent: the id where only some can be, else an empty text. */
  readonly slots: Readonly<Record<string, string>>;
};
export type NotedBefore = Before & { readonly key: string; readonly times: number };

/** null: no test makes the program say it yet. Nothing writes another one of these. */
export type LedTo = ReadonlyMap<string, Before | null>;

/** Throws, with file and line, what cannot be read. */
export function readLedTo(place: Place): LedTo {
  const { lined, findings = [] } = readLined(join(localesOf(place), LED_TO), LED_TO) ?? {};
  const [wrong] = findings;
  if (wrong) throw new Error(`locales/${wrong.file}:${wrong.line}: ${wrong.message}`);
  const read = (lined?.value ?? {}) as Record<string, (Partial<Before> & Pick<Before, 'heard'>) | null>;
  return new Map(Object.entries(read).map(([name, one]) => [name, one && { asked: null, slots: {}, ...one }] as const));
}

export function writeLedTo(place: Place, ledTo: LedTo): void {
  const written = [...ledTo].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, one && short(one)]);
  writeWhole(join(localesOf(place), LED_TO), asJsonText(Object.fromEntries(written)));
}

function short({ asked, heard, slots }: Before): Partial<Before> {
  const named = Object.keys(slots).length > 0 ? { slots } : {};
  return { ...(asked === null ? {} : { asked }), heard, ...named };
}

/** What the tests of one run noted. `folder`: where each of them left its file. */
export function notedIn(folder: string): ReadonlyMap<string, readonly NotedBefore[]> {
  const all = readdirSync(folder)
    .sort()
    .flatMap((file): readonly NotedBefore[] => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const byName = new Map<string, Map<string, NotedBefore>>();
  for (const { key, times, ...noted } of all) {
    const before = { ...noted, asked: askedBefore(noted) };
    const name = replyNameOf(key.split('.'));
    if (!REPLY_NAMES.has(name)) continue;
    const ids = Object.entries(before.slots).map(([slot, id]) => [slot, { ids: [id] }] as const);
    const closed = { ...before, slots: closedSlots(before.heard, Object.fromEntries(ids)) };
    const own = byName.get(name) ?? new Map<string, NotedBefore>();
    const id = idOf(closed);
    own.set(id, { ...closed, key: name, times: (own.get(id)?.times ?? 0) + times });
    byName.set(name, own);
  }
  return new Map([...byName].map(([name, own]) => [name, [...own.values()]] as const));
}

/** "Anything else?" asks nothing in particular. */
const OPEN_QUESTIONS = new Set(['Welcome.what', 'Welcome.more']);
const HANGS = new Set(['Yes', 'No', 'choice', 'text', 'silence', 'Fallback']);

/** Whether it is said to nothing but a question. */
export const hangsOnQuestion = ({ heard }: Pick<Before, 'heard'>): boolean => HANGS.has(heard);

function askedBefore({ asked, heard }: Before): string | null {
  return asked !== null && OPEN_QUESTIONS.has(asked) && !hangsOnQuestion({ heard }) ? null : asked;
}

/** Slots anything may stand in. */
const OPEN = new Set<string>([
  ...['Product', 'OrderNumber', 'AMAZON.NUMBER', 'Sum', 'AMAZON.DATE', 'AMAZON.SearchQuery', 'AMAZON.FirstName'],
  ...['Place', 'Phone', 'Digits', 'Problem', 'Trait', 'CallTime', 'Unit', 'Rhythm', 'Pieces', 'Currency'],
]);

export function typeOfSlot(intent: string, slot: string): string | undefined {
  return Object.entries(INTENT_TABLE).find(([name]) => name === intent)?.[1].slots[slot];
}

/** What was named with an intent, as it is kept. */
export function closedSlots(intent: string, slots: Readonly<Record<string, Pick<Slot, 'ids'>>>): Before['slots'] {
  const named = Object.entries(slots).flatMap(
    ([
      name,
      {
        ids: [id = ''],
      },
    ]) => {
      const type = typeOfSlot(intent, name);
      return type === undefined ? [] : [[name, OPEN.has(type) ? '' : id] as const];
    },
  );
  return Object.fromEntries(named.sort());
}

function idOf({ asked, heard, slots }: Before): string {
  return JSON.stringify([heard, asked, slots]);
}

/**
 * What was chosen before is kept, so that one more test changes nothing. `isWhole`: all tests ran, and what none of them noted
 * any more is not true.
 */
export function chosen(
  was: LedTo,
  noted: ReadonlyMap<string, readonly NotedBefore[]>,
  { isWhole }: { readonly isWhole: boolean },
): LedTo {
  const entries = [...REPLY_NAMES].flatMap((name): readonly (readonly [string, Before | null])[] => {
    const [before, own] = [was.get(name), noted.get(name) ?? []];
    if (before && (!isWhole || own.some((one) => idOf(one) === idOf(before)))) return [[name, before]];
    const [best] = own.toSorted((a, b) => rankOf(a) - rankOf(b) || b.times - a.times || (idOf(a) < idOf(b) ? -1 : 1));
    if (best) return [[name, { asked: best.asked, heard: best.heard, slots: best.slots }]];
    return before === null ? [[name, null]] : [];
  });
  return new Map(entries);
}

/** A reply of an intent stands best under its own request. */
function rankOf({ key, heard }: NotedBefore): number {
  return key.startsWith(`${heard}.`) ? 0 : 1;
}
