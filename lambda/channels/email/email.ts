/** E-mail as a text channel: letters out by SMTP; what its door took in is read as messages. */

import type { Post } from '../../services/reach/mail';
import type { TextChannel } from '../../services/reach/text-channel';
import { createPost } from './post';
import { read } from './read';
import type { EmailSettings } from './settings';
import { letterOf } from './write';

export type EmailChannel = TextChannel & {
  /** For a desk that is nothing but mail. */
  readonly post: Post;
  close(): void;
};

/** Throws on an SMTP URL that is none. */
export function createEmail({ settings }: { readonly settings: EmailSettings }): EmailChannel {
  const post = createPost(settings);
  return {
    name: 'email',
    // A copy has the same Message-ID.
    copies: 'harmless',
    post,
    async send(message, { id, address }) {
      if (address === null) return { kind: 'dead', why: 'no address' };
      return post.send(letterOf(message, { address, contactId: id }, settings.from.name));
    },
    read: async (kept) => read(kept, (await kept.files?.()) ?? null),
    close: post.close,
  };
}
