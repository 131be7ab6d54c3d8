/** What is seen from outside, as Amazon sees it: the certificate, the doors, the addresses and the pictures of the store page. */

import { connect } from 'node:tls';
import type { Config } from '../../lambda/house/config';
import { depotOf } from '../../lambda/house/depot';
import { type Found, mind, stops } from './finding';

const WITHIN_MS = 8_000;
const DAY_MS = 86_400_000;
/** So many days before its end a certificate is to be renewed. */
const SOON = 14;
const DEVICE = 'README.md, "On a real Alexa device"';
/** Amazon, "Requirements for Account Linking": no token address behind this authority. */
const REFUSED_FOR_TOKENS = /let's encrypt/i;
/** Of the pictures of the store page, in pixels. */
const SIDES = { small: 108, large: 512 } as const;

export async function outside(config: Config, now: () => number): Promise<readonly Found[]> {
  const { publicUrl, shop, linking } = config;
  const pages = [...new Set([...Object.values(shop.urls.privacy), ...Object.values(shop.urls.terms)])];
  const url = publicUrl?.startsWith('https:') ? publicUrl : null;
  const all = await Promise.all([
    ...(url === null ? [] : [certificate(url, { links: linking !== null, now }), doors(url, linking !== null)]),
    ...pages.map(page),
    files(config),
    ...(['small', 'large'] as const).map((size) => picture(size, shop.urls.icons[size])),
  ]);
  return all.flat();
}

export type Seen = {
  /** null: trusted, and of this name. */
  readonly wrong: string | null;
  readonly issuer: string;
  /** Real time, milliseconds. */
  readonly until: number;
};

/** The certificate as a program sees it that trusts what Mozilla trusts, as Amazon does. Rejects where nobody listens. */
export function seen(url: string): Promise<Seen> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
    });
    socket.setTimeout(WITHIN_MS, () => socket.destroy(new Error('nobody answers')));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const { issuer, valid_to: until } = socket.getPeerCertificate();
      const wrong = socket.authorized ? null : String(socket.authorizationError);
      resolve({ wrong, issuer: [issuer?.O, issuer?.CN].filter(Boolean).join(' '), until: Date.parse(until) });
      socket.destroy();
    });
  });
}

type Judging = { readonly links: boolean; readonly now: () => number };

export async function certificate(url: string, { links, now }: Judging): Promise<readonly Found[]> {
  const one = await seen(url).catch((error: Error) => error.message);
  if (typeof one === 'string') return [stops(`${url}: ${one}`, `${DEVICE}, step 1`)];
  const days = Math.floor((one.until - now()) / DAY_MS);
  return [
    ...(one.wrong === null
      ? []
      : [stops(`the certificate of ${url} is not trusted: ${one.wrong}`, `${DEVICE}, step 1`)]),
    ...(links && REFUSED_FOR_TOKENS.test(one.issuer)
      ? [stops(`the certificate is of ${one.issuer}: Amazon fetches no tokens there`, 'docs/link-accounts.md')]
      : []),
    ...(one.wrong === null && days < SOON ? [mind(`the certificate ends in ${days} days`, 'docs/operate.md')] : []),
  ];
}

async function doors(url: string, links: boolean): Promise<readonly Found[]> {
  const pages = 'docs/operate.md; a Lambda serves no pages, so run "npm run serve" beside it';
  const [alexa, chat, link] = await Promise.all([
    asked(`${url}/alexa`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    asked(`${url}/chat`),
    links ? asked(`${url}/link/.well-known/openid-configuration`) : null,
  ]);
  return [
    // It must refuse what Alexa has not signed.
    ...(alexa === 400 ? [] : [stops(`${url}/alexa answers an unsigned request with ${alexa}, not 400`, DEVICE)]),
    ...(chat === 200 ? [] : [stops(`${url}/chat answers ${chat}: links to the phone lead nowhere`, pages)]),
    ...(link === null || link === 200 ? [] : [stops(`${url}/link answers ${link}: nobody can link`, pages)]),
  ];
}

/** Whether it takes our signature: what is asked for is not there. Until it does, files wait in the database. */
export async function files(config: Pick<Config, 'depot'>): Promise<readonly Found[]> {
  const problem = await depotOf(config)
    ?.get('doctor')
    .then(
      () => null,
      (error: Error) => error.message,
    );
  return problem
    ? [mind(`S3_URL: ${problem}`, 'S3_… in .env; docs/hand-off.md, "Photos, voice notes and other files"')]
    : [];
}

async function page(url: string): Promise<readonly Found[]> {
  const status = await asked(url);
  const mend = 'shop/shop.json, urls.privacy and urls.terms: the page itself, with no detour';
  return status === 200 ? [] : [stops(`${url} answers ${status}`, mend)];
}

async function picture(size: keyof typeof SIDES, url: string): Promise<readonly Found[]> {
  const mend = `shop/shop.json, urls.icons.${size}`;
  const side = SIDES[size];
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
    if (!response.ok) return [stops(`${url} answers ${response.status}`, mend)];
    const measured = sidesOf(Buffer.from(await response.arrayBuffer()));
    const is = measured === null ? 'no PNG' : measured.join(' × ');
    return is === `${side} × ${side}`
      ? []
      : [stops(`${url} is ${is}; Amazon asks for a PNG of ${side} × ${side}`, mend)];
  } catch (error) {
    return [stops(`${url}: ${error instanceof Error ? error.message : error}`, mend)];
  }
}

/** Width and height, from the head of a PNG; null: it is none. */
export function sidesOf(file: Buffer): readonly [number, number] | null {
  const isPng = file.length >= 24 && file.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'));
  return isPng ? [file.readUInt32BE(16), file.readUInt32BE(20)] : null;
}

/** The status, without going where it points to; what went wrong where there is none. */
async function asked(url: string, init: RequestInit = {}): Promise<number | string> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS) });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const { cause } = error as Error;
    return cause instanceof Error ? cause.message : String(error);
  }
}
