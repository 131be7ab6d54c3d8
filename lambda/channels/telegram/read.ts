/** From a kept update to what was heard. */

import type { Received } from '../../services/queue/queues';
import type { InMessage } from '../../services/reach/text-channel';
import type { Heard } from '../../vocabulary/heard';
import { placeWords } from '../../vocabulary/place-words';
import { type Tap, type TelegramMessage, type Update, update } from './payload';

const UNSUPPORTED: Heard = { kind: 'event', name: 'unsupported' };

/**
 * `tapped`: the id of a tap that Telegram wants answered, so that the button stops waiting. `file`: what the first of what was
 * heard stands for; it is fetched by whoever may.
 */
export type TelegramRead = {
  readonly heard: readonly Extract<InMessage, { kind: 'heard' }>[];
  readonly tapped: string | null;
  readonly file: string | null;
};

export function read({ body }: Pick<Received, 'body'>): TelegramRead {
  const read = update.parse(JSON.parse(body));
  const from = read.message?.from ?? read.edited_message?.from ?? read.callback_query?.from;
  const heard = from && !from.is_bot ? heardIn(read) : null;
  const tapped = read.callback_query?.id ?? null;
  if (!from || !heard) return { heard: [], tapped, file: null };
  const locale = localeOf(from.language_code);
  // In a private chat the chat's id is the person's.
  const sender = { address: String(from.id) };
  const key = String(read.update_id);
  const said = { kind: 'heard', from: sender, key, heard, ...(locale ? { locale } : {}) } as const;
  const file = fileOf(read);
  if (file === null) return { heard: [said], tapped, file };
  const caption = clean(read.message?.caption ?? '');
  const words = { ...said, key: `${key}/caption`, heard: { kind: 'text', text: caption } } as const;
  return { heard: caption === '' ? [said] : [said, words], tapped, file };
}

function heardIn({ message, edited_message, callback_query }: Update): Heard | null {
  if (message) return said(message);
  if (edited_message) return changed(edited_message);
  return callback_query ? chosen(callback_query) : null;
}

/** Words are put beside a file that is known: without any it is the file that is another one. */
function fileOf({ message, edited_message }: Update): string | null {
  if (message) return fileIn(message);
  return edited_message && wordsIn(edited_message) === '' ? fileIn(edited_message) : null;
}

/** Of a photo the largest: it is less than a file may have, as Telegram itself makes it smaller. */
function fileIn({ photo, document, voice, audio, video, video_note, sticker }: TelegramMessage): string | null {
  const sent = photo?.at(-1) ?? document ?? voice ?? audio ?? video ?? video_note ?? sticker;
  return sent?.file_id ?? null;
}

function said({ text, location, venue }: TelegramMessage): Heard {
  const place = venue?.location ?? location;
  if (place) return { kind: 'place', words: placeWords({ ...place, name: venue?.title, address: venue?.address }) };
  const words = clean(text ?? '');
  if (words === '') return UNSUPPORTED;
  const [start, token] = /^\/start(?:@\w+)?(?:\s+([A-Za-z0-9_-]{1,64}))?$/.exec(words) ?? [];
  if (start === undefined) return { kind: 'text', text: words };
  return token === undefined ? { kind: 'launched' } : { kind: 'joined', token };
}

/** Where somebody drags a place along, nothing was written. */
function changed(message: TelegramMessage): Heard | null {
  const words = wordsIn(message);
  if (words !== '') return { kind: 'changed', to: words };
  return fileIn(message) === null ? null : UNSUPPORTED;
}

function wordsIn({ text, caption }: TelegramMessage): string {
  return clean(text ?? caption ?? '');
}

function chosen({ data, message }: Tap): Heard | null {
  if (!data) return null;
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const label = clean(buttons.find(({ callback_data }) => callback_data === data)?.text ?? '');
  return { kind: 'choice', option: data, ...(label ? { label } : {}) };
}

/** The language of the person's app, as BCP 47; undefined where it is none. */
function localeOf(code: string | undefined): string | undefined {
  try {
    return code ? Intl.getCanonicalLocales(code)[0] : undefined;
  } catch {
    return undefined;
  }
}

function clean(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim();
}
