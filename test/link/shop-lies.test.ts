/** An OpenID provider of the shop that lies to us, or somebody between: of ID tokens only the true one signs anybody in (conformance profile, basic RP). */

import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import express, { Router } from 'express';
import { type OpenDoor, openDoor } from '../kit/fake-vendor';
import { sentBack, serveLinkingWith } from '../kit/link-server';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', linksAccounts: true });
const CLIENT = { clientId: 'earshot', clientSecret: 'a secret of the shop and of nobody else' };
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Claims = Readonly<Record<string, unknown>>;
type Lie = {
  readonly claims?: (true_: Claims) => Claims;
  /** In place of the whole ID token, or none. */
  readonly token?: (claims: Claims) => string | undefined;
};
let lie: Lie = {};

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

function signed(claims: Claims, by: KeyObject = keys.privateKey): string {
  const text = `${part({ alg: 'RS256', kid: 'ours', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), by).toString('base64url')}`;
}

/** Its whole protocol, as far as it is asked. */
function provider(issuer: () => string): Router {
  const asked = new Map<string, string>();
  return Router()
    .get('/.well-known/openid-configuration', (_req, res) => {
      const at = (path: string) => `${issuer()}/${path}`;
      res.json({
        ...{ issuer: issuer(), authorization_endpoint: at('auth'), token_endpoint: at('token'), jwks_uri: at('jwks') },
        ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
        ...{ id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] },
      });
    })
    .get('/jwks', (_req, res) => {
      res.json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'ours', use: 'sig', alg: 'RS256' }] });
    })
    .get('/auth', ({ query }, res) => {
      const code = `code-${asked.size}`;
      asked.set(code, String(query.nonce));
      res.redirect(303, `${query.redirect_uri}?${new URLSearchParams({ code, state: String(query.state) })}`);
    })
    .post('/token', express.urlencoded({ extended: false }), ({ body }, res) => {
      const now = Math.floor(Date.now() / 1_000);
      const times = { iat: now, exp: now + 60 };
      const whole = { iss: issuer(), aud: CLIENT.clientId, sub: 'shopper-ana', nonce: asked.get(body.code), ...times };
      const claims = lie.claims ? lie.claims(whole) : whole;
      const id_token = lie.token ? lie.token(claims) : signed(claims);
      res.json({ access_token: 'at', token_type: 'Bearer', expires_in: 60, ...(id_token ? { id_token } : {}) });
    });
}

let door: OpenDoor;
let served: Awaited<ReturnType<typeof serveLinkingWith>>;
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation();
  door = await openDoor(provider(() => door.url));
  served = await serveLinkingWith(at.house, { post: null, openId: { ...CLIENT, issuer: door.url, claim: 'sub' } });
});
afterAll(async () => {
  await served.close();
  await door.close();
});

/** What the browser is given at the end: a code for the app, or the page that says nobody was signed in. */
async function signsIn(): Promise<{ readonly code: string | null; readonly page: string }> {
  const browser = served.browser();
  await browser.begins();
  const there = (await browser.go(`${browser.at}/shop`)).headers.get('location') ?? '';
  const back = (await fetch(there, { redirect: 'manual' })).headers.get('location') ?? '';
  const landed = await browser.go(back);
  const on = landed.headers.get('location');
  return { code: on && sentBack(landed).get('code'), page: browser.html };
}

const without = (name: string) => (claims: Claims) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const ago = (seconds: number) => Math.floor(Date.now() / 1_000) - seconds;

const TRUE: readonly (readonly [string, Lie])[] = [
  ['the true token', {}],
  [
    'a token for several, with us as its party',
    { claims: (all) => ({ ...all, aud: ['earshot', 'another'], azp: 'earshot' }) },
  ],
];

test.each(TRUE)('%s signs in', async (_what, told) => {
  lie = told;
  expect((await signsIn()).code).toMatch(/^[\w-]{20,}$/);
});

const LIES: readonly (readonly [string, Lie])[] = [
  ['another nonce', { claims: (all) => ({ ...all, nonce: 'of another sign-in' }) }],
  ['no nonce', { claims: without('nonce') }],
  ['another issuer', { claims: (all) => ({ ...all, iss: 'https://evil.example' }) }],
  ['another audience', { claims: (all) => ({ ...all, aud: 'another client' }) }],
  ['another party of several', { claims: (all) => ({ ...all, aud: ['earshot', 'another'], azp: 'another' }) }],
  ['no subject', { claims: without('sub') }],
  ['a time that is over', { claims: (all) => ({ ...all, iat: ago(7_200), exp: ago(3_600) }) }],
  ['no time at which it ends', { claims: without('exp') }],
  ['no time at which it was made', { claims: without('iat') }],
  ['no signature', { token: (claims) => `${part({ alg: 'none' })}.${part(claims)}.` }],
  ['somebody else’s signature', { token: (claims) => signed(claims, others.privateKey) }],
  ['a claim changed after it was signed', { token: (claims) => changedAfter(claims) }],
  ['our own secret for a key', { token: (claims) => byOurSecret(claims) }],
  ['no ID token at all', { token: () => undefined }],
];

test.each(LIES)('%s signs nobody in', async (_what, told) => {
  lie = told;
  const { code, page } = await signsIn();
  expect([code, page]).toEqual([null, expect.stringMatching(/weren&#39;t signed in|weren't signed in/)]);
  // Told the shop’s people, and not the browser.
  expect(at.house.errors.splice(0)).toHaveLength(1);
});

/** Bruno, under the signature of Ana. */
function changedAfter(claims: Claims): string {
  const [head = '', , seal = ''] = signed(claims).split('.');
  return `${head}.${part({ ...claims, sub: 'shopper-bruno' })}.${seal}`;
}

function byOurSecret(claims: Claims): string {
  const text = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', CLIENT.clientSecret).update(text).digest('base64url')}`;
}
