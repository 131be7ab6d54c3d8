/** A desk that is nothing but mail, put on trial between a real SMTP server and the real door for mail. */

import { createEmail } from '../../../lambda/channels/email/email';
import { createMailDesk } from '../../../lambda/providers/desk/mail/mail-desk';
import type { MailDeskWords } from '../../../lambda/providers/desk/mail/words';
import type { Opened } from '../../../lambda/services/hand-off/desk';
import type { HandOff } from '../../../lambda/services/hand-off/hand-offs';
import { type MailDoor, mailOf, NOW, openMailDoor, SETTINGS } from '../../channels/email/mail-door';
import { type Delivered, type MailServer, openMailServer } from '../../channels/email/mail-server';
import type { Act, DeskTrial } from '../../contracts/desk-trial';

const WORDS: MailDeskWords = {
  reasons: {
    asked: 'asked for a person',
    'not-understood': 'not understood',
    policy: 'a question of policy',
    'back-end-failed': 'a system failed',
    'payment-needed': 'payment',
    'high-value': 'a large order',
    complaint: 'a complaint',
  },
  wishes: { answer: 'an answer', 'call-back': 'a call' },
  labels: {
    reason: 'Why',
    reference: 'Reference',
    wish: 'Wants',
    shopper: 'Shopper',
    guest: 'a guest',
    language: 'Language',
    channels: 'Channels',
    summary: 'In short',
    question: 'Open question',
    notUnderstood: 'Not understood',
    orders: 'Orders',
    goods: 'Goods',
    transcript: 'So far',
  },
  by: { shopper: 'shopper', bot: 'bot', person: 'colleague' },
  fileTooLarge: 'A file went to nobody.',
  footer: (done) => [
    'Answer this mail to write to the shopper.',
    `First line: #take, #return, #close ${done.join('|')}`,
  ],
};

export const TEAM = 'team@shop.example';

export type MailTrial = DeskTrial & {
  readonly server: MailServer;
  readonly door: MailDoor;
  /** The letters of a hand-off, each once. */
  letters(opened: Opened): readonly Delivered[];
  /** The store knows it no more. */
  erase(opened: Opened): void;
  /** Real time. */
  readonly clock: { now: number };
};

export async function openMailTrial(): Promise<MailTrial> {
  const [server, door] = [await openMailServer(), await openMailDoor()];
  const email = createEmail({ settings: { ...SETTINGS, smtpUrl: server.url } });
  const known = new Map<string, { readonly handOff: HandOff; readonly ref: string | undefined }>();
  const clock = { now: NOW };
  let calendar = NOW;
  const mail = createMailDesk({
    settings: {
      team: TEAM,
      hours: {
        timeZone: 'Europe/Rome',
        from: '09:00',
        to: '18:00',
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        holidays: [],
      },
    },
    post: email.post,
    handOffs: {
      get: async (id) => known.get(id)?.handOff ?? null,
      byRef: async (desk, ref) =>
        [...known.values()].find((one) => desk === 'mail' && one.ref === ref)?.handOff ?? null,
    },
    words: WORDS,
    now: () => clock.now,
    calendar: () => calendar,
  });
  const letters = (opened: Opened) => lettersOf(server.delivered, opened);
  return {
    ...{ server, door, letters, clock },
    erase: ({ handOff }) => void known.delete(handOff.id),
    desk: {
      ...mail,
      async open(opened) {
        const tried = await mail.open(opened);
        // As `HandOffs.reached` keeps it.
        if (tried.kind === 'done') known.set(opened.handOff.id, { handOff: opened.handOff, ref: tried.ref });
        return tried;
      },
    },
    async sees(opened) {
      const [packets, messages] = [letters(opened).filter(isFirst), letters(opened).filter((one) => !isFirst(one))];
      if (packets.length === 0) return null;
      return { packets: packets.length, packet: bodyOf(packets[0]), messages: messages.map(bodyOf), ended: false };
    },
    photos: (opened) =>
      letters(opened).flatMap((one) =>
        one.mail.attachments.map(({ content }) => ({ text: bodyOf(one), bytes: content })),
      ),
    shuts: (bytes) => {
      server.largestFile = bytes - 1;
    },
    async act(opened, person, act) {
      const to = letters(opened)[0]?.mail.replyTo?.text ?? '';
      const From = `${person} <${person.toLowerCase()}@shop.example>`;
      const sent = await door.post(mailOf(linesOf(act), { From, To: to }));
      if (sent.status !== 202) throw new Error(`the door answered ${sent.status}`);
    },
    arrived: async () => door.inbox.splice(0),
    async turns(state) {
      if (state === 'down') await server.down();
      else if (state === 'up') await server.up();
      else calendar = state === 'open' ? NOW : NOW + 12 * 3_600_000;
    },
    async close() {
      email.close();
      await Promise.all([server.down(), door.close()]);
    },
  };
}

/** A mailbox shows copies of a mail as one, by its Message-ID. */
function lettersOf(delivered: readonly Delivered[], { packet }: Opened): readonly Delivered[] {
  const mine = delivered.filter(({ to, mail }) => to === TEAM && mail.subject?.includes(packet.reference));
  return mine.filter(({ mail }, at) => mine.findIndex((one) => one.mail.messageId === mail.messageId) === at);
}

function isFirst({ mail }: Delivered): boolean {
  return mail.inReplyTo === undefined;
}

function bodyOf(letter: Delivered | undefined): string {
  const [, ...paragraphs] = letter?.mail.text?.split('\n\n') ?? [];
  return paragraphs.join('\n\n').split('\n\n-- \n')[0] ?? '';
}

function linesOf(act: Act): string {
  switch (act.kind) {
    case 'accept':
      return '#take';
    case 'return':
      return '#return';
    case 'close':
      return `#close ${act.done}`;
    case 'note':
      return `#note\n${act.text}`;
    default:
      return act.text;
  }
}
