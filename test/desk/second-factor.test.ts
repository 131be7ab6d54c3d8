/** A second factor at the desk: set by its first code, asked for after the password, each code once; where admins must have one. */

import { Secret, TOTP } from 'otpauth';
import type { FactorBegun, Me } from '../../lambda/desk/protocol';
import { useHouse } from '../kit/use-house';
import { type DeskServer, employ, knock, PASSWORD, type Sitting, serveDesk, sitDown } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;
const STEP_MS = 30_000;

beforeEach(async () => {
  server = await serveDesk(at.house);
  await employ(server, 'marta');
  marta = await sitDown(server, 'marta');
});
afterEach(() => server.close());

const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.house.clock.now() + ahead * STEP_MS });
const begin = async (who: Sitting, password = PASSWORD) => await who.ask('/me/second/begin', { password });
const begunBy = async (who: Sitting) => (await (await begin(who)).json()) as FactorBegun;
const enter = async (code?: string, password = PASSWORD) => {
  const answered = await knock(server, '/session', { login: 'marta', password, ...(code ? { code } : {}) });
  return answered.status === 201 ? 'in' : ((await answered.json()) as { error: string }).error;
};
async function set(who: Sitting): Promise<string> {
  const { offer, secret } = await begunBy(who);
  expect((await who.ask('/me/second', { offer, code: codeOf(secret) })).status).toBe(204);
  at.house.clock.advance(STEP_MS);
  return secret;
}

test('is asked for only after the right password, takes each code once, and counts wrong ones', async () => {
  const secret = await set(marta);
  expect(await enter()).toBe('needs-code');
  expect(await enter(undefined, 'not the password')).toBe('wrong');
  const code = codeOf(secret);
  expect(await enter(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe('in');
  expect(await enter(code)).toBe('wrong-code');
  expect(await enter(codeOf(secret, -1))).toBe('wrong-code');
  at.house.clock.advance(STEP_MS);
  expect(await enter(codeOf(secret, 1))).toBe('in');
  for (let wrong = 0; wrong < 5; wrong += 1) await enter('000000');
  at.house.clock.advance(2 * STEP_MS);
  expect(await enter(codeOf(secret))).toBe('locked');
});

test('is set with the password and the first code alone, ends every other session, and goes with the password', async () => {
  expect((await begin(marta, 'not the password')).status).toBe(403);
  const other = await sitDown(server, 'marta');
  const { offer, secret, uri } = await begunBy(marta);
  expect(uri).toContain(`secret=${secret}`);
  expect((await marta.ask('/me/second', { offer, code: '000000' })).status).toBe(403);
  expect((await marta.ask('/me/second', { offer: `${offer}x`, code: codeOf(secret) })).status).toBe(403);
  expect(await enter()).toBe('in');
  const set = await marta.ask('/me/second', { offer, code: codeOf(secret) });
  expect(set.status).toBe(204);
  expect((await other.ask('/me')).status).toBe(401);
  const cookie = set.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const end = (password: string) => knock(server, '/me/second/end', { password }, { cookie });
  expect([(await end('not the password')).status, (await end(PASSWORD)).status]).toEqual([403, 204]);
  expect(await enter()).toBe('in');
});

test('an offer is good for ten minutes, and for whom it was made', async () => {
  await employ(server, 'luca');
  const luca = await sitDown(server, 'luca');
  const { offer, secret } = await begunBy(marta);
  expect((await luca.ask('/me/second', { offer, code: codeOf(secret) })).status).toBe(403);
  at.house.clock.advance(11 * 60_000);
  expect((await marta.ask('/me/second', { offer, code: codeOf(secret) })).status).toBe(403);
});

test('is kept sealed: whoever reads the store alone cannot make codes', async () => {
  const secret = await set(marta);
  const kept = await at.house.store.agents.byLogin('marta');
  expect(kept?.second).toEqual(expect.any(String));
  expect(kept?.second).not.toContain(secret);
});

describe('where admins must have one', () => {
  beforeEach(async () => {
    await server.close();
    server = await serveDesk(at.house, { needsSecond: true });
    await employ(server, 'ada', 'admin');
  });

  test('an admin may do nothing before it is set, and may not go without; others may', async () => {
    const ada = await sitDown(server, 'ada');
    expect(ada.me).toMatchObject({ mustHaveSecond: true, hasSecond: false } satisfies Partial<Me>);
    for (const path of ['/queue', '/agents', '/record.csv', '/overview?since=0', '/stream', '/colleagues'])
      expect([path, (await ada.ask(path)).status]).toEqual([path, 403]);
    const { offer, secret } = await begunBy(ada);
    const answered = await ada.ask('/me/second', { offer, code: codeOf(secret) });
    const cookie = answered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await knock(server, '/queue', undefined, { cookie })).status).toBe(200);
    expect((await knock(server, '/me/second/end', { password: PASSWORD }, { cookie })).status).toBe(409);
    expect((await (await sitDown(server, 'marta')).ask('/queue')).status).toBe(200);
    const who = await at.house.store.agents.byLogin('ada');
    expect((await knock(server, `/agents/${who?.id}/second/end`, {}, { cookie })).status).toBe(200);
    expect((await at.house.store.agents.byLogin('ada'))?.second).toBeNull();
  });
});
