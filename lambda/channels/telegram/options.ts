/** What Telegram needs of the house, and what a shop sets for it. */

import type { Received } from '../../services/queue/queues';

export type TelegramSettings = {
  /** The bot's token. */
  readonly token: string;
  /** The secret given to `setWebhook`; during a rotation the old one beside the new one. */
  readonly secrets: readonly string[];
  /** The bot's name, for links. */
  readonly bot: string;
  /** `https://api.telegram.org` */
  readonly base: string;
};

export type TelegramDoorOptions = {
  readonly settings: Pick<TelegramSettings, 'secrets'>;
  /** Durable when it resolves. */
  readonly put: (received: Received) => Promise<unknown>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: {
    warn(what: object, message: string): void;
    error(what: object, message: string): void;
  };
};

export type TelegramOptions = {
  readonly settings: TelegramSettings;
  readonly fetch: typeof fetch;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

export const SOURCE = 'telegram';
