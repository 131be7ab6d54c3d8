/** Opens the text channels a shop has set up, and their doors. */

import type { Router } from 'express';
import type { Logger } from 'pino';
import { emailDoor } from './channels/email/door';
import { createEmail, type EmailChannel } from './channels/email/email';
import { telegramDoor } from './channels/telegram/door';
import { createTelegram } from './channels/telegram/send';
import { whatsappDoor } from './channels/whatsapp/door';
import { createWhatsapp } from './channels/whatsapp/send';
import type { Received } from './services/queues';
import type { TextChannel } from './services/text-channel';
import { type ChannelSettings, NEEDED } from './settings';

export type TextChannels = {
  /** The preferred first. */
  readonly all: readonly TextChannel[];
  readonly email: EmailChannel | null;
  /** Where what comes in is handed in. */
  doors(put: (received: Received) => Promise<boolean>): readonly Router[];
  /** One line for each that is not there, for whoever starts the server. */
  readonly absent: readonly string[];
  close(): void;
};

type Needs = {
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Real time, milliseconds. */
  readonly now?: () => number;
  readonly fetch?: typeof fetch;
};

export function openTextChannels(settings: ChannelSettings, needs: Needs): TextChannels {
  const { log, now = Date.now, fetch: get = fetch } = needs;
  const { whatsapp, telegram } = settings;
  const email = settings.email && createEmail({ settings: settings.email });
  return {
    all: [
      ...(whatsapp ? [createWhatsapp({ settings: whatsapp, fetch: get, now })] : []),
      ...(telegram ? [createTelegram({ settings: telegram, fetch: get, now })] : []),
      ...(email ? [email] : []),
    ],
    email,
    doors: (put) => [
      ...(whatsapp ? [whatsappDoor({ settings: whatsapp, put, now, log })] : []),
      ...(telegram ? [telegramDoor({ settings: telegram, put, now, log })] : []),
      ...(settings.email ? [emailDoor({ settings: settings.email, put, now, log })] : []),
    ],
    absent: (['whatsapp', 'telegram', 'email'] as const)
      .filter((name) => !settings[name])
      .map((name) => `${NAMES[name]} is off; it needs ${NEEDED[name].join(', ')}.`),
    close: () => email?.close(),
  };
}

const NAMES = { whatsapp: 'WhatsApp', telegram: 'Telegram', email: 'E-mail' } as const;
