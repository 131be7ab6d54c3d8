/** Addresses and Message-IDs that only we can have made: who answers to one is known by it, not by what `From` claims. */

import { createHmac } from 'node:crypto';
import { isSecret } from '../../http/secrets';
import type { Box } from '../../services/reach/mail';
import type { EmailSettings } from './settings';

/** A local part has at most 64 characters (RFC 5321, 4.5.3.1.1), and mail servers may change its case: these have 51. */
const SIGNED = /^(reply|desk)\+([0-9a-f]{24})\.([0-9a-f]{20})@(.+)$/;
const ID = /^[0-9a-f]{24}$/;

export type Addresses = {
  /** Throws on an id that no address can carry. */
  of(box: Box): string;
  /** `forged`: it looks like one of ours, but is signed wrongly. null: it is none of ours. */
  read(address: string): Box | 'forged' | null;
  /** The Message-ID of a letter or thread, with its brackets. */
  messageId(id: string): string;
  isOurMessageId(messageId: string): boolean;
  /** The same sender has the same; nobody gets the address from it. */
  senderId(address: string): string;
};

export function createAddresses({ replyDomain, replySecret }: EmailSettings): Addresses {
  const domain = replyDomain.toLowerCase();
  const mac = (text: string, length: number) =>
    createHmac('sha256', replySecret).update(text).digest('hex').slice(0, length);
  const signature = ({ kind, id }: Box) => mac(`${kind}\0${id}`, 20);
  return {
    of(box) {
      if (!ID.test(box.id)) throw new Error('a signed address carries 24 lower-case hex digits');
      return `${box.kind}+${box.id}.${signature(box)}@${domain}`;
    },
    read(address) {
      const [, kind, id = '', given = '', at] = SIGNED.exec(address.trim().toLowerCase()) ?? [];
      if (at !== domain) return null;
      const box: Box = { kind: kind === 'desk' ? 'desk' : 'reply', id };
      return isSecret(given, signature(box)) ? box : 'forged';
    },
    messageId: (id) => `<${mac(`message\0${id}`, 40)}@${domain}>`,
    isOurMessageId: (messageId) => messageId.toLowerCase().endsWith(`@${domain}>`),
    senderId: (address) => mac(`sender\0${address.trim().toLowerCase()}`, 16),
  };
}
