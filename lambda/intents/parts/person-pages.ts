/** What people wrote as it is read out at a speaker: page by page, and what of it no ear can note down. */

import * as z from 'zod/mini';
import { type Shape, shapeOf } from '../../services/shape';
import { earPages } from '../../vocabulary/ear-pages';
import type { Memory } from '../../vocabulary/memory';
import { type ForEye, forEyeIn, isForEyeKind } from '../../vocabulary/written-words';
import type { Scene } from '../kit/define';

/** `by`: who begins to speak with this page; null: whoever spoke goes on. */
export type ReadingAloud = {
  readonly pages: readonly { readonly by: string | null; readonly text: string }[];
  readonly forEye: readonly { readonly kind: ForEye; readonly text: string }[];
  /** What cannot be read out at all, and who sent it; absent: nothing, or it was begun by a program that knew of none. */
  readonly sent?: readonly { readonly by: string; readonly isPhoto: boolean }[];
  /** The last of them asked something. */
  readonly asks: boolean;
};

export const READING: Shape<ReadingAloud> = shapeOf(
  z.object({
    pages: z.array(z.object({ by: z.nullable(z.string()), text: z.string() })),
    forEye: z.array(z.object({ kind: z.custom<ForEye>(isForEyeKind), text: z.string() })),
    sent: z.optional(z.array(z.object({ by: z.string(), isPhoto: z.boolean() }))),
    asks: z.boolean(),
  }),
);

/** null: there is nothing to read. */
export function readingOf(unread: Memory['unread']): ReadingAloud | null {
  const pages = unread.flatMap(({ by, text }) =>
    earPages(text).map((page, at) => ({ by: at === 0 ? by : null, text: page })),
  );
  const sent = unread.flatMap(({ by, sent: kind }) => (kind ? [{ by, isPhoto: kind === 'photo' }] : []));
  if (pages.length === 0 && sent.length === 0) return null;
  const forEye = unread.flatMap(({ text }) => forEyeIn(text));
  return { pages, forEye, sent, asks: /[?\uff1f\u061f]/.test(unread.at(-1)?.text ?? '') };
}

/** Nobody listens to more signs than these, or to a longer address. */
const MOST_SPELT = { signs: 20, address: 40 } as const;

export function isSpellable({ kind, text }: ReadingAloud['forEye'][number]): boolean {
  if (kind === 'address') return text.length <= MOST_SPELT.address;
  return kind !== 'link' && kind !== 'hidden' && text.replace(/[^\p{L}\p{N}]/gu, '').length <= MOST_SPELT.signs;
}

/** Whether what people write reaches the shopper in writing as well: where they write, or where the answer was promised to go. */
export async function getsItInWriting({ memory, conversationId, services }: Scene): Promise<boolean> {
  return memory.handOff?.contact !== undefined || (await services.reach.isWritten(conversationId));
}
