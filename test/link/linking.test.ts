/** Linking an account: from the app's first request to an order that is told, and to a token that is worth nothing any more. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eraseAccount } from '../../lambda/services/privacy/erasure';
import { type LinkBrowser, type LinkServer, sentBack, serveLinking } from '../kit/link-server';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', isOnDisk: true, linksAccounts: true });
const ANA = 'ana.ferri@example.com';
let served: LinkServer;

beforeAll(async () => {
  served = await serveLinking(at.house);
});
afterAll(() => served.close());
// Letters to an address are counted by the hour.
beforeEach(() => at.house.clock.advance(3_700_000));

type Tokens = { readonly access_token: string; readonly refresh_token: string };

/** As far as the code Amazon is given. */
async function signsIn(browser: LinkBrowser, email = ANA): Promise<string> {
  await browser.begins();
  await browser.sends({ step: 'email', email });
  const back = sentBack(await browser.sends({ step: 'code', code: (await served.codeOf(email)) ?? '' }));
  return back.get('code') ?? '';
}

async function links(email = ANA): Promise<Tokens> {
  const answered = await served.exchange(await signsIn(served.browser(), email));
  expect(answered.status).toBe(200);
  return (await answered.json()) as Tokens;
}

/** What a speaker with this token says to "where is my order". */
async function asked(token: string, account: string) {
  return at.speaker({ shopper: account, token, tolerates: [] }).hears('OrderStatus');
}

const RELINK = { type: 'LinkAccount' };

test('a shopper signs in by a code from their e-mail, and the speaker knows whose it is', async () => {
  const browser = served.browser('it-IT,it;q=0.9');
  await browser.begins();
  expect(browser.html).toContain('<html lang="it">');
  await browser.sends({ step: 'email', email: 'somebody' });
  expect(browser.html).toContain('aria-invalid="true"');
  await browser.sends({ step: 'email', email: ANA.toUpperCase() });
  const code = await served.codeOf(ANA.toUpperCase());
  const back = sentBack(await browser.sends({ step: 'code', code: ` ${code?.slice(0, 3)} ${code?.slice(3)}` }));
  expect(back.get('state')).toBe('s');
  const { access_token: token } = (await (await served.exchange(back.get('code') ?? '')).json()) as Tokens;
  const heard = await asked(token, 'household');
  expect(heard.replies[0] ?? heard.asks).toMatch(/^OrderStatus\./);
  // It is Ana's at every turn, and bound to the account it first spoke from.
  expect((await asked(token, 'household')).card).not.toEqual(RELINK);
  expect((await asked(token, 'thief')).card).toEqual(RELINK);
});

test('what a guest asked for is gone on with once they have linked, and once only', async () => {
  const guest = at.speaker({ shopper: 'going-on', token: 'worth nothing' });
  expect((await guest.hears('OrderStatus', { product: 'dog food' })).card).toEqual(RELINK);
  const { access_token: token } = await links();
  const speaker = at.speaker({ shopper: 'going-on', token });
  const heard = await speaker.opens();
  expect(heard.replies[0]).toBe('Welcome.linked');
  expect(heard.say).toMatch(/You wanted to find an order\. .*dog food/i);
  await speaker.hears('Stop');
  expect((await speaker.opens()).replies[0]).toMatch(/^Welcome\.(?!linked)/);
  at.house.clock.advance(1_000);
  // Of a purchase too, nothing comes without a yes to its total.
  expect((await guest.hears('Reorder', { product: 'coffee' })).card).toEqual(RELINK);
  const asked = await at.speaker({ shopper: 'going-on', token }).opens();
  expect([asked.replies[0], asked.asks]).toEqual(['Welcome.linked', 'Purchase.confirm']);
  // Another day it is another day's business, and nobody else's at any time.
  expect((await guest.hears('Reorder', { product: 'coffee' })).card).toEqual(RELINK);
  const other = await links('bruno.salgado@example.com');
  const others = await at.speaker({ shopper: 'somebody-else', token: other.access_token }).opens();
  expect(others.replies[0]).toBe('Welcome.first');
});

test('a token of the speaker is nobody in the chat', async () => {
  const { access_token: credential } = await links();
  const whose = await at.house.app.conversationOf({
    ...{ id: 't', channel: 'web', address: 'visitor', locale: 'en-GB', credential },
    deadline: at.house.clock.now() + 6_000,
  });
  expect(whose.stranger).toBe('unlinked');
});

