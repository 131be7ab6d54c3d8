/** Reads what the door put into the inbox. */

import { TAKING } from '../../http/picture';
import type { Received } from '../../services/queue/queues';
import type { Mail } from '../../services/reach/mail';
import type { InMessage } from '../../services/reach/text-channel';
import { attachedFiles } from '../../vocabulary/taken-file';

/** What the door took in has passed every check there. `attached` null: nothing, or nothing any more. Throws on what it cannot have put there. */
export async function read(
  { key, body }: Pick<Received, 'key' | 'body'>,
  attached: Uint8Array | null,
): Promise<readonly InMessage[]> {
  const mail: Mail = JSON.parse(body);
  if (mail.kind === 'report') return [{ kind: 'receipt', ref: mail.messageId, receipt: mail.became }];
  if (mail.to.kind !== 'reply') throw new Error('no mail of a shopper');
  const from = { contactId: mail.to.id };
  if (mail.kind === 'files') {
    const files = await attachedFiles(mail.files, attached, TAKING);
    return [{ kind: 'heard', from, key, heard: { kind: 'files', files } }];
  }
  const heard =
    mail.text === '' ? ({ kind: 'event', name: 'unsupported' } as const) : heardText(mail.text, mail.more ?? '');
  return [{ kind: 'heard', from, key, heard }];
}

function heardText(text: string, more: string) {
  return { kind: 'text', text, ...(more === '' ? {} : { more }) } as const;
}
