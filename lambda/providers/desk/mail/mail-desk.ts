/** The smallest desk: each hand-off is a mail to the shop's people, and an answer to it is an answer to the shopper. */

import { createHash } from 'node:crypto';
import { type Hours, isOpen } from '../../../services/commerce/hours';
import type { Desk, ForDesk, Opened } from '../../../services/hand-off/desk';
import { DONE, type HandOff, type HandOffs } from '../../../services/hand-off/hand-offs';
import type { Letter, Post } from '../../../services/reach/mail';
import { packetText } from './packet';
import { read } from './read';
import type { MailDeskWords } from './words';

export type MailDeskOptions = {
  readonly settings: {
    /** Where the shop's people read; a list of theirs will do. Whoever reads there can answer shoppers. */
    readonly team: string;
    readonly hours: Hours;
  };
  /** The e-mail channel's. */
  readonly post: Post;
  readonly handOffs: Pick<HandOffs, 'get' | 'byRef'>;
  readonly words: MailDeskWords;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** The shop's calendar, for its hours; real time when absent. */
  readonly calendar?: () => number;
};

export const MAIL_DESK = 'mail';

/**
 * Its own id of a hand-off is what the signed address carries, and what `reached` has to keep. Nothing that was sent can
 * be taken back: `end` and `forget` do nothing, and the mailbox's own rules say how long a mail is kept.
 */
export function createMailDesk(options: MailDeskOptions): Desk {
  const { settings, post, handOffs, now, calendar = now } = options;
  return {
    name: MAIL_DESK,
    showsFiles: true,
    availability: async () => (isOpen(settings.hours, calendar()) ? { kind: 'open', waiting: 0 } : { kind: 'closed' }),
    async open({ handOff, packet }: Opened) {
      const id = handOff.id;
      const tried = await post.send({
        ...letter(handOff, packetText(packet, options.words), options),
        id: threadOf(id),
      });
      return tried.kind === 'done' ? { kind: 'done', ref: refOf(id) } : tried;
    },
    async tell({ id, handOffId, text, file }: ForDesk) {
      const handOff = await handOffs.get(handOffId);
      if (!handOff) return { kind: 'dead', why: 'no such hand-off' };
      const own = { id: `${threadOf(handOffId)}:${id}` };
      const sent = await post.send({ ...letter(handOff, text, options), ...own, ...(file ? { file } : {}) });
      // Their server takes no such attachment, or none so large: that there was one is said without it.
      return file && sent.kind === 'dead' ? post.send({ ...letter(handOff, file.otherwise, options), ...own }) : sent;
    },
    end: async () => ({ kind: 'done' }),
    forget: async () => ({ kind: 'done' }),
    read: (received) =>
      read(received, {
        find: (ref) => handOffs.byRef(MAIL_DESK, ref),
        now,
        tooLarge: async (handOff, key) => {
          const id = `${threadOf(handOff.id)}:too-large:${key}`;
          const told = await post.send({ ...letter(handOff, options.words.fileTooLarge, options), id });
          if (told.kind === 'later') throw new Error('nobody could be told that a file is too large');
        },
      }),
  };
}

function letter(handOff: HandOff, body: string, { settings, words }: MailDeskOptions): Omit<Letter, 'id'> {
  // Mail programs fold away what stands below a signature's delimiter.
  const text = [body, '', '-- ', ...words.footer(DONE)].join('\n');
  return {
    thread: threadOf(handOff.id),
    to: settings.team,
    name: null,
    // The same in every mail, as some programs thread by it.
    subject: `#${handOff.reference} · ${words.reasons[handOff.reason]}`,
    reference: handOff.reference,
    text,
    html: null,
    answers: { kind: 'desk', id: refOf(handOff.id) },
    automatic: 'auto-generated',
  };
}

function threadOf(handOffId: string): string {
  return `hand-off:${handOffId}`;
}

/** Any id of ours, in what an address can carry. It is no secret: the address is signed. */
function refOf(handOffId: string): string {
  return createHash('sha256').update(`hand-off:${handOffId}`).digest('hex').slice(0, 24);
}
