/** The files of a mail: what somebody sent, without what programs add of themselves. */

import type { Attachment } from 'mailparser';
import type { Box, MailFile } from '../../services/reach/mail';
import { LARGEST_FILE_BYTES, MOST_FILES } from '../../vocabulary/sent-file';
import { sharedBytes } from '../../vocabulary/shared-bytes';

/** Proof of who wrote, an invitation for a calendar, what Outlook wraps for itself. */
const OF_PROGRAMS = /^(application\/(pgp-|(x-)?pkcs7-|ms-tnef)|text\/calendar|message\/(delivery|disposition))/i;
/** Within HTML stand dots that count who reads, and lines that decorate. */
const SMALLEST_WITHIN_BYTES = 1_000;
/** Of all files of one mail. */
const MOST_BYTES = 2 * LARGEST_FILE_BYTES;

type Files = { readonly files: readonly MailFile[]; readonly attached: Uint8Array | null };

/** In the order they stand in; what is not taken is told by why. `attached`: their bytes, one behind the other. */
export function filesIn(attachments: readonly Attachment[], to: Box): Files {
  const own = attachments.filter((one) => isSent(one, to));
  const files: MailFile[] = [];
  const taken: Buffer[] = [];
  let bytes = 0;
  for (const { content } of own.slice(0, MOST_FILES)) {
    const isTooMuch = content.length > LARGEST_FILE_BYTES || bytes + content.length > MOST_BYTES;
    files.push(isTooMuch ? 'size' : { bytes: content.length });
    if (isTooMuch) continue;
    taken.push(content);
    bytes += content.length;
  }
  if (own.length > MOST_FILES) files.push('count');
  return { files, attached: taken.length > 0 ? sharedBytes(...taken) : null };
}

/** What stands within the words of people of the shop is their signature's: it goes to nobody. */
function isSent({ contentType, content, related }: Attachment, to: Box): boolean {
  if (!Buffer.isBuffer(content) || content.length === 0 || OF_PROGRAMS.test(contentType)) return false;
  return !related || (to.kind === 'reply' && content.length >= SMALLEST_WITHIN_BYTES);
}
