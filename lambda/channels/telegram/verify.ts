/** What is Telegram's: the secret that the webhook was set up with comes back with every update. */

import { isOneOf } from '../../http/secrets';

/** `header` is `X-Telegram-Bot-Api-Secret-Token` (Bot API, `setWebhook`). */
export function isGenuine(header: string | undefined, secrets: readonly string[]): boolean {
  return isOneOf(header ?? '', secrets);
}
