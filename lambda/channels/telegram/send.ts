/** Telegram's Bot API as a text channel. */

import type { Api } from 'grammy';
import type { Tried } from '../../services/queue/queues';
import type { Contact } from '../../services/reach/contacts';
import type { OutMessage, TextChannel } from '../../services/reach/text-channel';
import { judge } from './answers';
import { createApi } from './api';
import { hasFile, sendFile } from './file';
import { fetchFile } from './media';
import type { TelegramOptions } from './options';
import { read } from './read';
import { type Bubble, write } from './write';

export function createTelegram(options: TelegramOptions): TextChannel {
  const api = createApi(options);
  return {
    name: 'telegram',
    copies: 'noticed',
    send: (message, to) => send(message, to, api),
    async read(received) {
      const { heard, tapped, file } = read(received);
      // Only ends the button's waiting: nobody waits for it, and it may fail.
      if (tapped !== null) api.answerCallbackQuery(tapped).catch(() => {});
      const [sent, ...rest] = heard;
      if (file === null || !sent) return heard;
      const came = await fetchFile(file, { api, options });
      return [{ ...sent, heard: { kind: 'files', files: [came] } }, ...rest];
    },
  };
}

async function send(message: OutMessage, { address }: Contact, api: Api): Promise<Tried> {
  if (address === null) throw new Error('a contact of Telegram has an address');
  if (!/^-?\d{1,15}$/.test(address)) return { kind: 'dead', why: 'the address is none of Telegram' };
  if (hasFile(message)) return sendFile(message, Number(address), api);
  const bubbles = write(message, Number(address));
  let last: Tried = { kind: 'dead', why: 'there was nothing to send' };
  for (const [at, bubble] of bubbles.entries()) {
    last = await post(bubble, api);
    if (last.kind === 'done') continue;
    // Where only some arrived, nobody may send all of them again.
    return at === 0
      ? last
      : { kind: 'unknown', why: `only ${at} of ${bubbles.length} parts are known to have arrived` };
  }
  return last;
}

async function post({ chat_id, text, ...rest }: Bubble, api: Api): Promise<Tried> {
  try {
    const sent = await api.sendMessage(chat_id, text, rest);
    if (!Number.isInteger(sent?.message_id)) return { kind: 'unknown', why: 'Telegram answered, but not with an id' };
    return { kind: 'done', ref: `${chat_id}/${sent.message_id}` };
  } catch (error) {
    return judge(error);
  }
}
