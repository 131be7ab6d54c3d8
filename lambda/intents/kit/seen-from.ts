/** Sentences of before, said again on a later day: "tomorrow" has become "today". */

import type { Reply } from '../../vocabulary/outcome';
import type { Scene } from './define';

/** A guest has no address whose day it could be: what they heard stays as it was. */
export function seenFromToday(replies: readonly Reply[], { shopper, services }: Scene): readonly Reply[] {
  if (!shopper) return replies;
  const today = services.today(shopper.address.timeZone);
  return replies.map((reply) => {
    const values = Object.entries(reply.with).map(([name, value]) => [
      name,
      'today' in value ? { ...value, today } : value,
    ]);
    return { key: reply.key, with: Object.fromEntries(values) };
  });
}
