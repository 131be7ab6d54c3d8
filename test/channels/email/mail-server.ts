/** A real SMTP server in the test process, and what somebody finds who reads there. */

import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Delivered = { readonly raw: string; readonly mail: ParsedMail; readonly from: string; readonly to: string };

export type MailServer = {
  readonly url: string;
  /** All that was taken, in order. */
  readonly delivered: Delivered[];
  /** What the server answers to a recipient, or to the data; null: it takes them. */
  refuses: { at: 'RCPT' | 'DATA' | 'MAIL'; code: number; text: string } | null;
  /** Takes the next mail, and breaks off before it says so. */
  breaksOff: boolean;
  /** A mail with a larger attachment is refused for good. */
  largestFile: number;
  down(): Promise<void>;
  up(): Promise<void>;
};

const TOO_LARGE = Object.assign(new Error('5.3.4 too large'), { responseCode: 552 });

export async function openMailServer(): Promise<MailServer> {
  let server: SMTPServer;
  let port = 0;
  const refusal = (at: string) => {
    const { refuses } = mailServer;
    if (refuses?.at !== at) return null;
    return Object.assign(new Error(refuses.text), { responseCode: refuses.code });
  };
  const start = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      // Knows nobody.
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(Object.assign(new Error('no'), { responseCode: 535 })),
      closeTimeout: 50,
      onMailFrom: (_address, _session, callback) => callback(refusal('MAIL')),
      onRcptTo: (_address, _session, callback) => callback(refusal('RCPT')),
      async onData(stream, session, callback) {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const refused = refusal('DATA');
        if (refused) return callback(refused);
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const to = rcptTo.map(({ address }) => address).join(' ');
        const mail = await simpleParser(raw);
        if (mail.attachments.some(({ size }) => size > mailServer.largestFile)) return callback(TOO_LARGE);
        mailServer.delivered.push({ raw: raw.toString('latin1'), mail, from, to });
        if (!mailServer.breaksOff) return callback();
        mailServer.breaksOff = false;
        for (const connection of server.connections) connection.close();
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  };
  const mailServer: MailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    delivered: [],
    refuses: null,
    breaksOff: false,
    largestFile: Number.POSITIVE_INFINITY,
    down: () => new Promise((resolve) => server.close(resolve)),
    up: start,
  };
  await start();
  return mailServer;
}
