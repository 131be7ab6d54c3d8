/** What Amazon is told of a shop's own settings: the manifest for `ask deploy`, and linking for `ask smapi update-account-linking-info`. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { v1 } from 'ask-smapi-model';
import { readConfig } from '../../lambda/house/config';
import { ALEXA, SCOPE } from '../../lambda/link/clients';
import type { LinkSettings } from '../../lambda/link/settings';
import { makeManifest, toldOf } from './manifest';
import { lintManifest } from './manifest-lint';
import { type Place, readShop } from './source';

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

/** Where nothing is committed, and "npm run locales models" writes nothing. Answers the exit code. */
export function writeForAmazon(place: Place): number {
  const config = readConfig();
  const { linking, publicUrl } = config;
  if (!publicUrl) {
    console.error('set EARSHOT_URL first: README.md, "On a real Alexa device"');
    return 1;
  }
  const manifest = makeManifest(place, toldOf(config));
  const problems = lintManifest(manifest, readShop(place));
  for (const problem of problems) console.error(`skill.json: ${problem}`);
  if (problems.length > 0) return 1;
  write(place, 'skill-package/skill.json', manifest);
  if (!linking) {
    console.log('accounts are not linked: LINK_SECRET and LINK_VENDORS are not set; docs/link-accounts.md');
    return 0;
  }
  write(place, 'account-linking.json', makeAccountLinking(linking, publicUrl));
  console.log(
    'ask smapi update-account-linking-info -s <skill id> --account-linking-request file:dist/account-linking.json',
  );
  return 0;
}

/** It may hold a secret, so only its owner reads it. */
function write({ root }: Place, name: string, what: object): void {
  const file = join(root, 'dist', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(what, null, 2)}\n`, { mode: 0o600 });
  console.log(`written: dist/${name}`);
}
