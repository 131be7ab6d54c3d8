/** Reads a delivery status notification (RFC 3464): which letter it is about, and what became of it. */

import type { ParsedMail } from 'mailparser';
import { headerOf, typeOf } from './automatic';

export type Report = { readonly messageId: string; readonly became: 'delivered' | 'failed' };

/** null: no such report, not about a letter of ours, or nothing final yet. The mail was parsed keeping the status part. */
export function reportOf(mail: ParsedMail, isOurs: (messageId: string) => boolean): Report | null {
  if (typeOf(mail) !== 'multipart/report') return null;
  const became = becameOf(partOf(mail, 'message/delivery-status'));
  const original = partOf(mail, 'message/rfc822') || partOf(mail, 'text/rfc822-headers');
  const [head = ''] = original.split(/\r?\n\r?\n/, 1);
  const named = [
    /^message-id:\s*(<[^>\s]+>)/im.exec(head)?.[1],
    ...(`${headerOf(mail, 'in-reply-to')} ${headerOf(mail, 'references')}`.match(/<[^>\s]+>/g) ?? []),
  ];
  const messageId = named.find((id) => id !== undefined && isOurs(id));
  return became && messageId ? { messageId: messageId.toLowerCase(), became } : null;
}

function becameOf(status: string): Report['became'] | null {
  const actions = [...status.matchAll(/^action:\s*([a-z]+)/gim)].map(([, action]) => action?.toLowerCase());
  if (actions.includes('failed')) return 'failed';
  return actions.includes('delivered') ? 'delivered' : null;
}

function partOf({ attachments }: ParsedMail, type: string): string {
  return attachments.find(({ contentType }) => contentType === type)?.content.toString('latin1') ?? '';
}
