/** Makes a letter of a message to a shopper: plain text, and the same in simple HTML. */

import type { Letter } from '../../services/reach/mail';
import type { OutMessage } from '../../services/reach/text-channel';
import { headingOf, titleOf } from './heading';
import { htmlOf } from './html';

/** `shop`: its name; `to`: the shopper's address and the contact it is kept under. */
export function letterOf(
  message: OutMessage,
  to: { readonly address: string; readonly contactId: string },
  shop: string,
): Letter {
  const { id, by, name, text, link, reference, options } = message;
  const labels = options.map(({ label }) => label);
  const parts = [text, labels.map((label) => `• ${label}`).join('\n'), link ?? ''];
  return {
    id: `message:${id}`,
    thread: `thread:${to.contactId}:${reference ?? ''}`,
    to: to.address,
    name: by === 'person' && name ? `${name} · ${shop}` : null,
    subject: message.title ?? titleOf(shop, reference),
    reference,
    text: parts.filter((part) => part !== '').join('\n\n'),
    html: htmlOf({ heading: headingOf(shop, reference), text, labels, link, lang: message.locale }),
    answers: { kind: 'reply', id: to.contactId },
    ...(message.file ? { file: message.file } : {}),
    automatic: by === 'bot' ? 'auto-replied' : 'no',
  };
}
