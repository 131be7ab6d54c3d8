/** A text channel that keeps what is sent: for tests that are not about a vendor. */

import type { Tried } from '../../lambda/services/queue/queues';
import type { Contact } from '../../lambda/services/reach/contacts';
import type { OutMessage, TextChannel } from '../../lambda/services/reach/text-channel';
import type { PushChannel } from '../../lambda/vocabulary/heard';

export type PostBox = TextChannel & {
  readonly sent: (OutMessage & { readonly to: string })[];
  /** What the next tries come to, before everything is taken again. */
  readonly fates: Tried[];
};

export function createPostBox(name: PushChannel = 'email', copies: TextChannel['copies'] = 'harmless'): PostBox {
  const sent: PostBox['sent'] = [];
  const fates: Tried[] = [];
  return {
    name,
    copies,
    sent,
    fates,
    async send(message: OutMessage, { address }: Contact) {
      const fate = fates.shift() ?? { kind: 'done', ref: `ref-${message.id}` };
      if (fate.kind === 'done') sent.push({ ...message, to: address ?? '' });
      return fate;
    },
    read: ({ body }) => JSON.parse(body),
  };
}
