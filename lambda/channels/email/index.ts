/** Opens e-mail: letters out, the door for what mail servers bring, and the post of a desk that is nothing but mail. */

import type { Router } from 'express';
import type { OpenedChannel, TextChannelHouse } from '../../services/reach/text-channel';
import { emailDoor } from './door';
import { createEmail } from './email';
import { quoteSigns } from './quote-signs';
import type { EmailSettings } from './settings';

export function open(settings: EmailSettings, { now, log, mail, beside }: TextChannelHouse): OpenedChannel<Router> {
  const channel = createEmail({ settings });
  const signs = quoteSigns(mail);
  return {
    channel,
    post: channel.post,
    door: (put) => emailDoor({ settings, signs, put, now, log, beside }),
    close: channel.close,
  };
}
