/** Seals words: AES-256-GCM under a key of their conversation, which lies wrapped under one of the server's own secret. */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 32 random bytes. */
export function newWordKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** From the server's secret, for wrapping alone: nothing else it is used for tells anything about it. */
export function wrappingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'earshot: keys of words', KEY_BYTES));
}

/** From the server's secret, for what no other key can be had for: it cannot be destroyed, and opens nothing but that. */
export function serverKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'earshot: what waits', KEY_BYTES));
}

/** Base64url of nonce, tag and what is sealed. `place` is sealed with it: moved elsewhere it opens no more. */
export function sealed(content: string | Buffer, key: Buffer, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

/** null: of another key or place, or damaged. */
export function unsealed(text: string, key: Buffer, place: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