test('refresh tokens are used once: a replay ends the link, and the speaker asks to link again', async () => {
  const first = await links();
  const second = (await (await served.refresh(first.refresh_token)).json()) as Tokens;
  expect((await asked(second.access_token, 'rotated')).card).not.toEqual(RELINK);
  const replayed = await served.refresh(first.refresh_token);
  expect([replayed.status, await replayed.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  expect((await served.refresh(second.refresh_token)).status).toBe(400);
  for (const intent of ['OrderStatus', 'Reorder'] as const) {
    const speaker = at.speaker({ shopper: 'rotated', token: second.access_token });
    const heard = await speaker.hears(intent);
    expect([heard.replies, heard.card]).toEqual([['Trouble.relink'], RELINK]);
  }
});

test('of many who come at once with one refresh token or one code, at most one is served', async () => {
  const { refresh_token: refresh } = await links();
  const refreshed = await Promise.all(Array.from({ length: 8 }, () => served.refresh(refresh)));
  expect(refreshed.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  const code = await signsIn(served.browser());
  const exchanged = await Promise.all(Array.from({ length: 8 }, () => served.exchange(code)));
  expect(exchanged.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  const again = await signsIn(served.browser());
  const { access_token: token } = (await (await served.exchange(again)).json()) as Tokens;
  expect((await served.exchange(again)).status).toBe(400);
  expect((await asked(token, 'twice')).card).toEqual(RELINK);
});

test('revoked, erased, disabled or past its hour: the next turn asks to link', async () => {
  const revoked = await links();
  const body = { token: revoked.refresh_token, token_type_hint: 'refresh_token' };
  expect((await served.asAmazon('token/revocation', body)).status).toBe(200);
  expect((await served.refresh(revoked.refresh_token)).status).toBe(400);
  expect((await asked(revoked.access_token, 'revoked')).card).toEqual(RELINK);

  const disabled = await links();
  await asked(disabled.access_token, 'leaver');
  await eraseAccount('amzn1.ask.account.leaver', at.house);
  expect((await asked(disabled.access_token, 'leaver')).card).toEqual(RELINK);
  expect((await served.refresh(disabled.refresh_token)).status).toBe(400);

  const erased = await links('bruno.salgado@example.com');
  await asked(erased.access_token, 'erased');
  const told = await at.house.store.privacy.export([], 'shopper-bruno');
  const linked = { account: 'amzn1.ask.account.erased', expires_at: expect.any(Number) };
  expect(told.link_record).toContainEqual(linked);
  await at.house.store.privacy.erase([], 'shopper-bruno');
  expect((await asked(erased.access_token, 'erased')).card).toEqual(RELINK);

  const { access_token: old } = await links();
  at.house.clock.advance(3_600_001);
  expect((await asked(old, 'late')).card).toEqual(RELINK);
});

test('whoever signs in sees what is linked, unlinks it, and the next turn asks to link', async () => {
  const email = 'henry.lindo-park@example.com';
  const [kept, ended] = [await links(email), await links(email)];
  const others = await links('bruno.salgado@example.com');
  expect((await asked(ended.access_token, 'henry')).card).not.toEqual(RELINK);
  const browser = served.browser();
  await browser.go(`${served.url}/link/mine`);
  expect(browser.html).toContain('What is linked with Willow Market');
  await browser.sends({ step: 'email', email });
  await browser.sends({ step: 'code', code: (await served.codeOf(email)) ?? '' });
  const grants = () => [...browser.html.matchAll(/name="grant" value="([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(grants()).toHaveLength(2);
  expect(browser.html).toMatch(/<strong>Alexa<\/strong>, linked on \d+ \w+ \d{4}/);
  // Another's is not to be had here, nor by another browser, nor without the seal.
  await browser.sends({ step: 'unlink', grant: 'another' });
  expect((await browser.sends({ step: 'unlink', grant: grants()[0] ?? '', seal: 'x' })).status).toBe(400);
  await browser.go(browser.at);
  const other = served.browser();
  expect((await other.go(browser.at)).status).toBe(400);
  for (const grant of grants().slice(0, 1)) await browser.sends({ step: 'unlink', grant });
  expect(browser.html).toContain('unlinked');
  expect(grants()).toHaveLength(1);
  const alive = await Promise.all(
    [kept, ended].map(async ({ refresh_token }) => (await served.refresh(refresh_token)).ok),
  );
  expect(alive.filter(Boolean)).toHaveLength(1);
  for (const grant of grants()) await browser.sends({ step: 'unlink', grant });
  expect((await asked(ended.access_token, 'henry')).card).toEqual(RELINK);
  expect((await asked(others.access_token, 'bruno')).card).not.toEqual(RELINK);
  const left = sentBack(await browser.sends({ step: 'cancel' }));
  expect(left.get('code')).toBeNull();
});

test('nothing that opens anything is at rest', async () => {
  const code = await signsIn(served.browser());
  const tokens = (await (await served.exchange(code)).json()) as Tokens;
  const folder = at.folder ?? '';
  const kept = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join();
  expect(kept.includes('RefreshToken')).toBe(true);
  for (const secret of [code, tokens.access_token, tokens.refresh_token, ANA.toUpperCase()]) {
    expect(kept.includes(secret)).toBe(false);
  }
});

test.each([
  ['no PKCE', { code_challenge: null, code_challenge_method: null }, 'invalid_request'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['an implicit answer', { response_type: 'token' }, 'unsupported_response_type'],
  ['a sign-in without a page', { prompt: 'none' }, 'login_required'],
])('refuses %s', async (_what, asking, error) => {
  const back = sentBack(await served.browser().begins(asking));
  expect([back.get('error'), back.get('state'), back.get('code')]).toEqual([error, 's', null]);
});

test.each([
  ['another address', { redirect_uri: 'https://pitangui.amazon.com.evil.example/api/skill/link/M1ABCDEFGH23' }],
  ['a path below', { redirect_uri: 'https://pitangui.amazon.com/api/skill/link/M1ABCDEFGH23/x' }],
  ['no address', { redirect_uri: null }],
  ['a stranger', { client_id: 'somebody' }],
  ['the console, which is not here', { client_id: 'console', redirect_uri: 'http://localhost:3000/console/linked' }],
])('sends nobody on to %s', async (_what, asking) => {
  const answered = await served.browser().begins(asking);
  expect([answered.status, answered.headers.get('location')]).toEqual([400, null]);
  expect(await answered.text()).toContain('This page is over');
});

test('a code is good for who began, and for nobody else', async () => {
  for (const more of [{ code_verifier: 'x'.repeat(50) }, { redirect_uri: 'https://layla.amazon.com/' }]) {
    expect((await served.exchange(await signsIn(served.browser()), more)).status).toBe(400);
  }
  const body = { grant_type: 'authorization_code', code: await signsIn(served.browser()) };
  const wrong = `Basic ${Buffer.from('alexa:wrong').toString('base64')}`;
  expect((await served.asAmazon('token', body, wrong)).status).toBe(401);
});

test('a form of another place, or in another browser, links nothing', async () => {
  const browser = served.browser();
  await browser.begins();
  const fields = { step: 'email', email: ANA };
  expect((await browser.sends(fields, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await browser.sends({ ...fields, seal: 'x' })).status).toBe(400);
  await browser.begins();
  const other = served.browser();
  expect((await other.go(browser.at)).status).toBe(400);
  const refused = sentBack(await browser.sends({ step: 'cancel' }));
  expect([refused.get('error'), refused.get('code')]).toEqual(['access_denied', null]);
});

test('tells nobody who has an account, and lets nobody guess long', async () => {
  const pages = [];
  for (const email of ['chiara.montesanti@example.com', 'nobody.at.all@example.com']) {
    const browser = served.browser();
    await browser.begins();
    const { status } = await browser.sends({ step: 'email', email });
    pages.push([status, browser.html.replace(/value="[^"]*"/g, '')]);
    for (let tries = 0; tries < 5; tries += 1) await browser.sends({ step: 'code', code: '000000' });
    pages.at(-1)?.push(browser.html.replace(/value="[^"]*"/g, ''));
    await browser.sends({ step: 'code', code: (await served.codeOf(email)) ?? '111111' });
    // Not even the right one helps now.
    pages.at(-1)?.push(browser.html.replace(/value="[^"]*"/g, ''));
  }
  expect(pages[0]).toEqual(pages[1]);
  const mailed = served.mail.delivered.length;
  const many = served.browser();
  for (let asked = 0; asked < 6; asked += 1) {
    await many.begins();
    await many.sends({ step: 'email', email: 'daniel@nowhere.example' });
  }
  expect(many.html).toContain('too many tries');
  expect(served.mail.delivered.length).toBe(mailed);
});

test('is discovered, and what it answers is kept by nobody on the way', async () => {
  const found = await fetch(`${served.url}/link/.well-known/openid-configuration`);
  expect(await found.json()).toMatchObject({
    issuer: `${served.url}/link`,
    authorization_endpoint: `${served.url}/link/auth`,
    token_endpoint: `${served.url}/link/token`,
    revocation_endpoint: `${served.url}/link/token/revocation`,
    code_challenge_methods_supported: ['S256'],
  });
  const page = await fetch(`${served.url}/link`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${served.url}/link/session/end`)).status).toBe(404);
});
