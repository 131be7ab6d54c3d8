/** Passwords of people at the desk: made, hashed with scrypt, and compared. */

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What one hash takes. */
export type Cost = { readonly N: number; readonly r: number; readonly p: number };
/** As OWASP's password storage cheat sheet has it for scrypt where memory is dear: 32 MB, three times over. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

/** Long enough that no rule about signs is needed (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD = { least: 12, most: 200 } as const;
/** `scrypt$N$r$p$salt$key`, so that older ones stay readable when the cost grows. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** In place of a hash: whoever has it signs in with no password there is. */
export function noPassword(): string {
  return `none$${randomBytes(16).toString('hex')}`;
}

export function hasPassword({ password }: { readonly password: string }): boolean {
  return password.startsWith('scrypt$');
}

/** False also for a hash that is none. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', key = ''] = hash.split('$');
  const wanted = Buffer.from(key, 'base64url');
  if (kind !== 'scrypt' || wanted.length !== KEY_BYTES) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), cost), wanted);
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  // The same letters typed on another keyboard are the same password.
  const typed = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** 20 letters of a set without look-alikes, in groups: some 98 bits, and it can be read out on the phone. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const signs = [...randomBytes(200)].filter((byte) => byte < 248).map((byte) => letters[byte % letters.length]);
  return signs
    .slice(0, 20)
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-');
}
