/** Makes of the raw bytes of a mail what is kept of it, or tells why nothing is. */

import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Box, Mail } from '../../services/mail';
import type { Received } from '../../services/queues';
import { type Addresses, createAddresses } from './addresses';
import { headerOf, isAutomatic } from './automatic';
import { newWords } from './new-words';
import { reportOf } from './report';
import type { EmailSettings } from './settings';

/** Why a mail is taken and dropped. */
export type Dropped = 'not-ours' | 'forged' | 'automatic' | 'our-own';

export type Parsing = { readonly settings: EmailSettings; readonly now: () => number };

const OPTIONS = { keepDeliveryStatus: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true };
/** What mail servers note of the envelope, then what the sender wrote; the first signed address counts. */
const RECIPIENTS = ['x-original-to', 'delivered-to', 'envelope-to', 'to', 'cc'];
const NAME_CHARACTERS = 80;

/** Throws on bytes that are no mail. */
export async function parse(raw: Buffer, { settings, now }: Parsing): Promise<Received | Dropped> {
  const mail = await simpleParser(raw, OPTIONS);
  const addresses = createAddresses(settings);
  const to = recipientOf(mail, addresses);
  if (typeof to === 'string') return to;
  const came = { mail, to, at: now() };
  const report = reportOf(mail, addresses.isOurMessageId);
  if (report) return receivedOf({ kind: 'report', to, at: came.at, ...report }, keyOf(mail, raw));
  if (isAutomatic(mail)) return 'automatic';
  if (isOwn(mail, { to, settings, addresses })) return 'our-own';
  const sender = mail.from?.value[0];
  const words = newWords(await textOf(mail), settings.from.name);
  const who = { name: nameOf(sender), sender: addresses.senderId(sender?.address ?? '') };
  return receivedOf({ kind: 'words', to, at: came.at, ...who, text: words }, keyOf(mail, raw));
}

function recipientOf(mail: ParsedMail, addresses: Addresses): Box | 'forged' | 'not-ours' {
  const values = RECIPIENTS.flatMap((name) => mail.headerLines.filter(({ key }) => key === name));
  const named = values.flatMap(({ line }) => line.match(/(?:reply|desk)\+[0-9a-f.]{1,60}@[a-z0-9.-]{1,253}/gi) ?? []);
  const read = named.map((address) => addresses.read(address)).filter((box) => box !== null);
  return read.find((box) => box !== 'forged') ?? (read.length > 0 ? 'forged' : 'not-ours');
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

/** Some programs send an empty plain text beside the HTML: then the HTML is what was written. */
async function textOf({ text = '', html }: ParsedMail): Promise<string> {
  if (text.trim() !== '' || !html) return text;
  const alone = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`, OPTIONS);
  return alone.text ?? '';
}

function nameOf(sender: { readonly name: string; readonly address?: string | undefined } | undefined): string {
  const name = (sender?.name ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return (name || (sender?.address?.split('@')[0] ?? '')).slice(0, NAME_CHARACTERS);
}

/** The sender's own id of it. Only who holds a signed address can use up one for it. */
function keyOf(mail: ParsedMail, raw: Buffer): string {
  return createHash('sha256')
    .update(headerOf(mail, 'message-id') || raw)
    .digest('hex');
}

function receivedOf(mail: Mail, key: string): Received {
  const { kind, id } = mail.to;
  const source = kind === 'desk' ? 'desk:mail' : 'email';
  return { source, key: `${id}:${key}`, lane: `${source}:${id}`, body: JSON.stringify(mail) };
}
