/** Opens the text channels a shop has set up, and their doors. */

import type { Router } from 'express';
import type { Logger } from 'pino';
import type { EmailChannel } from '../channels/email/email';
import type { EmailSettings } from '../channels/email/settings';
import type { TelegramSettings } from '../channels/telegram/options';
import type { WhatsappSettings } from '../channels/whatsapp/options';
import type { Received } from '../services/queue/queues';
import type { TextChannel } from '../services/reach/text-channel';
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

/** What a shop has not set up is not even loaded: its libraries would cost every start. */
export async function openTextChannels(settings: ChannelSettings, needs: Needs): Promise<TextChannels> {
  const { log, now = Date.now, fetch: get = fetch } = needs;
  const opened = [
    settings.whatsapp && (await whatsapp(settings.whatsapp, { log, now, get })),
    settings.telegram && (await telegram(settings.telegram, { log, now, get })),
    settings.email && (await email(settings.email, { log, now, get })),
  ].filter((one) => one !== null);
  const mail = opened.find(({ email }) => email)?.email ?? null;
  return {
    all: opened.map(({ channel }) => channel),
    email: mail,
    doors: (put) => opened.map(({ door }) => door(put)),
    absent: (['whatsapp', 'telegram', 'email'] as const)
      .filter((name) => !settings[name])
      .map((name) => `${NAMES[name]} is off; it needs ${NEEDED[name].join(', ')}.`),
    close: () => mail?.close(),
  };
}

type With = { readonly log: Needs['log']; readonly now: () => number; readonly get: typeof fetch };
type Put = (received: Received) => Promise<boolean>;
type Opened = { readonly channel: TextChannel; readonly door: (put: Put) => Router; readonly email?: EmailChannel };

async function whatsapp(settings: WhatsappSettings, { log, now, get }: With): Promise<Opened> {
  const { createWhatsapp } = await import('../channels/whatsapp/send');
  const { whatsappDoor } = await import('../channels/whatsapp/door');
  return {
    channel: createWhatsapp({ settings, fetch: get, now }),
    door: (put) => whatsappDoor({ settings, put, now, log }),
  };
}

async function telegram(settings: TelegramSettings, { log, now, get }: With): Promise<Opened> {
  const { createTelegram } = await import('../channels/telegram/send');
  const { telegramDoor } = await import('../channels/telegram/door');
  return {
    channel: createTelegram({ settings, fetch: get, now }),
    door: (put) => telegramDoor({ settings, put, now, log }),
  };
}

async function email(settings: EmailSettings, { log, now }: With): Promise<Opened> {
  const { createEmail } = await import('../channels/email/email');
  const { emailDoor } = await import('../channels/email/door');
  const channel = createEmail({ settings });
  return { channel, email: channel, door: (put) => emailDoor({ settings, put, now, log }) };
}

const NAMES = { whatsapp: 'WhatsApp', telegram: 'Telegram', email: 'E-mail' } as const;
