/** What Amazon is told of the linking server, as `ask smapi update-account-linking-info` takes it. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { v1 } from 'ask-smapi-model';
import { readConfig } from '../../lambda/house/config';
import { ALEXA, SCOPE } from '../../lambda/link/clients';
import type { LinkSettings } from '../../lambda/link/settings';
import type { Place } from './source';

type AccountLinking = v1.skill.accountLinking.AccountLinkingRequest;

/** Seconds. Amazon asks only where an answer does not say it. */
const TOKEN_LASTS = 3_600;

/** `url`: where the shop's own server is reached. */
function makeAccountLinking({ clientSecret }: LinkSettings, url: string): AccountLinking {
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

/** It holds the secret, so it lies where nothing is committed, readable by its owner alone. Answers the exit code. */
export function writeAccountLinking({ root }: Place): number {
  const { linking, publicUrl } = readConfig();
  if (!linking || !publicUrl) {
    console.error('set LINK_SECRET, LINK_VENDORS and EARSHOT_URL first: docs/link-accounts.md');
    return 1;
  }
  const file = join(root, 'dist', 'account-linking.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(makeAccountLinking(linking, publicUrl), null, 2)}\n`, { mode: 0o600 });
  console.log('written: dist/account-linking.json');
  console.log(
    'ask smapi update-account-linking-info -s <skill id> --account-linking-request file:dist/account-linking.json',
  );
  return 0;
}
