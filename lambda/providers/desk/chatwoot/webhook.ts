/** The door for Chatwoot's webhooks, whatever server stands before it: who may come in, and what is worth keeping of it. */

import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod/mini';
import { isSecret } from '../../../http/secrets';
import type { Received } from '../../../services/queue/queues';
import type { Instant } from '../../../vocabulary/values';
import { changeItems, messageItems, stateItems, whereOf } from './items';
import type { ChatwootSettings } from './settings';
import { conversation, message } from './shapes';

/** How old a webhook may be, and how far ahead its clock. */
const FRESH_SECONDS = 5 * 60;

export type Verdict = 'good' | 'forged' | 'stale' | 'malformed';

export type ChatwootWebhook = {
  /** `rawBody`: the bytes as they came; parsed and written anew they have another signature. */
  verify(headers: IncomingHttpHeaders, rawBody: Buffer): Verdict;
  /** Of a verified body: what goes into the inbox. Put it there before it is answered, for Chatwoot sends it only once. */
  receive(rawBody: Buffer): readonly Received[];
};

/** Signature: HMAC-SHA256 over "<X-Chatwoot-Timestamp>.<body>", as `X-Chatwoot-Signature: sha256=<hex>`. */
export function chatwootWebhook(settings: ChatwootSettings, now: () => Instant): ChatwootWebhook {
  return {
    verify(headers, rawBody) {
      const timestamp = headers['x-chatwoot-timestamp'];
      const signature = headers['x-chatwoot-signature'];
      if (typeof timestamp !== 'string' || typeof signature !== 'string') return 'forged';
      const signed = Buffer.concat([Buffer.from(`${timestamp}.`), rawBody]);
      if (!settings.inboxSecrets.some((secret) => isSigned({ signed, signature, secret }))) return 'forged';
      if (!/^\d{1,12}$/.test(timestamp)) return 'malformed';
      if (Math.abs(now() / 1000 - Number(timestamp)) > FRESH_SECONDS) return 'stale';
      return envelopeIn(rawBody) ? 'good' : 'malformed';
    },
    receive(rawBody) {
      const sent = envelopeIn(rawBody);
      return sent ? itemsOf(sent, settings, now()) : [];
    },
  };
}

type Signed = { readonly signed: Buffer; readonly signature: string; readonly secret: string };

function isSigned({ signed, signature, secret }: Signed): boolean {
  // An empty secret is one that nobody set: everybody knows it.
  if (secret === '') return false;
  return isSecret(signature, `sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`);
}

const envelope = z.looseObject({
  event: z.string(),
  account: z.catch(z.nullish(z.object({ id: z.number() })), null),
});
type Envelope = z.infer<typeof envelope>;

function envelopeIn(rawBody: Buffer): Envelope | null {
  try {
    return envelope.safeParse(JSON.parse(rawBody.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Any event tells the state of its conversation, for the one that should tell it may be missing. */
function itemsOf(sent: Envelope, { accountId, inboxId }: ChatwootSettings, now: Instant): readonly Received[] {
  const isMessage = sent.event.startsWith('message_');
  const found = conversation.safeParse(isMessage ? sent.conversation : sent).data;
  if (!found || (!isMessage && !sent.event.startsWith('conversation_'))) return [];
  if (found.inbox_id !== inboxId || (sent.account && sent.account.id !== accountId)) return [];
  const written = isMessage ? message.safeParse(sent).data : undefined;
  const itemsIn = { message_created: messageItems, message_updated: changeItems }[sent.event];
  const said = written && itemsIn ? itemsIn(whereOf(found), written, now) : [];
  // It is pending from its birth until our note is written, and nobody has given it back.
  const isByPeople = isMessage ? written?.sender?.type === 'user' : sent.event !== 'conversation_created';
  return found.status === 'pending' && !isByPeople ? said : [...said, ...stateItems(found, now)];
}
