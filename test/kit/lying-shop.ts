/** An OpenID provider of a shop, of our own, that signs in whoever comes; it lies where a test says so. */

import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import express, { Router } from 'express';
import { openDoor } from './fake-vendor';

export const CLIENT = { clientId: 'earshot', clientSecret: 'a secret of the shop and of nobody else' };
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

export type Claims = Readonly<Record<string, unknown>>;
export type Lie = {
  readonly claims?: (all: Claims) => Claims;
  /** In place of the whole ID token, or none. */
  readonly token?: (claims: Claims) => string | undefined;
};

export type LyingShop = { readonly url: string; lies(how: Lie): void; close(): Promise<void> };

export async function openLyingShop(): Promise<LyingShop> {
  let lie: Lie = {};
  const door = await openDoor(provider({ issuer: () => door.url, lie: () => lie }));
  return {
    url: door.url,
    lies: (how) => {
      lie = how;
    },
    close: () => door.close(),
  };
}

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

function signed(claims: Claims, by: KeyObject = keys.privateKey): string {
  const text = `${part({ alg: 'RS256', kid: 'ours', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), by).toString('base64url')}`;
}

export function unsigned(claims: Claims): string {
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

export function signedByAnother(claims: Claims): string {
  return signed(claims, others.privateKey);
}

/** Bruno, under the signature of Ana. */
export function changedAfter(claims: Claims): string {
  const [head = '', , seal = ''] = signed(claims).split('.');
  return `${head}.${part({ ...claims, sub: 'shopper-bruno' })}.${seal}`;
}

export function signedByOurSecret(claims: Claims): string {
  const text = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', CLIENT.clientSecret).update(text).digest('base64url')}`;
}

/** Its whole protocol, as far as it is asked. */
type Telling = { readonly issuer: () => string; readonly lie: () => Lie };

function provider({ issuer, lie: lieNow }: Telling): Router {
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
      const lie = lieNow();
      const now = Math.floor(Date.now() / 1_000);
      const times = { iat: now, exp: now + 60 };
      const whole = { iss: issuer(), aud: CLIENT.clientId, sub: 'shopper-ana', nonce: asked.get(body.code), ...times };
      const claims = lie.claims ? lie.claims(whole) : whole;
      const id_token = lie.token ? lie.token(claims) : signed(claims);
      res.json({ access_token: 'at', token_type: 'Bearer', expires_in: 60, ...(id_token ? { id_token } : {}) });
    });
}
