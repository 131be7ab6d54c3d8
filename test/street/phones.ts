/** People with Telegram: what they write is brought to a server by Telegram, often more than once, until it is taken. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Street } from './street';
import { SECRET } from './town';
import { markOf } from './writers';

export const PHONES = 4;
const THINKS = [1_500, 4_000] as const;
const QUESTIONS = ['what does shipping cost?', 'where is my order?', 'can I send it back?'];
const MOST_TRIES = 200;
const PAUSE_MS = 500;

export const chatOf = (nth: number): number => 7_000 + nth;
let updates = 0;

export async function textAllDay(nth: number, street: Street): Promise<void> {
  const chance = street.chance(`phone ${nth}`);
  for (let sent = 0; !street.isOver(); sent += 1) {
    await street.thinks(chance, THINKS);
    const text = `${markOf(`phone${'abcdefghij'[nth]}`, sent)} ${chance.oneOf(QUESTIONS as [string, ...string[]])}`;
    const body = updateOf(chatOf(nth), text);
    const copies = 1 + chance.below(3);
    // Copies may come at once, to both servers, and long after.
    await Promise.all(Array.from({ length: copies }, (_, copy) => bring(body, nth + copy, street)));
    if (chance.next() < 0.2) await bring(body, nth, street);
    street.told.brought.push({ chat: chatOf(nth), text, times: copies });
  }
}

function updateOf(chat: number, text: string): string {
  updates += 1;
  const from = { id: chat, is_bot: false, first_name: 'Somebody', language_code: 'en' };
  const date = Math.floor(Date.now() / 1000);
  const message = { message_id: updates, date, chat: { id: chat, type: 'private' }, from, text };
  return JSON.stringify({ update_id: 1_000_000 + updates, message });
}

async function bring(body: string, at: number, street: Street): Promise<void> {
  const headers = {
    ...{ 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    'x-forwarded-for': '192.0.2.10',
  };
  const reach = street.town.knocks.fetchAs('a webhook');
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [server] = street.from(at + tries);
    const answer = await reach(`${server?.url}/channels/telegram`, { method: 'POST', headers, body }).catch(() => null);
    if (answer?.status === 200) return;
    if (answer && answer.status < 500) throw new Error(`a webhook was refused: ${answer.status}`);
    await sleep(PAUSE_MS);
  }
  throw new Error('a webhook was never taken');
}
