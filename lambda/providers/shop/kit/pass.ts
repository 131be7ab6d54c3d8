/** Credentials that only this process believes: by which it calls as somebody it has found, where they have given no token. */

import { createHash, randomBytes } from 'node:crypto';

/** How many people a provider keeps in mind. */
export const MOST_PEOPLE = 2_000;

const PASS = 'pass:';

/** Nobody else has ever seen it. */
export function newPass(): string {
  return `${PASS}${randomBytes(24).toString('hex')}`;
}

/** Whether only this process believes it: the shop itself has never seen it. */
export function isPass(credential: string): boolean {
  return credential.startsWith(PASS);
}

/** By which somebody is kept in mind: a credential is kept nowhere, not even here. */
export function keyOf(credential: string): string {
  return createHash('sha256').update(credential).digest('base64');
}
