/** What Telegram's tests share: a shop's settings, updates after Telegram's documented formats, a shopper, a message, the judge. */

import type { TelegramSettings } from '../../../lambda/channels/telegram/options';
import type { Contact } from '../../../lambda/services/reach/contacts';
import { type VendorSpec, vendorSpec } from '../../contracts/vendor-specs';
import { type Asked, isForm, type Scripted } from '../../kit/fake-vendor';

/** The moment at which these tests take place. */
export const NOW = Date.UTC(2026, 10, 20, 9, 30);
export const SECRET = 'Agreed_with-Telegram';
export const ANA = 70_410_077;
export const HEADERS = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };

export const TELEGRAM: VendorSpec | null = vendorSpec('telegram');

export function problemsOf(asked: readonly Asked[]): readonly string[] {
  const told = asked.filter(({ headers }) => !isForm(headers));
  return told.flatMap(({ method, path, body }) => TELEGRAM?.problems({ method, path, body }) ?? []);
}

export function settingsAt(base: string): TelegramSettings {
  return { token: '1:a-token-of-these-tests', secrets: [SECRET], bot: 'willow_bot', base };
}

const from = { id: ANA, is_bot: false, first_name: 'Ana', language_code: 'it' };
const chat = { id: ANA, type: 'private', first_name: 'Ana' };

/** Seconds, as Telegram writes it. */
export const dateOf = (secondsAgo = 0): number => NOW / 1000 - secondsAgo;

export function messageOf(more: object = {}): object {
  return { message_id: 5, date: dateOf(), chat, from, text: 'where is my order', ...more };
}

export function tapOf(data: string, more: object = {}): object {
  const reply_markup = {
    inline_keyboard: [[{ text: 'Yes, please', callback_data: 'yes' }], [{ text: 'No', callback_data: 'no' }]],
  };
  return { id: '4001', from, chat_instance: '-9', data, message: { ...messageOf(), reply_markup }, ...more };
}

export function updateOf(update_id: number, things: object = { message: messageOf() }): string {
  return JSON.stringify({ update_id, ...things });
}

export const took = (message_id: number): Scripted => ({
  status: 200,
  json: { ok: true, result: { message_id, date: dateOf(), chat } },
});

export const refused = (error_code: number, description: string, parameters?: object): Scripted => ({
  status: error_code,
  json: { ok: false, error_code, description, parameters },
});

export function contactOf(more: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    channel: 'telegram',
    address: String(ANA),
    conversationId: null,
    locale: 'it',
    heardAt: 0,
    ...more,
  };
}
