/** Signs the shopper in on the shop's own page and comes back: a code with PKCE, which no other window can use. */

import { keep, kept } from './keep';
import type { SignInHere } from './types';

/** What comes back of it. `draft`: what was written before, to be sent again by whoever wrote it. */
export type CameBack = { readonly token: string | null; readonly draft: string };

const BEGUN = 'earshot.sign-in';
const SHOPPER = 'earshot.shopper';

type Begun = { readonly state: string; readonly verifier: string; readonly draft: string };

/** Not within another page: there the shop signs its shoppers in. Not without a secure origin: browsers count no hash there. */
export function canSignIn(here: SignInHere | null | undefined): here is SignInHere {
  if (!here || window.parent !== window || !window.isSecureContext) return false;
  return new URL(here.issuer).origin === location.origin;
}

export async function beginSignIn({ issuer, clientId, scope }: SignInHere, draft: string): Promise<void> {
  const [state, verifier] = [unguessable(), unguessable()];
  keep('sessionStorage', BEGUN, JSON.stringify({ state, verifier, draft } satisfies Begun));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const proof = { code_challenge: inUrl(new Uint8Array(hash)), code_challenge_method: 'S256' };
  const wish = { client_id: clientId, response_type: 'code', scope, state, redirect_uri: backAt() };
  location.assign(
    `${issuer}/auth?${new URLSearchParams({ ...wish, ...proof, ui_locales: document.documentElement.lang })}`,
  );
}

/** null: the page was not come to from there. Only what this very window began is believed. */
export async function cameBack({ issuer, clientId }: SignInHere): Promise<CameBack | null> {
  const told = new URLSearchParams(location.search);
  const [state, code] = [told.get('state'), told.get('code')];
  if (state === null || (code === null && told.get('error') === null)) return null;
  history.replaceState(null, '', location.pathname + location.hash);
  const begun = readBegun();
  keep('sessionStorage', BEGUN, null);
  if (begun?.state !== state) return { token: null, draft: '' };
  const isTheirs = code !== null && told.get('iss') === issuer;
  const token = isTheirs ? await exchanged(code, begun.verifier, { issuer, clientId }) : null;
  if (token) keep('sessionStorage', SHOPPER, token);
  return { token, draft: begun.draft };
}

/** As long as this window is open, and the token is good. */
export function keptToken(): string | null {
  return kept('sessionStorage', SHOPPER) || null;
}

/** It is worth nothing from now on, wherever it may have come to. */
export async function signOut({ issuer, clientId }: SignInHere): Promise<void> {
  const token = keptToken();
  keep('sessionStorage', SHOPPER, null);
  if (!token) return;
  const body = new URLSearchParams({ token, token_type_hint: 'access_token', client_id: clientId });
  await fetch(`${issuer}/token/revocation`, { method: 'POST', body }).catch(() => undefined);
}

async function exchanged(
  code: string,
  verifier: string,
  { issuer, clientId }: Pick<SignInHere, 'issuer' | 'clientId'>,
): Promise<string | null> {
  const asked = { grant_type: 'authorization_code', code, redirect_uri: backAt(), code_verifier: verifier };
  const body = new URLSearchParams({ ...asked, client_id: clientId });
  try {
    const response = await fetch(`${issuer}/token`, { method: 'POST', body });
    const answered = (await response.json()) as { access_token?: unknown };
    return response.ok && typeof answered.access_token === 'string' ? answered.access_token : null;
  } catch {
    return null;
  }
}

function readBegun(): Begun | null {
  try {
    return JSON.parse(kept('sessionStorage', BEGUN) ?? 'null') as Begun | null;
  } catch {
    return null;
  }
}

function backAt(): string {
  return `${location.origin}/chat`;
}

/** 256 random bits. */
function unguessable(): string {
  return inUrl(crypto.getRandomValues(new Uint8Array(32)));
}

function inUrl(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
