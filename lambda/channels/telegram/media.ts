/** Fetches a file somebody sent: Telegram gives a path for its file, which works for an hour and with the token only. */

import { type Api, GrammyError } from 'grammy';
import { limitedBytes } from '../../http/download';
import { TAKING } from '../../http/picture';
import { type FileRefusal, LARGEST_FILE_BYTES, type SentFile } from '../../vocabulary/sent-file';
import { takenFile } from '../../vocabulary/taken-file';
import type { TelegramOptions } from './options';

const WITHIN_MS = 10_000;

type Telegram = { readonly api: Api; readonly options: TelegramOptions };

/** Throws where Telegram cannot be reached just now, and never an error that names the address: the token stands in it. */
export async function fetchFile(file: string, { api, options }: Telegram): Promise<SentFile | FileRefusal> {
  const path = await pathOf(file, api);
  if (path === 'size' || path === 'lost') return path;
  const { settings, fetch } = options;
  const url = `${settings.base.replace(/\/$/, '')}/file/bot${settings.token}/${path}`;
  const found = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) }).catch(() => null);
  if (!found || found.status === 429 || found.status >= 500) throw new Error('Telegram gave no file just now');
  if (!found.ok) return 'lost';
  const bytes = await limitedBytes(found, LARGEST_FILE_BYTES);
  return bytes === 'size' ? 'size' : takenFile(bytes, TAKING);
}

/** A bot gets no file of more than 20 MB. */
async function pathOf(file: string, api: Api): Promise<string> {
  try {
    const { file_path = '' } = await api.getFile(file);
    return /^[\w./-]{1,300}$/.test(file_path) && !file_path.includes('..') ? file_path : 'lost';
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400)
      return /too big/i.test(error.description) ? 'size' : 'lost';
    throw new Error('Telegram told no file just now');
  }
}
