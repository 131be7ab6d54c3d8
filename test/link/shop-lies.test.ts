/** An OpenID provider of the shop that lies to us, or somebody between: of ID tokens only the true one signs anybody in (conformance profile, basic RP). */

import { sentBack, serveLinkingWith } from '../kit/link-server';
import {
  CLIENT,
  type Claims,
  changedAfter,
  type Lie,
  type LyingShop,
  openLyingShop,
  signedByAnother,
  signedByOurSecret,
  unsigned,
} from '../kit/lying-shop';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', linksAccounts: true });
let shop: LyingShop;
let served: Awaited<ReturnType<typeof serveLinkingWith>>;
beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation();
  shop = await openLyingShop();
  served = await serveLinkingWith(at.house, { post: null, openId: { ...CLIENT, issuer: shop.url, claim: 'sub' } });
});
afterAll(async () => {
  await served.close();
  await shop.close();
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
  shop.lies(told);
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
  ['no signature', { token: unsigned }],
  ['somebody else’s signature', { token: signedByAnother }],
  ['a claim changed after it was signed', { token: changedAfter }],
  ['our own secret for a key', { token: signedByOurSecret }],
  ['no ID token at all', { token: () => undefined }],
];

test.each(LIES)('%s signs nobody in', async (_what, told) => {
  shop.lies(told);
  const { code, page } = await signsIn();
  expect([code, page]).toEqual([null, expect.stringMatching(/weren&#39;t signed in|weren't signed in/)]);
  // Told the shop’s people, and not the browser.
  expect(at.house.errors.splice(0)).toHaveLength(1);
});
