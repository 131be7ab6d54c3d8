/** Passwords that the shop itself checks: guesses are counted before it is asked, by address and by where they come from. */

import { createHmac } from 'node:crypto';
import type { Instant } from '../../vocabulary/values';
import type { Tokens } from '../reach/tokens';
import type { FoundShopper, ShownPassword } from './shopper-sign-in';

const WITHIN_MS = 15 * 60_000;
/** Of one network about one address; of all about it; of one network about all. Nobody's guesses lock an owner out soon. */
const MOST = { ofBoth: 5, ofAddress: 50, ofSource: 30 } as const;

export type CountedPassword = FoundShopper | 'locked';
export type CountedPasswords = (shown: ShownPassword, source: string) => Promise<CountedPassword>;

export type CountedPasswordsNeeds = {
  readonly tokens: Pick<Tokens, 'guessed'>;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
  readonly check: (shown: ShownPassword) => Promise<FoundShopper>;
};

export function countPasswords({ tokens, secret, now, check }: CountedPasswordsNeeds): CountedPasswords {
  return async (shown, source) => {
    const email = shown.email.toLowerCase();
    const counted = [
      [MOST.ofBoth, `${email}\0${source}`],
      [MOST.ofAddress, email],
      [MOST.ofSource, `\0${source}`],
    ] as const;
    for (const [most, who] of counted) {
      const hash = createHmac('sha256', secret).update(`link-password\0${who}`).digest('hex');
      if ((await tokens.guessed(hash, now(), now() - WITHIN_MS)) > most) return 'locked';
    }
    return check(shown);
  };
}
