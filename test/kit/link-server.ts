/** A house that links accounts, on a real port, with a real mail server; and a browser without looks that links one. */

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPost } from '../../lambda/channels/email/post';
import { openLinking } from '../../lambda/house/linking';
import { readShopFile } from '../../lambda/house/shop-file';
import { newApp } from '../../lambda/http/listening';
import { serveAssets } from '../../lambda/http/pages';
import type { OpenIdSettings } from '../../lambda/link/openid-settings';
import type { Post } from '../../lambda/services/reach/mail';
import { openMailServer } from '../channels/email/mail-server';
import { type House, LOCALES } from './house';

export const SECRET = 'the secret of the house of a test';
const CLIENT = 'what Amazon shows, of 32 characters or more';
export const REDIRECT = 'https://pitangui.amazon.com/api/skill/link/M1ABCDEFGH23';
/** Of PKCE (RFC 7636): what only who began knows, and what the browser carries of it. */
export const VERIFIER = 'a-verifier-that-is-as-long-as-forty-three-characters';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export type LinkServer = Awaited<ReturnType<typeof serveLinking>>;

/** `pages`: the built ones, where a test looks at them. */
export async function serveLinking(house: Linked, pages?: string) {
  const mail = await openMailServer();
  const from = { name: 'Willow Market', address: 'care@willow-market.example' };
  const replies = { replyDomain: 'reply.example', replySecret: SECRET, inboundSecrets: [] };
  const post = createPost({ smtpUrl: mail.url, from, ...replies });
  const served = await serveLinkingWith(house, { post, ...(pages ? { pages } : {}) });
  return {
    ...served,
    mail,
    /** The newest code that was sent to an address; null: none was. */
    async codeOf(email: string): Promise<string | null> {
      await served.settled();
      const letter = mail.delivered.findLast(({ to }) => to.toLowerCase() === email.toLowerCase());
      return /\b\d{6}\b/.exec(letter?.mail.text ?? '')?.[0] ?? null;
    },
    async close() {
      await served.close();
      post.close();
      await mail.down();
    },
  };
}

type Linked = Pick<House, 'shop' | 'store' | 'voice' | 'errors' | 'clock'>;
type Serving = {
  readonly post: Post | null;
  readonly pages?: string;
  readonly openId?: OpenIdSettings | null;
};

export async function serveLinkingWith(
  house: Linked,
  { post, pages = join(LOCALES, '..', 'web'), openId = null }: Serving,
) {
  const app = newApp({ proxies: [], log: { warn: () => undefined } });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const linking = await openLinking(
    { ...house, now: house.clock.now },
    {
      settings: { clientSecret: CLIENT, vendorIds: ['M1ABCDEFGH23'] },
      ...{ url, consoleAt: [], openId, post, letters: 'mail', shop: readShopFile(), locales: LOCALES, secret: SECRET },
      pages,
      log: { error: (what: object) => void house.errors.push(what) },
      now: house.clock.now,
    },
  );
  app.use(linking.router, serveAssets(pages));
  const basic = Buffer.from(`alexa:${encodeURIComponent(CLIENT).replace(/%20/g, '+')}`).toString('base64');
  /** What Amazon's servers send; `client` other than theirs where a test says so. */
  const asAmazon = (path: string, body: Readonly<Record<string, string>>, authorization = `Basic ${basic}`) =>
    fetch(`${url}/link/${path}`, { method: 'POST', headers: { authorization }, body: new URLSearchParams(body) });
  return {
    url,
    /** Where a test puts what stands beside it. */
    app,
    settled: linking.settled,
    asAmazon,
    exchange: (code: string, more: Readonly<Record<string, string>> = {}) =>
      asAmazon('token', {
        ...{ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER },
        ...more,
      }),
    refresh: (token: string) => asAmazon('token', { grant_type: 'refresh_token', refresh_token: token }),
    browser: (language?: string) => openBrowser(url, language),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type LinkBrowser = ReturnType<typeof openBrowser>;

/** Keeps cookies by path, and follows redirects within the house. */
function openBrowser(url: string, language = 'en-GB') {
  const cookies = new Map<string, { readonly value: string; readonly path: string }>();
  let at = '';
  let html = '';

  async function go(address: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(address);
    const shown = [...cookies].filter(([, { path }]) => pathname.startsWith(path));
    const cookie = shown.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': language, ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, { value, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' });
    }
    const next = response.headers.get('location');
    if (next === null) {
      at = address;
      html = await response.clone().text();
      return response;
    }
    const on = new URL(next, address);
    return on.origin === url ? go(on.href) : response;
  }

  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return {
    cookies,
    go,
    /** As Amazon's app opens it. */
    begins: (more: Readonly<Record<string, string | null>> = {}) => {
      const usual = { client_id: 'alexa', redirect_uri: REDIRECT, response_type: 'code', scope: 'shop', state: 's' };
      const asked = { ...usual, code_challenge: CHALLENGE, code_challenge_method: 'S256', ...more };
      const sent = Object.entries(asked).filter((one): one is [string, string] => one[1] !== null);
      return go(`${url}/link/auth?${new URLSearchParams(sent)}`);
    },
    /** The page of limits and voice code. */
    opensLimits: () => go(`${url}/link/limits`),
    sends: (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
      go(at, {
        method: 'POST',
        headers: { origin: url, ...headers },
        body: new URLSearchParams({ seal: field('seal'), ...fields }),
      }),
    get at() {
      return at;
    },
    get html() {
      return html;
    },
  };
}

/** Where the browser was sent back to, as the app reads it. */
export function sentBack(response: Response): URLSearchParams {
  const { search, hash } = new URL(response.headers.get('location') ?? 'http://nowhere');
  return new URLSearchParams(search || hash.slice(1));
}
