/** The shop's own OpenID provider signs the shopper in: code with PKCE, state, nonce and issuer, checked by openid-client. */

import { createHmac, randomBytes } from 'node:crypto';
import type { Configuration } from 'openid-client';
import type { LinkRecords } from '../services/sign-in/link-records';
import { linkIdOf } from '../services/sign-in/link-tokens';
import type { FoundShopper } from '../services/sign-in/shopper-sign-in';
import type { OpenIdSettings } from './openid-settings';
import type { BecameOf, SigningIn } from './signing-in';
import type { LinkProblem } from './steps';

export type OpenIdNeeds = {
  readonly settings: OpenIdSettings;
  /** Where the provider sends the browser back to: one address for all, as providers want it. */
  readonly back: string;
  readonly links: Pick<LinkRecords, 'put' | 'use'>;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Whose account it is at the shop. */
  readonly shopperBy: (claim: { readonly kind: 'id' | 'email'; readonly value: string }) => Promise<FoundShopper>;
  readonly log: { error(what: object, message: string): void };
};

const KIND = 'ShopSignIn';
const ATTEMPT_MS = 15 * 60_000;
/** Seconds, of each request to the provider. */
const PATIENCE = 6;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** The sign-in it is of, and a try of it that is good once. */
const STATE = /^([\w-]{10,64})\.([\w-]{43})$/;

const failed = (problem: LinkProblem): BecameOf => ({ kind: 'shop', problem });

export function signInByOpenId(needs: OpenIdNeeds): SigningIn {
  const { links, secret, now, settings, back } = needs;
  const provider = discovered(settings);
  const idOf = linkIdOf(secret);
  /** What only this server can make of a try: neither lies in the store. */
  const of = (attempt: string, purpose: 'verifier' | 'nonce') =>
    createHmac('sha256', secret).update(`link-openid\0${purpose}\0${attempt}`).digest('base64url');
  return {
    stepAt: async () => 'shop',
    take: async () => ({ kind: 'shop', problem: null }),
    elsewhere: {
      async begin(uid, locale) {
        const { client, config } = await provider();
        const attempt = randomBytes(32).toString('base64url');
        const kept = { kind: KIND, id: idOf(KIND, `${uid}\0${attempt}`), body: '{}', grant: null, shopperId: null };
        await links.put({ ...kept, expiresAt: now() + ATTEMPT_MS });
        const challenge = await client.calculatePKCECodeChallenge(of(attempt, 'verifier'));
        const proof = { code_challenge: challenge, code_challenge_method: 'S256', nonce: of(attempt, 'nonce') };
        const scope = settings.claim === 'email' ? 'openid email' : 'openid';
        const wish = { redirect_uri: back, scope, state: `${uid}.${attempt}`, ui_locales: locale };
        return client.buildAuthorizationUrl(config, { ...wish, ...proof }).href;
      },
      async back(uid, search) {
        const state = new URLSearchParams(search).get('state') ?? '';
        const [, whose, attempt = ''] = STATE.exec(state) ?? [];
        if (whose !== uid || !(await links.use(KIND, idOf(KIND, `${uid}\0${attempt}`), now()))) return failed('notIn');
        const checks = { pkceCodeVerifier: of(attempt, 'verifier'), expectedNonce: of(attempt, 'nonce') };
        try {
          const { client, config } = await provider();
          const came = new URL(`${back}?${search}`);
          const known = { ...checks, expectedState: state, idTokenExpected: true };
          const tokens = await client.authorizationCodeGrant(config, came, known);
          // Whose it is, is all we want of them: no token of the shop is kept.
          return await whoIs(tokens.claims() ?? {}, needs);
        } catch (error) {
          needs.log.error({ err: error }, 'the shop’s OpenID provider signed nobody in');
          return failed('notIn');
        }
      },
    },
  };
}

/** The address back, as the provider calls it: it names the sign-in it is of. */
export function signInOf(state: string): string | null {
  return STATE.exec(state)?.[1] ?? null;
}

type Discovered = { readonly client: typeof import('openid-client'); readonly config: Configuration };

/** Once; where the provider was away, the next one who comes tries again. */
function discovered({ issuer, clientId, clientSecret }: OpenIdSettings): () => Promise<Discovered> {
  let found: Promise<Discovered> | null = null;
  const discover = async () => {
    const client = await import('openid-client');
    const at = new URL(issuer);
    const isHere = at.protocol === 'http:' && LOOPBACK.includes(at.hostname);
    const execute = [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])];
    const auth = client.ClientSecretBasic(clientSecret);
    const config = await client.discovery(at, clientId, undefined, auth, { execute, timeout: PATIENCE });
    return { client, config };
  };
  return () => {
    found ??= discover().catch((error) => {
      found = null;
      throw error;
    });
    return found;
  };
}

async function whoIs(
  claims: Readonly<Record<string, unknown>>,
  { settings, shopperBy, log }: OpenIdNeeds,
): Promise<BecameOf> {
  const value = claims[settings.claim];
  const isEmail = settings.claim === 'email';
  // Whoever may write any address into their account would be whoever has it.
  if (typeof value !== 'string' || value === '' || (isEmail && claims.email_verified !== true)) {
    log.error({ claim: settings.claim }, 'the shop’s OpenID provider does not say who signed in');
    return failed('unknownHere');
  }
  const found = await shopperBy({ kind: isEmail ? 'email' : 'id', value });
  if (!found.ok) return failed('away');
  return found.value === null ? failed('unknownHere') : { kind: 'in', shopperId: found.value };
}
