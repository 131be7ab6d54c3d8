/** What a person wrote, for the shopper it was written to, as long as the key of its words is there. */

import { marksIn, type PersonLine } from '../../vocabulary/taken-out';
import type { Shopper } from '../commerce/account';
import { takenOut, withoutKnown } from '../privacy/redact';
import type { Conversations } from './conversation';
import { type PlacedLine, wholeOf } from './lines';

export type PersonLines = {
  /** By the id of each. What is known of the shopper stays out; what is not found is kept redacted alone. */
  asWritten(
    lines: readonly string[],
    at: { readonly conversationId: string; readonly known: Shopper['known'] },
  ): Promise<ReadonlyMap<string, PersonLine>>;
};

/** More is not remembered as unread: what is, is among so many of the latest lines. */
export const LATEST_LINES = 300;

/** `keep`: what of the shop's own stays in whatever its people write. */
export function createPersonLines({ since }: Pick<Conversations, 'since'>, keep: readonly string[]): PersonLines {
  return {
    async asWritten(wanted, { conversationId, known }) {
      const kept = await since(conversationId, null, LATEST_LINES);
      const theirs = known.filter(({ kind }) => kind !== 'name');
      const found = kept.flatMap((line): readonly (readonly [string, PersonLine])[] => {
        const id = line.by === 'person' && line.show?.ref;
        const read = id && wanted.includes(id) ? readable(line, keep, theirs) : null;
        return id && read ? [[id, read]] : [];
      });
      return new Map(found);
    },
  };
}

/** null: its whole words are gone, or another program took something else out of them. */
function readable(line: PlacedLine, keep: readonly string[], theirs: Shopper['known']): PersonLine | null {
  if (line.asWritten?.kind !== 'whole') return null;
  const { text, taken } = takenOut(wholeOf(line), { keep });
  if (text !== line.text || marksIn(text) !== taken.length) return null;
  return { text, taken: taken.map((own) => (own !== null && withoutKnown(own, theirs) === own ? own : null)) };
}
