/** Passwords of the shop, guessed at the linking page: counted before the shop is asked. */

import { ok } from '../../lambda/services/commerce/call';
import { countPasswords } from '../../lambda/services/sign-in/counted-passwords';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

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
