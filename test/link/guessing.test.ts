/** Guessing at the linking page: passwords are counted before the shop is asked, and how long the shop looks for an address is seen by nobody. */

import { ok } from '../../lambda/services/commerce/call';
import { countPasswords } from '../../lambda/services/sign-in/counted-passwords';
import { serveLinking } from '../kit/link-server';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file', linksAccounts: true });

test('a network guesses at an address, a crowd at it, and a network at all, only so often; owners elsewhere get in', async () => {
  let asked = 0;
  const check = async () => {
    asked += 1;
    return ok<string | null>(null, 0);
  };
  const { tokens } = at.house.store;
  const tries = countPasswords({ tokens, secret: 'secret', now: at.house.clock.now, check });
  const shown = (email: string) => ({ email, password: 'guess' });
  const at20 = await Promise.all(Array.from({ length: 20 }, () => tries(shown('ana@example.com'), 'one')));
  // Counted before the shop is asked: those who come at once may all be too many.
  expect(asked).toBeLessThanOrEqual(5);
  expect(at20.filter((one) => one === 'locked')).toHaveLength(20 - asked);
  expect(await tries(shown('Ana@example.com'), 'one')).toBe('locked');
  expect(await tries(shown('ana@example.com'), 'home')).toEqual(ok(null, 0));
  for (let n = 0; n < 40; n += 1) await tries(shown(`somebody-${n}@example.com`), 'two');
  expect(await tries(shown('another@example.com'), 'two')).toBe('locked');
  at.house.clock.advance(16 * 60_000);
  expect(await tries(shown('ana@example.com'), 'one')).toEqual(ok(null, 0));
});

test('the page answers before the shop has said whether anybody has that address', async () => {
  jest.spyOn(console, 'warn').mockImplementation();
  const { signIn } = at.house.shop;
  if (signIn?.by !== 'code') throw new Error('the demo signs in by a code');
  const found: ((email: string) => void)[] = [];
  const find: typeof signIn.find = async (email, call) => {
    await new Promise<string>((go) => found.push(go));
    return signIn.find(email, call);
  };
  const shop = { ...at.house.shop, signIn: { ...signIn, find } };
  const served = await serveLinking({ ...at.house, shop });
  for (const email of ['ana.ferri@example.com', 'nobody.at.all@example.com']) {
    const browser = served.browser();
    await browser.begins();
    expect((await browser.sends({ step: 'email', email })).status).toBe(200);
    expect(browser.html).toContain('name="code"');
  }
  // Both letters are still being thought about.
  expect([found.length, served.mail.delivered.length]).toEqual([2, 0]);
  for (const go of found) go('now');
  expect(await served.codeOf('ana.ferri@example.com')).toMatch(/^\d{6}$/);
  expect(await served.codeOf('nobody.at.all@example.com')).toBeNull();
  await served.close();
});
