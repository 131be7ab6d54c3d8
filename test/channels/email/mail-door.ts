/** The door for mail on a real server, with an inbox that knows its keys. */

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { emailDoor } from '../../../lambda/channels/email/door';
import { quoteSigns } from '../../../lambda/channels/email/quote-signs';
import type { EmailSettings } from '../../../lambda/channels/email/settings';
import { openBeside } from '../../../lambda/house/beside';
import { mailWordsIn } from '../../../lambda/house/language-lists';
import type { Received } from '../../../lambda/services/queue/queues';

/** As mail programs write in every language of the house. */
export const SIGNS = quoteSigns(mailWordsIn(join(__dirname, '../../../locales')));

export const NOW = Date.UTC(2027, 2, 12, 10, 0);
export const CONTACT = 'a1b2c3d4e5f60718293a4b5c';

export const SETTINGS: EmailSettings = {
  smtpUrl: 'smtp://127.0.0.1:1',
  from: { name: 'Hill & Dale', address: 'care@shop.example' },
  replyDomain: 'reply.shop.example',
  replySecret: 'a secret of thirty-two characters',
  inboundSecrets: ['the present one', 'the-next-one'].map((secret) => secret.replaceAll(' ', '-')),
};

export type MailDoor = {
  readonly url: string;
  /** What the inbox holds, each key once. */
  readonly inbox: Received[];
  /** What was logged, as text. */
  readonly logged: string[];
  /** Cannot keep anything. */
  broken: boolean;
  /** What a mail server does with a mail. */
  post(raw: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
};

export async function openMailDoor({ beside = openBeside({ file: null }).beside } = {}): Promise<MailDoor> {
  const log = (what: object, message: string) => void door.logged.push(`${message} ${JSON.stringify(what)}`);
  const put = async (received: Received) => {
    if (door.broken) throw new Error('the disk is full');
    const isNew = !door.inbox.some(({ source, key }) => source === received.source && key === received.key);
    if (isNew) door.inbox.push(received);
    return isNew;
  };
  const app = express();
  const logs = { info: log, error: log };
  app.use(emailDoor({ settings: SETTINGS, signs: SIGNS, put, now: () => NOW, log: logs, beside }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/channels/email`;
  const door: MailDoor = {
    url,
    inbox: [],
    logged: [],
    broken: false,
    post: (raw, headers = {}) =>
      fetch(url, {
        method: 'POST',
        body: new Uint8Array(typeof raw === 'string' ? Buffer.from(raw) : raw),
        headers: { 'content-type': 'message/rfc822', authorization: 'Bearer the-present-one', ...headers },
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return door;
}

type Part = { readonly type: string; readonly bytes: Buffer; readonly within?: true };

/** The body and the headers of a mail with files, as programs send it. `within`: stands in the HTML. */
export function withFiles(body: string, parts: readonly Part[], kind: 'mixed' | 'related' = 'mixed') {
  const files = parts.map(({ type, bytes, within }, at) =>
    [
      `Content-Type: ${type}; name="../${at}.exe"`,
      `Content-Disposition: ${within ? 'inline' : 'attachment'}; filename="../${at}.exe"`,
      ...(within ? [`Content-ID: <${at}>`] : []),
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    ].join('\n'),
  );
  const all = [`Content-Type: text/plain; charset=utf-8\n\n${body}`, ...files];
  const text = [...all.map((part) => `--of-these-tests\n${part}\n`), '--of-these-tests--'].join('');
  return [text, { 'Content-Type': `multipart/${kind}; boundary=of-these-tests` }] as const;
}

let mails = 0;

/** A plain mail as a program of a person writes it; a header of null is left out. */
export function mailOf(body: string, headers: Readonly<Record<string, string | null>> = {}): string {
  const all = {
    From: 'Ana Bianchi <ana@home.example>',
    Subject: 'Re: Hill & Dale',
    'Message-ID': `<${++mails}@home.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return `${lines.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
}
