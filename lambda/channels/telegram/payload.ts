/** The shape of Telegram's updates, as far as they are read; everything else in them is dropped at the door. */

import * as z from 'zod/mini';

const from = z.object({
  id: z.int(),
  is_bot: z.optional(z.boolean()),
  language_code: z.optional(z.string().check(z.maxLength(35))),
});
const chat = z.object({ id: z.int(), type: z.string() });

const fileId = z.string().check(z.minLength(1), z.maxLength(512));

const file = z.object({ file_id: fileId });
/** What has another shape is as if it were not there: the words beside it count. */
const oneFile = z.catch(z.optional(file), undefined);
const place = z.object({ latitude: z.number(), longitude: z.number() });

/** Without `text`, a file and a place it is a poll, a contact: something that cannot be read. */
const message = z.object({
  date: z.int(),
  edit_date: z.optional(z.int()),
  chat,
  from: z.optional(from),
  text: z.optional(z.string()),
  /** The same picture in several sizes. */
  photo: z.optional(z.array(file).check(z.minLength(1))),
  /** A photo, too, as phones send one for the whole quality. */
  document: oneFile,
  voice: oneFile,
  audio: oneFile,
  video: oneFile,
  video_note: oneFile,
  sticker: oneFile,
  location: z.catch(z.optional(place), undefined),
  venue: z.catch(
    z.optional(z.object({ location: place, title: z.string(), address: z.optional(z.string()) })),
    undefined,
  ),
  caption: z.optional(z.string()),
});
export type TelegramMessage = z.infer<typeof message>;

const button = z.object({ text: z.string(), callback_data: z.optional(z.string()) });
const tap = z.object({
  id: z.string().check(z.minLength(1)),
  from,
  data: z.optional(z.string()),
  /** What the button stands under; absent where it is too old. */
  message: z.optional(
    z.object({ chat, reply_markup: z.optional(z.object({ inline_keyboard: z.array(z.array(button)) })) }),
  ),
});
export type Tap = z.infer<typeof tap>;

/** The kinds of update that say something; others are acknowledged and forgotten. */
export const KINDS = ['message', 'edited_message', 'callback_query'] as const;

/** An update by its id only, before it is looked into. */
export const envelope = z.looseObject({ update_id: z.int() });

export const update = z.object({
  update_id: z.int(),
  message: z.optional(message),
  edited_message: z.optional(message),
  callback_query: z.optional(tap),
});
export type Update = z.infer<typeof update>;
