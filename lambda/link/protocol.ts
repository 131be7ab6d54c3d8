/** OAuth 2.0 by oidc-provider: code with PKCE, rotated refresh tokens, revocation and discovery. Loaded only where linking is served. */

import { createHmac, createPrivateKey, type JsonWebKey } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import { type AdapterNeeds, adapterOn } from './adapter';
import { CHAT, clientsOf, SCOPE } from './clients';
import type { LinkSettings } from './settings';

/** Seconds. Amazon asks for tokens of six minutes at least; a speaker nobody speaks to for a year is linked anew. */
const TTL = {
  ...{ AuthorizationCode: 60, AccessToken: 3_600, RefreshToken: 400 * 86_400, Grant: 10 * 365 * 86_400 },
  ...{ Interaction: 15 * 60, Session: 60, IdToken: 60 },
} as const;

/** PKCS #8 of an Ed25519 key, but for its 32 bytes (RFC 8410). */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export type ProtocolNeeds = Omit<AdapterNeeds, 'usedBefore'> & {
  readonly settings: LinkSettings;
  /** `https://talk.shop.example/link`. */
  readonly issuer: string;
  readonly consoleAt: readonly string[];
  /** The page that says what went wrong, where no address is left to send the browser back to. */
  readonly errorPage: (acceptLanguage: string) => Promise<string>;
  readonly log: { error(what: object, message: string): void };
};

export async function openProtocol(needs: ProtocolNeeds): Promise<Provider> {
  const { settings, issuer, consoleAt, secret, log } = needs;
  const { default: OidcProvider, errors } = await import('oidc-provider');
  const adapter = adapterOn({ ...needs, usedBefore: () => new errors.InvalidGrant('it was used before') });
  const keyed = (purpose: string) => createHmac('sha256', secret).update(`link-${purpose}`).digest();
  const provider = new OidcProvider(issuer, {
    adapter,
    clients: clientsOf(settings, issuer, consoleAt),
    scopes: [SCOPE],
    // What is discovered is what is done: nothing but codes.
    responseTypes: ['code'],
    claims: {},
    ttl: TTL,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    findAccount: (_ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    // Only our own page asks from a browser: browsers say where they ask from, though it is no other site.
    clientBasedCORS: (_ctx, origin, client) => client.clientId === CHAT && origin === new URL(issuer).origin,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
    },
    interactions: { url: (_ctx, { uid }) => `${issuer}/sign-in/${uid}` },
    // The way back from Amazon's app is a link of another site, so nothing stricter than "lax" would be sent.
    cookies: { keys: [keyed('cookies').toString('hex')], short: { httpOnly: true, sameSite: 'lax', signed: true } },
    jwks: { keys: [signingKey(keyed('signing'))] },
    clientDefaults: { id_token_signed_response_alg: 'EdDSA' },
    enabledJWA: { idTokenSigningAlgValues: ['EdDSA'] },
    renderError: async (ctx) => {
      ctx.type = 'html';
      ctx.body = await needs.errorPage(ctx.get('accept-language'));
    },
  });
  // What it believes of a proxy is what our door has written there: the address of the setting.
  provider.proxy = true;
  provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the linking server broke'));
  return provider;
}

/** The same on every server of one shop, and kept nowhere. */
function signingKey(seed: Buffer): JsonWebKey {
  const key = createPrivateKey({ key: Buffer.concat([ED25519, seed]), format: 'der', type: 'pkcs8' });
  return { ...key.export({ format: 'jwk' }), use: 'sig', alg: 'EdDSA' };
}
