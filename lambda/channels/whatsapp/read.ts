/** From what the door kept to what was heard, what became of a message of ours, or what the shop wrote by hand. */

import type { Receipt, Received } from '../../services/queue/queues';
import type { InMessage, Sender } from '../../services/reach/text-channel';
import type { Heard } from '../../vocabulary/heard';
import { placeWords } from '../../vocabulary/place-words';
import type { FileRefusal, SentFile } from '../../vocabulary/sent-file';
import { secretIn, whatsappAddress } from './link';
import { type Echo, kept, type Status, type WhatsAppMessage } from './payload';

/** What Meta calls each; `played` and others say nothing new. */
const RECEIPT: Readonly<Record<string, Receipt>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
};

/** Neither says anything: a thumb under a message, a number that was changed. */
const SILENT = ['reaction', 'system'];

/** `fileOf`: what is behind Meta's id of a file. */
export async function read(
  { body }: Pick<Received, 'body'>,
  fileOf: (media: string) => Promise<SentFile | FileRefusal>,
): Promise<readonly InMessage[]> {
  const one = kept.parse(JSON.parse(body));
  if (one.kind === 'message') {
    const media = mediaIn(one.message);
    return media ? sent(one.message, await fileOf(media.id)) : fromShopper(one.message);
  }
  return one.kind === 'status' ? aboutOurs(one.status) : fromShop(one.echo);
}

function fromShopper(message: WhatsAppMessage): readonly InMessage[] {
  if (SILENT.includes(message.type)) return [];
  const from = person(message.from_user_id, message.from);
  return [{ kind: 'heard', from, key: message.id, heard: changedIn(message) ?? heard(message) }];
}

/** What was written under it is heard after it, as if it had been written alone. */
function sent(message: WhatsAppMessage, file: SentFile | FileRefusal): readonly InMessage[] {
  const from = person(message.from_user_id, message.from);
  const words = clean(mediaIn(message)?.caption ?? '');
  const caption = { kind: 'heard', from, key: `${message.id}/caption`, heard: { kind: 'text', text: words } } as const;
  const shown = { kind: 'heard', from, key: message.id, heard: { kind: 'files', files: [file] } } as const;
  return words === '' ? [shown] : [shown, caption];
}

function mediaIn({ image, audio, video, document, sticker }: WhatsAppMessage) {
  return image ?? audio ?? video ?? document ?? sticker ?? null;
}

/** null: nothing that was written before is changed by it. */
function changedIn({ type, edit, revoke }: Pick<WhatsAppMessage, 'type' | 'edit' | 'revoke'>): Heard | null {
  const of = revoke ? { of: { ref: revoke.original_message_id } } : {};
  if (type === 'revoke') return { kind: 'changed', to: null, ...of };
  const words = editedWords(edit);
  return type === 'edit' && words !== '' ? { kind: 'changed', to: words } : null;
}

function editedWords(edit: WhatsAppMessage['edit']): string {
  const { text, image, video, document } = edit?.message ?? {};
  return clean(text?.body ?? (image ?? video ?? document)?.caption ?? '');
}

function heard({ text, interactive, button, location }: WhatsAppMessage): Heard {
  if (location) return { kind: 'place', words: placeWords(location) };
  const tapped = interactive?.button_reply ?? interactive?.list_reply;
  // A row's title may be cut short; its description is the whole label then.
  if (tapped) return { kind: 'choice', option: tapped.id, label: clean(tapped.description || tapped.title) };
  const words = clean(text?.body ?? button?.text ?? '');
  if (words === '') return { kind: 'event', name: 'unsupported' };
  const token = secretIn(words);
  return token === null ? { kind: 'text', text: words } : { kind: 'joined', token };
}

function aboutOurs({ id, status, errors }: Status): readonly InMessage[] {
  const receipt = Object.hasOwn(RECEIPT, status) ? RECEIPT[status] : undefined;
  if (!receipt) return [];
  const [error] = errors ?? [];
  return [
    {
      kind: 'receipt',
      ref: id,
      receipt,
      ...(error ? { why: `WhatsApp ${error.code} ${error.title ?? ''}`.trim() } : {}),
    },
  ];
}

function fromShop(echo: Echo): readonly InMessage[] {
  // What they took back was said here, and stands.
  if ([...SILENT, 'revoke'].includes(echo.type)) return [];
  const text = clean(echo.text?.body ?? '') || editedWords(echo.edit);
  // That a person wrote counts even where it was a picture.
  return [{ kind: 'echo', from: person(echo.to_user_id, echo.to), key: echo.id, text: text || `[${echo.type}]` }];
}

/** The business-scoped id is the identity; the number, which may be hidden any day, only helps to know somebody again. */
function person(scopedId: string | undefined, number: string | undefined): Sender {
  const [address = '', also] = [scopedId, number].flatMap((one) => (one === undefined ? [] : [whatsappAddress(one)]));
  return also === undefined ? { address } : { address, also };
}

function clean(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim();
}
