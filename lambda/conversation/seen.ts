/** What was seen on a screen waits to be read no more; a speaker reads it all the same. */

import { LATEST_LINES } from '../services/conversation/person-lines';
import type { Store } from '../services/store';
import { type Try, untilKept } from './retry';
import { unasked } from './write/unasked';

export type SeenNeeds = {
  readonly store: Pick<Store, 'conversations'>;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

export type Seen = {
  /** What a person wrote was seen, and everything before it; another conversation has no such line. Told again, it writes nothing. */
  upTo(ref: string, at: { readonly conversationId: string; readonly locale: string }): Promise<void>;
};

export function createSeen({ store: { conversations }, now }: SeenNeeds): Seen {
  async function once(ref: string, conversationId: string, locale: string): Promise<Try<null, null>> {
    const stored = await conversations.load(conversationId);
    if (!stored || stored.memory.unread.every((one) => one.seen)) return { done: null };
    const lines = await conversations.since(conversationId, null, LATEST_LINES);
    const at = lines.findLastIndex(({ by, show }) => by === 'person' && isCalled(ref, show?.ref));
    const seen = new Set(lines.slice(0, at + 1).map(({ show }) => show?.ref));
    if (!stored.memory.unread.some((one) => !one.seen && seen.has(one.id))) return { done: null };
    const unread = stored.memory.unread.map((one) => (seen.has(one.id) ? { ...one, seen: true as const } : one));
    const requestId = `seen:${conversationId}:${stored.version}`;
    const write = unasked({
      ...{ conversationId, stored, requestId, channel: 'web', locale, at: now() },
      changes: { memory: { ...stored.memory, unread } },
    });
    return (await conversations.commit(write)) === 'committed' ? { done: null } : { overtaken: null };
  }
  return {
    upTo: async (ref, { conversationId, locale }) => {
      await untilKept(() => once(ref, conversationId, locale));
    },
  };
}

/** A page knows no more of it than the last part. */
function isCalled(ref: string, whole = ''): boolean {
  return whole === ref || whole.endsWith(`/${ref}`);
}
