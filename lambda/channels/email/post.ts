/** Sends letters by SMTP: each under a Message-ID of its own, answered to a signed address, and marked as what it is. */

import { createTransport } from 'nodemailer';
import type { Tried } from '../../services/queue/queues';
import type { Letter, Post } from '../../services/reach/mail';
import { fileName } from '../../vocabulary/file-types';
import { type Addresses, createAddresses } from './addresses';
import { headingOf } from './heading';
import type { EmailSettings } from './settings';
import { triedOf } from './tried';

/** Milliseconds. A server that is this slow is tried again later. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** One plain mailbox. What else RFC 5322 allows (lists, groups, quoted names) is how a mail reaches whom it should not. */
const MAILBOX = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,253}$/;

export type ClosablePost = Post & { close(): void };

export function createPost(settings: EmailSettings): ClosablePost {
  const addresses = createAddresses(settings);
  const { hostname, searchParams } = new URL(settings.smtpUrl);
  const requireTLS = !searchParams.has('requireTLS') && !LOOPBACK.includes(hostname);
  const secure = requireTLS ? { requireTLS } : {};
  const transport = createTransport({ url: settings.smtpUrl, pool: true, maxConnections: 2, ...secure, ...PATIENCE });
  return {
    async send(letter): Promise<Tried> {
      if (!MAILBOX.test(letter.to)) return { kind: 'dead', why: 'not an e-mail address' };
      try {
        await transport.sendMail(mailOf(letter, settings.from, addresses));
        return { kind: 'done', ref: addresses.messageId(letter.id) };
      } catch (error) {
        return triedOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function mailOf(letter: Letter, from: EmailSettings['from'], addresses: Addresses) {
  const answersTo = addresses.of(letter.answers);
  const root = addresses.messageId(letter.thread);
  const thread = letter.id === letter.thread ? {} : { inReplyTo: root, references: [root] };
  return {
    from: { name: oneLine(letter.name ?? from.name), address: from.address },
    to: { name: '', address: letter.to },
    replyTo: { name: oneLine(from.name), address: answersTo },
    // What cannot be delivered is told to the signed address, so that it is known whose it was.
    envelope: { from: answersTo, to: [letter.to] },
    messageId: addresses.messageId(letter.id),
    subject: oneLine(letter.subject),
    text: `${headingOf(from.name, letter.reference)}\n\n${letter.text}`,
    ...(letter.html === null ? {} : { html: letter.html }),
    ...(letter.file ? { attachments: [attached(letter.file)] } : {}),
    ...thread,
    ...(letter.automatic === 'no' ? {} : { headers: marks(letter.automatic) }),
    // Nothing in a letter is a path or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function attached(file: NonNullable<Letter['file']>) {
  return { filename: fileName(file), contentType: file.type, content: Buffer.from(file.bytes) };
}

/** RFC 3834; the second is what Exchange listens to. */
function marks(automatic: 'auto-generated' | 'auto-replied') {
  return { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'OOF, AutoReply' };
}

/** A line end in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
