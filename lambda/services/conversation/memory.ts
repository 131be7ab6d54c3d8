/** What a conversation remembers: how a new one begins, and how a stored one is read whatever became of it. */

import type { Memory } from '../../vocabulary/memory';
import { ordersIn } from '../commerce/stored';

const NO_ADVICE: Memory['advice'] = { quiet: [], ratedAt: null };

/** The memory of somebody never met. */
export function freshMemory(): Memory {
  return {
    schema: 1,
    owner: 'bot',
    questions: [],
    topic: {},
    misses: { inARow: 0, inAll: 0, silences: 0 },
    last: null,
    lastKnown: null,
    wording: {},
    visits: 0,
    session: null,
    handOff: null,
    unread: [],
    advice: NO_ADVICE,
    called: null,
    news: null,
    wished: null,
    unpaid: null,
  };
}

/**
 * Reads a stored memory and never throws. Of another schema, or of a damaged record, only who owns the conversation
 * and its hand-off are kept: a person who took it over must not be talked over because the program changed.
 */
export function readMemory(json: string): Memory {
  const stored = parsed(json);
  if (!isRecord(stored)) return freshMemory();
  const whole = { ...LATER, ...stored };
  if (isMemory(whole)) return withNumbers(whole);
  return {
    ...freshMemory(),
    owner: stored.owner === 'human' ? 'human' : 'bot',
    handOff: isHandOff(stored.handOff) ? stored.handOff : null,
  };
}

/** What memories written by earlier versions lack; those versions leave it untouched. */
const LATER = { unread: [], advice: NO_ADVICE, called: null, news: null, wished: null, unpaid: null };

/** Programs before this one kept the orders themselves, and no numbers apart. */
function withNumbers(memory: Memory): Memory {
  const { lastKnown } = memory;
  if (!lastKnown || Array.isArray(lastKnown.numbers)) return memory;
  const orders = lastKnown.orders ? ordersIn(lastKnown.orders) : null;
  return { ...memory, lastKnown: { ...lastKnown, numbers: orders?.map(({ number }) => number) ?? [] } };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMemory(stored: Readonly<Record<string, unknown>>): stored is Memory {
  return (
    stored.schema === 1 &&
    (stored.owner === 'bot' || stored.owner === 'human') &&
    (stored.handOff === null || isHandOff(stored.handOff)) &&
    alike(stored, freshMemory())
  );
}

/** Everything a fresh memory has, of the same kind. Only the outline: what lies inside was sound when it was written. */
function alike(stored: unknown, fresh: unknown): boolean {
  if (fresh === null) return stored !== undefined;
  if (Array.isArray(fresh)) return Array.isArray(stored);
  if (!isRecord(fresh)) return typeof stored === typeof fresh;
  return isRecord(stored) && Object.entries(fresh).every(([key, value]) => alike(stored[key], value));
}

function isHandOff(value: unknown): value is NonNullable<Memory['handOff']> {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.reference === 'string' &&
    typeof value.since === 'number'
  );
}
