/** Opens WhatsApp: the channel out, and the door in. */

import type { Router } from 'express';
import type { OpenedChannel, TextChannelHouse } from '../../services/reach/text-channel';
import { whatsappDoor } from './door';
import type { WhatsappSettings } from './options';
import { createWhatsapp } from './send';

export function open(settings: WhatsappSettings, { fetch, now, log }: TextChannelHouse): OpenedChannel<Router> {
  return {
    channel: createWhatsapp({ settings, fetch, now }),
    door: (put) => whatsappDoor({ settings, put, now, log }),
  };
}
