/** What shoppers said and did not get an answer to: kept with the conversation, so that it goes with it. */

import type { SourceName } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';

/** `unheard`: nobody knew what was meant; `unwritten`: the shop has written nothing about it; `unsold`: it is not on the shelves. */
export const MISSED_KINDS = ['unheard', 'unwritten', 'unsold'] as const;
export type MissedKind = (typeof MISSED_KINDS)[number];

export type MissedLine = {
  readonly at: Instant;
  readonly channel: SourceName;
  /** BCP 47. */
  readonly locale: string;
  readonly kind: MissedKind;
  /** What it was about as far as that is known: a topic of the content, or the question that was open. */
  readonly topic: string | null;
  /** Redacted. null: the channel sends no words. */
  readonly words: string | null;
};

export type MissedSince = MissedLine & { readonly conversationId: string };

export type Missed = {
  /** The first `limit` at or after that moment, oldest first. */
  since(at: Instant, limit: number): Promise<readonly MissedSince[]>;
};

export type MissedGroup = Pick<MissedLine, 'kind' | 'locale' | 'topic'> & {
  /** As they were said last; null: only a count. */
  readonly words: string | null;
  readonly times: number;
  /** In how many conversations. */
  readonly conversations: number;
  readonly last: Instant;
};

/** The same words in the same language are one line, however they were typed; the most frequent first. */
export function groupsOf(lines: readonly MissedSince[]): readonly MissedGroup[] {
  const groups = new Map<string, MissedSince[]>();
  for (const line of lines) {
    const key = JSON.stringify([
      line.kind,
      languageIn(line.locale),
      line.words === null ? line.topic : plain(line.words),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map(groupOf).sort((a, b) => b.times - a.times || b.last - a.last);
}

function groupOf(lines: readonly MissedSince[]): MissedGroup {
  const latest = lines.reduce((one, other) => (other.at >= one.at ? other : one));
  return {
    kind: latest.kind,
    locale: languageIn(latest.locale),
    topic: latest.topic,
    words: latest.words,
    times: lines.length,
    conversations: new Set(lines.map(({ conversationId }) => conversationId)).size,
    last: latest.at,
  };
}

function languageIn(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

function plain(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [words]).join(' ');
}
