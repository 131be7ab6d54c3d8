/** What of a line a visitor may have. */

import type { WebLine } from './options';
import type { KnownVisitor } from './verify';

/** Whoever has joined a shopper's conversation reads along; that shopper's data are not theirs to save. */
export function seenBy(known: KnownVisitor, line: WebLine): WebLine {
  const { shopperId, conversationId } = known;
  if (line.changes) return { ...line, changes: line.changes.map((one) => seenBy(known, one)) };
  if (!line.show?.file || shopperId !== undefined || !conversationId.startsWith('shopper:')) return line;
  const { file, ...show } = line.show;
  return { ...line, show };
}
