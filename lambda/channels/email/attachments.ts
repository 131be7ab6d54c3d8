/** The files of a mail: what somebody sent, without what programs add of themselves. */

import type { Attachment } from 'mailparser';
import type { Box, MailFile } from '../../services/reach/mail';
import { LARGEST_FILE_BYTES, MOST_FILES } from '../../vocabulary/sent-file';

/** Proof of who wrote, an invitation for a calendar, what Outlook wraps for itself. */
const OF_PROGRAMS = /^(application\/(pgp-|(x-)?pkcs7-|ms-tnef)|text\/calendar|message\/(delivery|disposition))/i;
/** Within HTML stand dots that count who reads, and lines that decorate. */
const SMALLEST_WITHIN_BYTES = 1_000;
/** Of all files of one mail. */
const MOST_BYTES = 2 * LARGEST_FILE_BYTES;

/** In the order they stand in; what is not taken is told by why. */
export function filesIn(attachments: readonly Attachment[], to: Box): readonly MailFile[] {
  const own = attachments.filter((one) => isSent(one, to));
  const taken: MailFile[] = [];
  let bytes = 0;
  for (const { content } of own.slice(0, MOST_FILES)) {
    const isTooMuch = content.length > LARGEST_FILE_BYTES || bytes + content.length > MOST_BYTES;
    taken.push(isTooMuch ? 'size' : { base64: content.toString('base64') });
    bytes += isTooMuch ? 0 : content.length;
  }
  return own.length > MOST_FILES ? [...taken, 'count'] : taken;
}

/** What stands within the words of people of the shop is their signature's: it goes to nobody. */
function isSent({ contentType, content, related }: Attachment, to: Box): boolean {
  if (!Buffer.isBuffer(content) || content.length === 0 || OF_PROGRAMS.test(contentType)) return false;
  return !related || (to.kind === 'reply' && content.length >= SMALLEST_WITHIN_BYTES);
}
