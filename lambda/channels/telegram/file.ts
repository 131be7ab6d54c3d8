/** Sends a file of a person: what Telegram shows as a picture is sent as one, all else as a document. */

import { type Api, InputFile } from 'grammy';
import type { Tried } from '../../services/queue/queues';
import type { OutMessage } from '../../services/reach/text-channel';
import { fileName, kindOfFile } from '../../vocabulary/file-types';
import { judge } from './answers';

type WithFile = OutMessage & { readonly file: NonNullable<OutMessage['file']> };

export async function sendFile({ by, name, file }: WithFile, chat: number, api: Api): Promise<Tried> {
  const content = new InputFile(file.bytes, fileName(file));
  const said = by === 'person' && name ? { caption: name.trim() } : {};
  try {
    const sent =
      kindOfFile(file) === 'photo'
        ? await api.sendPhoto(chat, content, said)
        : await api.sendDocument(chat, content, said);
    if (!Number.isInteger(sent?.message_id)) return { kind: 'unknown', why: 'Telegram answered, but not with an id' };
    return { kind: 'done', ref: `${chat}/${sent.message_id}` };
  } catch (error) {
    return judge(error);
  }
}

export function hasFile(message: OutMessage): message is WithFile {
  return message.file !== undefined;
}
