/** The shape of Telegram's updates, as far as they are read; everything else in them is dropped at the door. */

import { z } from 'zod';

const from = z.object({ id: z.int(), is_bot: z.boolean().optional(), language_code: z.string().max(35).optional() });
const chat = z.object({ id: z.int(), type: z.string() });

/** Without `text` it is a picture, a voice, a sticker: something that cannot be read. */
const message = z.object({
  date: z.int(),
  edit_date: z.int().optional(),
  chat,
  from: from.optional(),
  text: z.string().optional(),
});
export type TelegramMessage = z.infer<typeof message>;

const button = z.object({ text: z.string(), callback_data: z.string().optional() });
const tap = z.object({
  id: z.string().min(1),
  from,
  data: z.string().optional(),
  /** What the button stands under; absent where it is too old. */
  message: z
    .object({ chat, reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional() })
    .optional(),
});
export type Tap = z.infer<typeof tap>;

/** The kinds of update that say something; others are acknowledged and forgotten. */
export const KINDS = ['message', 'edited_message', 'callback_query'] as const;

/** An update by its id only, before it is looked into. */
export const envelope = z.looseObject({ update_id: z.int() });

export const update = z.object({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: tap.optional(),
});
export type Update = z.infer<typeof update>;
