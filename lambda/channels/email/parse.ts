/** Makes of the raw bytes of a mail what is kept of it, in the order it is read in, or tells why nothing is. */

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Received } from '../../services/queue/queues';
import type { Box, Mail } from '../../services/reach/mail';
import { type Addresses, createAddresses } from './addresses';
import { filesIn } from './attachments';
import { isAutomatic } from './automatic';
import { newWords } from './new-words';
import type { QuoteSigns } from './quote-signs';
import { reportOf } from './report';
import type { EmailSettings } from './settings';

/** Why a mail is taken and dropped. */
export type Dropped = 'not-ours' | 'forged' | 'automatic' | 'our-own';

export type Parsing = {
  readonly settings: EmailSettings;
  readonly signs: QuoteSigns;
  readonly now: () => number;
};

const OPTIONS = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  // Otherwise whole pictures are written into the HTML, before the words.
  keepCidLinks: true,
};
/** What is new stands at the top; making text of deeply nested HTML takes time that grows with its square. */
const MOST_HTML = 100_000;
/** What mail servers note of the envelope, then what the sender wrote; the first signed address counts. */
const RECIPIENTS = ['x-original-to', 'delivered-to', 'envelope-to', 'to', 'cc'];
const NAME_CHARACTERS = 80;

/** Throws on bytes that are no mail. */
export async function parse(raw: Buffer, { settings, signs, now }: Parsing): Promise<readonly Received[] | Dropped> {
  const addresses = createAddresses(settings);
  const head = headOf(raw);
  const to = recipientOf(head, addresses);
  if (typeof to === 'string') return to;
  const mail = await simpleParser(inPieces(withShortHead(raw, head)), OPTIONS);
  const came = { to, at: now() };
  const key = keyOf(mail, raw);
  const report = reportOf(mail, addresses.isOurMessageId);
  if (report) return [receivedOf({ kind: 'report', ...came, ...report }, key)];
  if (isAutomatic(mail)) return 'automatic';
  if (isOwn(mail, { to, settings, addresses })) return 'our-own';
  const sender = mail.from?.value[0];
  const by = to.kind === 'desk' ? { name: nameOf(sender), id: addresses.senderId(sender?.address ?? '') } : null;
  const { text, more, signature } = newWords(await textOf(mail), { ours: settings.from, signs });
  // What people of the shop write goes to a shopper: not their signature.
  const rest = to.kind === 'desk' ? [more] : [more, signature];
  const words = receivedOf(
    { kind: 'words', ...came, by, text, more: rest.filter((one) => one !== '').join('\n\n') },
    key,
  );
  const { files, attached } = filesIn(mail.attachments, to);
  if (files.length === 0) return [words];
  const body = receivedOf({ kind: 'files', ...came, by, text, files }, `${key}:files`);
  const sent = attached ? { ...body, attached } : body;
  return text === '' ? [sent] : [sent, words];
}

/** So that other things happen between two of them, however large it is. */
function inPieces(raw: Buffer): Readable {
  const starts = Array.from({ length: Math.ceil(raw.length / PIECE_BYTES) }, (_, at) => at * PIECE_BYTES);
  return Readable.from(starts.map((start) => raw.subarray(start, start + PIECE_BYTES)));
}
const PIECE_BYTES = 64 * 1024;

/** For a thread beside: plain data, and `malformed` instead of throwing. */
export type ParseJob = Omit<Parsing, 'now'> & { readonly raw: Uint8Array; readonly at: number };

export type Parsed = readonly Received[] | Dropped | 'malformed';

export function parseJob({ raw, at, ...parsing }: ParseJob): Promise<Parsed> {
  return parse(Buffer.from(raw), { ...parsing, now: () => at }).catch(() => 'malformed');
}

/** A mail without what cannot be read of it. */
export function withoutBody(raw: Buffer): Buffer {
  return Buffer.from(`${headOf(raw)}\r\n\r\n`, 'latin1');
}

/** A character for each byte: it is as long as the head is. */
function headOf(raw: Buffer): string {
  const [head = ''] = raw
    .subarray(0, MOST_LOOKED_AT)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  return head;
}

function headersIn(head: string): readonly string[] {
  return head.split(/\r?\n(?![ \t])/);
}

/** Looks at nothing but the head: whoever has no address of ours costs no more than that. */
function recipientOf(head: string, addresses: Addresses): Box | 'forged' | 'not-ours' {
  const headers = headersIn(head);
  const values = RECIPIENTS.flatMap((name) => headers.filter((header) => header.toLowerCase().startsWith(`${name}:`)));
  const named = values.flatMap((value) => value.match(/(?:reply|desk)\+[0-9a-f.]{1,60}@[a-z0-9.-]{1,253}/gi) ?? []);
  const read = named.map((address) => addresses.read(address)).filter((box) => box !== null);
  return read.find((box) => box !== 'forged') ?? (read.length > 0 ? 'forged' : 'not-ours');
}

/** Characters of a line of the head, and of all of it: reading addresses takes time that grows with their square. */
const MOST_HEADER = 8_000;
const MOST_HEAD = 100_000;
/** No head is longer. */
const MOST_LOOKED_AT = 1024 * 1024;

/** The same mail with what no program writes into a head left out. */
function withShortHead(raw: Buffer, head: string): Buffer {
  if (head.length < MOST_HEADER) return raw;
  const headers = headersIn(head).map((header) => header.slice(0, MOST_HEADER));
  return Buffer.concat([Buffer.from(headers.join('\r\n').slice(0, MOST_HEAD), 'latin1'), raw.subarray(head.length)]);
}

type Came = { readonly to: Box; readonly settings: EmailSettings; readonly addresses: Addresses };

/** A letter of ours that came round. People of the shop may well write from the shop's own address. */
function isOwn(mail: ParsedMail, { to, settings, addresses }: Came): boolean {
  const from = mail.from?.value[0]?.address?.toLowerCase() ?? '';
  return (
    addresses.isOurMessageId(mail.messageId ?? '') ||
    from.endsWith(`@${settings.replyDomain.toLowerCase()}`) ||
    (to.kind === 'reply' && from === settings.from.address.toLowerCase())
  );
}

/** Without plain text, or with an empty one as some programs send it, the HTML is what was written. */
async function textOf({ text = '', html }: ParsedMail): Promise<string> {
  if (text.trim() !== '' || !html) return text;
  const alone = `Content-Type: text/html; charset=utf-8\r\n\r\n${html.slice(0, MOST_HTML)}`;
  const read = await simpleParser(alone, { ...OPTIONS, skipHtmlToText: false }).catch(() => null);
  return read?.text ?? '';
}

function nameOf(sender: { readonly name: string; readonly address?: string | undefined } | undefined): string {
  const name = (sender?.name ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return (name || (sender?.address?.split('@')[0] ?? '')).slice(0, NAME_CHARACTERS);
}

/** The sender's own id of it. Only who holds a signed address can use up one for it. */
function keyOf(mail: ParsedMail, raw: Buffer): string {
  return createHash('sha256')
    .update(mail.messageId || raw)
    .digest('hex');
}

function receivedOf(mail: Mail, key: string): Received {
  const { kind, id } = mail.to;
  const source = kind === 'desk' ? 'desk:mail' : 'email';
  return { source, key: `${id}:${key}`, lane: `${source}:${id}`, body: JSON.stringify(mail) };
}
