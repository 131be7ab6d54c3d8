/** Ids of files, which nobody guesses. */

import { randomBytes } from 'node:crypto';

export function newFileId(): string {
  return randomBytes(16).toString('base64url');
}
