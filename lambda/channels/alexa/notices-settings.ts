/** What a shop sets to have Alexa chime when a parcel is on its way: the credentials of the skill's own messages. */

import * as z from 'zod/mini';
import { serverAddress, settingsGroup, token, written } from '../../vocabulary/settings';

const STAGES = { development: 'development', live: 'live' } as const;

export type NoticesSettings = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stage: keyof typeof STAGES;
  /** Where Amazon gives out tokens. */
  readonly tokens: string;
  /** Where it takes events; null: where the speaker's own requests come from. */
  readonly base: string | null;
};

const TOKENS = 'https://api.amazon.com/auth/o2/token';

export const settings = settingsGroup({
  label: "Alexa's notifications",
  variables: z.object({
    ALEXA_CLIENT_ID: written(
      /^amzn1\.application-oa2-client\.[\w-]{1,100}$/,
      'what the console of Amazon shows under permissions, like amzn1.application-oa2-client.…',
    ),
    ALEXA_CLIENT_SECRET: token('what the console of Amazon shows under permissions'),
    ALEXA_STAGE: z._default(z.enum(STAGES), 'live'),
    ALEXA_TOKENS: z._default(serverAddress(TOKENS), TOKENS),
    ALEXA_EVENTS: z.optional(serverAddress('https://api.eu.amazonalexa.com')),
  }),
  make: (found): NoticesSettings => ({
    clientId: found.ALEXA_CLIENT_ID,
    clientSecret: found.ALEXA_CLIENT_SECRET,
    stage: found.ALEXA_STAGE,
    tokens: found.ALEXA_TOKENS,
    base: found.ALEXA_EVENTS ?? null,
  }),
});
