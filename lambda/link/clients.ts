/** Who may be given tokens: Alexa, and on a developer's own machine the console that plays her. */

import { randomBytes } from 'node:crypto';
import type { ClientMetadata } from 'oidc-provider';
import { CHAT_CLIENT } from '../services/sign-in/link-tokens';
import type { LinkSettings } from './settings';

export const ALEXA = 'alexa';
export const CONSOLE = 'console';
/** Our own page, on which a shopper sees what is linked; it is given a sign-in and never a token. */
export const PAGE = 'page';
/** The page of the web chat, which keeps no refresh token: whoever comes back after an hour signs in again. */
export const CHAT = CHAT_CLIENT;
/** The one thing a token is for: to speak to the shop as this shopper. */
export const SCOPE = 'shop';

/** Amazon sends the browser back to whichever of these serves the region. Source: "Alexa Redirect URLs", account linking. */
const REDIRECTS = [
  'https://pitangui.amazon.com/api/skill/link/',
  'https://layla.amazon.com/api/skill/link/',
  'https://alexa.amazon.co.jp/api/skill/link/',
] as const;

export function redirectsOf(vendorIds: readonly string[]): readonly string[] {
  return vendorIds.flatMap((id) => REDIRECTS.map((base) => `${base}${id}`));
}

const shownToNobody = () => randomBytes(32).toString('base64url');

/** `issuer`: the page itself. `consoleAt`: where the console waits for the browser. A client without an address is none. */
export function clientsOf(settings: LinkSettings, issuer: string, consoleAt: readonly string[]): ClientMetadata[] {
  const grants = {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    scope: SCOPE,
  };
  const clients: readonly ClientMetadata[] = [
    {
      ...{ ...grants, client_id: ALEXA, client_secret: settings.clientSecret },
      redirect_uris: [...redirectsOf(settings.vendorIds)],
      token_endpoint_auth_method: 'client_secret_basic',
    },
    { ...grants, client_id: CONSOLE, redirect_uris: [...consoleAt], token_endpoint_auth_method: 'none' },
    {
      ...{ ...grants, grant_types: ['authorization_code'], client_id: CHAT },
      ...{ redirect_uris: [`${new URL(issuer).origin}/chat`], token_endpoint_auth_method: 'none' },
    },
    { ...grants, client_id: PAGE, client_secret: shownToNobody(), redirect_uris: [issuer] },
  ];
  return clients.filter(({ redirect_uris: addresses = [] }) => addresses.length > 0);
}
