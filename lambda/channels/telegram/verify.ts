/** What is Telegram's: the secret that the webhook was set up with comes back with every update. */

import { createHash, timingSafeEqual } from 'node:crypto';

/** `header` is `X-Telegram-Bot-Api-Secret-Token` (Bot API, `setWebhook`). In constant time, whatever the lengths. */
export function isGenuine(header: string | undefined, secrets: readonly string[]): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const given = digest(header ?? '');
  return secrets.map((secret) => secret !== '' && timingSafeEqual(digest(secret), given)).includes(true);
}
