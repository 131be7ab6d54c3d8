/** Telegram's Bot API as a text channel. */

import type { Api } from 'grammy';
import type { Tried } from '../../services/queue/queues';
import type { Contact } from '../../services/reach/contacts';
import type { OutMessage, TextChannel } from '../../services/reach/text-channel';
import { judge } from './answers';
import { createApi } from './api';
import { change, refOf } from './change';
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
    change: (sent, to) => change(sent, to, api),
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
  const ids: number[] = [];
  for (const bubble of bubbles) {
    const posted = await post(bubble, api);
    if (typeof posted === 'number') ids.push(posted);
    // Where only some arrived, nobody may send all of them again.
    else if (ids.length === 0) return posted;
    else return { kind: 'unknown', why: `only ${ids.length} of ${bubbles.length} parts are known to have arrived` };
  }
  return ids.length === 0
    ? { kind: 'dead', why: 'there was nothing to send' }
    : { kind: 'done', ref: refOf(Number(address), ids) };
}

/** The id of what was sent. */
async function post({ chat_id, text, ...rest }: Bubble, api: Api): Promise<number | Tried> {
  try {
    const sent = await api.sendMessage(chat_id, text, rest);
    if (!Number.isInteger(sent?.message_id)) return { kind: 'unknown', why: 'Telegram answered, but not with an id' };
    return sent.message_id;
  } catch (error) {
    return judge(error);
  }
}
