/** What Amazon is told of the linking server, as `ask smapi update-account-linking-info` takes it. */

import type { v1 } from 'ask-smapi-model';
import { ALEXA, SCOPE } from '../../lambda/link/clients';
import type { LinkSettings } from '../../lambda/link/settings';

type AccountLinking = v1.skill.accountLinking.AccountLinkingRequest;

/** Seconds. Amazon asks only where an answer does not say it. */
const TOKEN_LASTS = 3_600;

/** `url`: where the shop's own server is reached. */
export function makeAccountLinking({ clientSecret }: LinkSettings, url: string): AccountLinking {
  return {
    accountLinkingRequest: {
      type: 'AUTH_CODE',
      authorizationUrl: `${url}/link/auth`,
      accessTokenUrl: `${url}/link/token`,
      accessTokenScheme: 'HTTP_BASIC',
      clientId: ALEXA,
      clientSecret,
      scopes: [SCOPE],
      domains: [new URL(url).hostname],
      defaultTokenExpirationInSeconds: TOKEN_LASTS,
      // Guests hear of delivery and policies without an account.
      skipOnEnablement: true,
    },
  };
}
