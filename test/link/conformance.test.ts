/** The points of the OpenID conformance profile for the code flow (basic OP) that apply to a server that gives out no ID token: SECURITY.md lists them by the names of the suite. */

import { CHALLENGE, type LinkBrowser, type LinkServer, REDIRECT, sentBack, serveLinking } from '../kit/link-server';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', linksAccounts: true });
const ANA = 'ana.ferri@example.com';
let served: LinkServer;
beforeAll(async () => {
  // On Node 20 the provider says at each start that it is tried on newer ones.
  jest.spyOn(console, 'warn').mockImplementation();
  served = await serveLinking(at.house);
});
afterAll(() => served.close());
// Letters to one address are counted by the quarter of an hour.
beforeEach(() => at.house.clock.advance(3_700_000));

type Tokens = Readonly<Record<'access_token' | 'refresh_token' | 'token_type' | 'scope', string>> & {
  readonly expires_in: number;
};

async function signsIn(browser: LinkBrowser): Promise<URLSearchParams> {
  await browser.sends({ step: 'email', email: ANA });
  return sentBack(await browser.sends({ step: 'code', code: (await served.codeOf(ANA)) ?? '' }));
}

async function codeAfter(more: Readonly<Record<string, string | null>>): Promise<string> {
  const browser = served.browser();
  await browser.begins(more);
  return (await signsIn(browser)).get('code') ?? '';
}

const asked = {
  ...{ client_id: 'alexa', redirect_uri: REDIRECT, response_type: 'code', scope: 'shop', state: 's' },
  ...{ code_challenge: CHALLENGE, code_challenge_method: 'S256' },
};

test('oidcc-server: a code gives a bearer token of its scope and time, kept by nobody on the way', async () => {
  const answered = await served.exchange(await codeAfter({}));
  expect(answered.headers.get('cache-control')).toBe('no-store');
  const told = (await answered.json()) as Tokens;
  expect(told).toMatchObject({ token_type: 'Bearer', scope: 'shop', expires_in: 3_600 });
  expect(told).not.toHaveProperty('id_token');
  expect([told.access_token.length, told.refresh_token.length].every((length) => length >= 43)).toBe(true);
});

/** What a client may say besides, and what is done without or with it: the sign-in goes on as it would. */
test.each([
  ['oidcc-ensure-request-without-nonce-succeeds-for-code-flow', { nonce: null }],
  ['oidcc-ensure-request-with-unknown-parameter-succeeds', { extra: 'foobar' }],
  ['oidcc-ensure-other-scope-order-succeeds', { scope: 'elsewhere shop' }],
  ['oidcc-display-page', { display: 'page' }],
  ['oidcc-display-popup', { display: 'popup' }],
  ['oidcc-prompt-login', { prompt: 'login' }],
  ['oidcc-login-hint', { login_hint: 'someone@example.com' }],
])('%s: the code is given, and good', async (_module, more) => {
  const answered = await served.exchange(await codeAfter(more));
  expect([answered.status, ((await answered.json()) as Tokens).scope]).toEqual([200, 'shop']);
});

test('oidcc-ui-locales: the page speaks the language that was asked for before the browser’s', async () => {
  const browser = served.browser('en-GB');
  await browser.begins({ ui_locales: 'it-IT en' });
  expect(browser.html).toContain('<html lang="it"');
});

test('oidcc-response-type-missing: refused, and told to the address that is registered', async () => {
  const back = sentBack(await served.browser().begins({ response_type: null }));
  expect([back.get('error'), back.get('state'), back.get('code')]).toEqual(['invalid_request', 's', null]);
});

test('oidcc-prompt-none-not-logged-in, -logged-in: whoever has just signed in is asked anew as well', async () => {
  const browser = served.browser();
  await browser.begins();
  expect((await signsIn(browser)).get('code')).not.toBeNull();
  const back = sentBack(await browser.begins({ prompt: 'none' }));
  expect([back.get('error'), back.get('state'), back.get('code')]).toEqual(['login_required', 's', null]);
});

