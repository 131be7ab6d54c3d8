/** Opens Telegram: the channel out, and the door in. */

import type { Router } from 'express';
import type { OpenedChannel, TextChannelHouse } from '../../services/reach/text-channel';
import { telegramDoor } from './door';
import type { TelegramSettings } from './options';
import { createTelegram } from './send';

export function open(settings: TelegramSettings, { fetch, now, log }: TextChannelHouse): OpenedChannel<Router> {
  return {
    channel: createTelegram({ settings, fetch, now }),
    door: (put) => telegramDoor({ settings, put, now, log }),
  };
}
