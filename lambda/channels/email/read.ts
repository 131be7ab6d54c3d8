/** Reads what the door put into the inbox. */

import type { Received } from '../../services/queue/queues';
import type { Mail } from '../../services/reach/mail';
import type { InMessage } from '../../services/reach/text-channel';

/** What the door took in has passed every check there. Throws on what it cannot have put there. */
export function read({ key, body }: Received): readonly InMessage[] {
  const mail: Mail = JSON.parse(body);
  if (mail.kind === 'report') return [{ kind: 'receipt', ref: mail.messageId, receipt: mail.became }];
  if (mail.kind !== 'words' || mail.to.kind !== 'reply') throw new Error('no mail of a shopper');
  const heard =
    mail.text === '' ? ({ kind: 'event', name: 'unsupported' } as const) : heardText(mail.text, mail.more ?? '');
  return [{ kind: 'heard', from: { contactId: mail.to.id }, key, heard }];
}

function heardText(text: string, more: string) {
  return { kind: 'text', text, ...(more === '' ? {} : { more }) } as const;
}
