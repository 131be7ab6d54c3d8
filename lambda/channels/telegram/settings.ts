/** What a shop sets for Telegram. */

import * as z from 'zod/mini';
import { secrets, serverAddress, settingsGroup, written } from '../../vocabulary/settings';
import type { TelegramSettings } from './options';

export const settings = settingsGroup({
  label: 'Telegram',
  variables: z.object({
    TELEGRAM_TOKEN: written(/^\d{1,20}:[\w-]{3,200}$/, 'what BotFather gave, like 123456:ABC'),
    TELEGRAM_SECRET: secrets(),
    TELEGRAM_BOT: written(/^@?\w{3,64}$/, "the bot's name, like willow_market_bot"),
    TELEGRAM_BASE: z._default(serverAddress('https://api.telegram.org'), 'https://api.telegram.org'),
  }),
  make: ({ TELEGRAM_TOKEN, TELEGRAM_SECRET, TELEGRAM_BOT, TELEGRAM_BASE }): TelegramSettings => ({
    token: TELEGRAM_TOKEN,
    secrets: TELEGRAM_SECRET,
    bot: TELEGRAM_BOT.replace(/^@/, ''),
    base: TELEGRAM_BASE,
  }),
});
