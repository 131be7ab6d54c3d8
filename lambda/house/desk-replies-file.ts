/** The shape of what the team writes often, in `shop.json`. */

import * as z from 'zod/mini';
import { REPLY_PLACES, unknownPlaces } from '../services/hand-off/desk-replies';
import { plainText, written } from '../vocabulary/settings';

const FOREIGN_LINK = /\b(?!https?:)[a-z]{4,}:(?=\S)/i;

const text = written(
  /^(?=[\s\S]{1,4000}$)[^<>\p{Cc}]*[\p{L}\p{N}](?:[^<>\p{Cc}]|\n)*$/u,
  'a text of up to 4,000 signs',
).check(
  z.refine((words) => !FOREIGN_LINK.test(words), 'a link begins with https://'),
  z.refine(
    (words) => unknownPlaces(words).length === 0,
    `has a place nobody fills; there are ${REPLY_PLACES.join(', ')}`,
  ),
);

const title = plainText('a title, like Goodbye').check(
  z.refine((words) => !FOREIGN_LINK.test(words), 'a title, like Goodbye'),
);

export const deskReplies = z
  .array(z.strictObject({ title, text }))
  .check(z.refine((all) => new Set(all.map((one) => one.title)).size === all.length, 'list each title once'));
