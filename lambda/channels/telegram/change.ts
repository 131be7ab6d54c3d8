/** What was sent is edited or deleted in the shopper's chat, by the ids that Telegram gave its parts. */

import { type Api, GrammyError } from 'grammy';
import type { Tried } from '../../services/queue/queues';
import type { Contact } from '../../services/reach/contacts';
import type { MessageChange } from '../../services/reach/text-channel';
import { judge } from './answers';
import { type Bubble, write } from './write';

/** Of a message in several parts all of them, in their order. */
export function refOf(chat: number, ids: readonly number[]): string {
  return `${chat}/${ids.join('+')}`;
}

type Sent = { readonly chat: number; readonly ids: readonly number[] };

/** null: it is none of Telegram. */
function sentAs(ref: string): Sent | null {
  const [, chat, ids] = /^(-?\d{1,15})\/(\d+(?:\+\d+)*)$/.exec(ref) ?? [];
  return ids === undefined ? null : { chat: Number(chat), ids: ids.split('+').map(Number) };
}

export async function change(
  { ref, to, instead }: { readonly ref: string } & MessageChange,
  { address }: Contact,
  api: Api,
): Promise<Tried> {
  const sent = sentAs(ref);
  if (!sent || String(sent.chat) !== address) return { kind: 'dead', why: 'what was sent is not known any more' };
  if (!to) return takenBack(sent, instead, api);
  const bubbles = write(to, sent.chat);
  // A part more would stand behind all that was written since.
  if (bubbles.length > sent.ids.length) return { kind: 'dead', why: 'it is longer than what was sent' };
  for (const [at, id] of sent.ids.entries()) {
    const bubble = bubbles[at];
    const tried = bubble ? await edited(id, bubble, api) : await deleted({ chat: sent.chat, id }, api);
    if (tried.kind !== 'done') return at === 0 ? tried : halfDone(tried);
  }
  return { kind: 'done', ref: refOf(sent.chat, sent.ids.slice(0, bubbles.length)) };
}

/** What is older than two days Telegram deletes no more: then it says that it was taken back. */
async function takenBack({ chat, ids }: Sent, instead: MessageChange['instead'], api: Api): Promise<Tried> {
  const [said] = write(instead, chat);
  for (const id of ids) {
    const tried = await deleted({ chat, id }, api);
    const last = tried.kind === 'dead' && said ? await edited(id, said, api) : tried;
    if (last.kind !== 'done') return last;
  }
  return { kind: 'done' };
}

/** Another try does the same parts once more, which does no harm: nothing stays half changed but what Telegram refuses. */
function halfDone(tried: Tried): Tried {
  return tried.kind === 'dead' ? { kind: 'unknown', why: tried.why } : tried;
}

async function edited(id: number, { chat_id, text, ...rest }: Bubble, api: Api): Promise<Tried> {
  return again(() => api.editMessageText(chat_id, id, text, rest), /message is not modified/i);
}

async function deleted({ chat, id }: { readonly chat: number; readonly id: number }, api: Api): Promise<Tried> {
  return again(() => api.deleteMessage(chat, id), /message to delete not found/i);
}

/** `isSo`: what Telegram says where it is so already. Nothing is lost by doing it once more. */
async function again(run: () => Promise<unknown>, isSo: RegExp): Promise<Tried> {
  try {
    await run();
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof GrammyError && isSo.test(error.description)) return { kind: 'done' };
    const tried = judge(error);
    return tried.kind === 'unknown' ? { kind: 'later', why: tried.why } : tried;
  }
}
