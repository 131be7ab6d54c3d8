/** Secrets that callers show: read from their header, and compared in the same time whatever is shown. */

import { createHash, timingSafeEqual } from 'node:crypto';

/** What an `Authorization` header shows; empty where there is none. */
export function bearerOf(authorization: string | undefined): string {
  return /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
}

/** Compared by hash, so that neither length nor content shows in the time it takes. An empty secret is nobody's. */
export function isSecret(shown: string, secret: string): boolean {
  return timingSafeEqual(digest(shown), digest(secret)) && secret !== '';
}

/** Every one is looked at, so that time does not tell which one it was. */
export function isOneOf(shown: string, secrets: readonly string[]): boolean {
  return secrets.filter((secret) => isSecret(shown, secret)).length > 0;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
