/** A text channel that keeps what is sent: for tests that are not about a vendor. */

import type { Tried } from '../../lambda/services/queue/queues';
import type { Contact } from '../../lambda/services/reach/contacts';
import type { OutMessage, TextChannel } from '../../lambda/services/reach/text-channel';
import type { PushChannel } from '../../lambda/vocabulary/heard';

export type PostBox = TextChannel & {
  readonly sent: (OutMessage & { readonly to: string })[];
  /** What the next tries come to, before everything is taken again. */
  readonly fates: Tried[];
  /** What was changed or taken back there (null), by the id of the message. */
  readonly changes: { readonly ref: string; readonly to: string | null }[];
};

type PostBoxOptions = { readonly name?: PushChannel; readonly copies?: TextChannel['copies'] };

/** One that can change what was sent. */
export function createChangingBox(options: PostBoxOptions = {}): PostBox {
  const box = createPostBox(options.name ?? 'telegram', options.copies ?? 'noticed');
  return {
    ...box,
    async change({ ref, to }) {
      const fate = box.fates.shift() ?? { kind: 'done', ref };
      if (fate.kind === 'done') box.changes.push({ ref, to: to?.text ?? null });
      return fate;
    },
  };
}

export function createPostBox(name: PushChannel = 'email', copies: TextChannel['copies'] = 'harmless'): PostBox {
  const sent: PostBox['sent'] = [];
  const fates: Tried[] = [];
  const changes: PostBox['changes'] = [];
  return {
    name,
    copies,
    sent,
    fates,
    changes,
    async send(message: OutMessage, { address }: Contact) {
      const fate = fates.shift() ?? { kind: 'done', ref: `ref-${message.id}` };
      if (fate.kind === 'done') sent.push({ ...message, to: address ?? '' });
      return fate;
    },
    read: ({ body }) => JSON.parse(body),
  };
}