test('oidcc-ensure-post-request-succeeds: OAuth asks for GET alone, and another site’s form begins nothing', async () => {
  const answered = await fetch(`${served.url}/link/auth`, { method: 'POST', body: new URLSearchParams(asked) });
  expect([answered.status, answered.headers.get('location')]).toEqual([404, null]);
});

test('oidcc-ensure-registered-redirect-uri: no code leaves for another address', async () => {
  const answered = await served.browser().begins({ redirect_uri: `${REDIRECT}?dummy1=lorem` });
  expect([answered.status, answered.headers.get('location')]).toEqual([400, null]);
});

test('oidcc-codereuse, -30seconds: a code is good once, and what it gave ends where it comes again', async () => {
  for (const pause of [0, 30_000]) {
    const code = await codeAfter({});
    const told = (await (await served.exchange(code)).json()) as Tokens;
    at.house.clock.advance(pause);
    const again = await served.exchange(code);
    expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    expect((await served.refresh(told.refresh_token)).status).toBe(400);
  }
});

test('oidcc-refresh-token: a new one each time, for this client alone', async () => {
  const first = (await (await served.exchange(await codeAfter({}))).json()) as Tokens;
  const second = (await (await served.refresh(first.refresh_token)).json()) as Tokens;
  expect(second.access_token).not.toBe(first.access_token);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  const chat = { grant_type: 'refresh_token', refresh_token: second.refresh_token, client_id: 'chat' };
  const stolen = await fetch(`${served.url}/link/token`, { method: 'POST', body: new URLSearchParams(chat) });
  expect(stolen.status).toBeGreaterThanOrEqual(400);
});

test('oidcc-server-client-secret-post: a secret in the body is none, and neither is a wrong one', async () => {
  const code = await codeAfter({});
  const body = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
    client_id: 'alexa',
    client_secret: 'x',
  };
  const answered = await fetch(`${served.url}/link/token`, { method: 'POST', body: new URLSearchParams(body) });
  expect([answered.status, await answered.json()]).toMatchObject([401, { error: 'invalid_client' }]);
});

test.each([
  ['oidcc-unsigned-request-object', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
  ['oidcc-request-uri-unsigned', { request_uri: 'https://client.example/request' }, 'request_uri_not_supported'],
  // What belongs to OpenID alone, where nobody has asked for it: refused, and never half done.
  ['oidcc-ensure-request-with-acr-values-succeeds', { acr_values: 'urn:none 2' }, 'invalid_request'],
  ['oidcc-max-age-1', { max_age: '1' }, 'invalid_request'],
  ['oidcc-claims-locales', { claims_locales: 'se' }, 'invalid_request'],
  ['oidcc-scope-profile', { scope: 'openid profile' }, 'invalid_scope'],
  ['oidcc-registration', { registration: '{}' }, 'registration_not_supported'],
])('%s: what is not offered is refused in the words for it', async (_module, more, error) => {
  const back = sentBack(await served.browser().begins(more));
  expect([back.get('error'), back.get('code')]).toEqual([error, null]);
});

test('oidcc-discovery-endpoint-verification: it promises what is there, and nothing else', async () => {
  const found = await fetch(`${served.url}/link/.well-known/openid-configuration`);
  const told = (await found.json()) as Readonly<Record<string, unknown>>;
  expect(told).toMatchObject({
    issuer: `${served.url}/link`,
    response_types_supported: ['code'],
    response_modes_supported: expect.arrayContaining(['query']),
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });
  expect(told.grant_types_supported).not.toContain('implicit');
  for (const name of ['userinfo_endpoint', 'registration_endpoint', 'end_session_endpoint', 'introspection_endpoint'])
    expect([name, told[name]]).toEqual([name, undefined]);
  expect((await fetch(String(told.jwks_uri))).status).toBe(200);
});
