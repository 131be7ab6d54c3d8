/** What a shop sets for a desk that is nothing but mail, besides the e-mail channel. */

import * as z from 'zod/mini';
import { MAIL_ADDRESS, settingsGroup, written } from '../../../vocabulary/settings';

export type MailDeskSettings = {
  /** Where the shop's people read; a list of theirs will do. Whoever reads there can answer shoppers. */
  readonly team: string;
};

export const settings = settingsGroup({
  label: 'The desk by e-mail',
  channel: 'email',
  variables: z.object({
    DESK_MAIL: written(MAIL_ADDRESS, 'an e-mail address, like team@shop.example'),
  }),
  make: ({ DESK_MAIL }): MailDeskSettings => ({ team: DESK_MAIL }),
});
