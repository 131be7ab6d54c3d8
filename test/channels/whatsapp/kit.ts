/** What WhatsApp's tests share: a shop's settings, webhooks after Meta's documented formats, a shopper, a message. */

import { createHmac } from 'node:crypto';
import type { WhatsappSettings } from '../../../lambda/channels/whatsapp/options';
import type { Contact } from '../../../lambda/services/reach/contacts';

/** The moment at which these tests take place. */
export const NOW = Date.UTC(2026, 10, 20, 9, 30);
export const SECRET = 'the app secret of these tests';
export const NUMBER_ID = '8001';
export const ANA = { number: '390612345678', scopedId: 'IT.77Q2ana' };

export function settingsAt(base: string): WhatsappSettings {
  return {
    phoneNumberId: NUMBER_ID,
    token: 'a token of these tests',
    appSecrets: [SECRET],
    verifyToken: 'agreed',
    number: '+39 06 0000001',
    template: { name: 'answer_waits', language: 'it' },
    apiVersion: 'v23.0',
    base,
  };
}

/** `secondsAgo` of the test's own moment, as Meta writes it. */
export function timestamp(secondsAgo = 0): string {
  return String(NOW / 1000 - secondsAgo);
}

export type Things = { messages?: unknown[]; statuses?: unknown[]; message_echoes?: unknown[] };

export function webhookOf(things: Things, { field = 'messages', number = NUMBER_ID } = {}): string {
  const metadata = { display_phone_number: '39060000001', phone_number_id: number };
  const value = { messaging_product: 'whatsapp', metadata, ...things };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '77', changes: [{ value, field }] }] });
}

export function messageOf(id: string, more: object = {}): object {
  const text = { type: 'text', text: { body: `words of ${id}` } };
  return { from: ANA.number, from_user_id: ANA.scopedId, id, timestamp: timestamp(), ...text, ...more };
}

export function statusOf(id: string, status: string, more: object = {}): object {
  return { id, status, timestamp: timestamp(), recipient_id: ANA.number, recipient_user_id: ANA.scopedId, ...more };
}

export function signed(body: string | Buffer, secret = SECRET): Record<string, string> {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
}

export function contactOf(more: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    channel: 'whatsapp',
    address: ANA.number,
    conversationId: null,
    locale: 'it-IT',
    heardAt: NOW - 60_000,
    ...more,
  };
}
