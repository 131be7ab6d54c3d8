/** Remembers who a token names, so that a conversation does not ask the shop at every turn and outlives its short silences. */

import type { Accounts, Shopper } from './account';
import type { Result } from './call';

/** A revoked token is honoured no longer than this. */
const FRESH_MS = 60_000;
/** While the shop cannot be asked, an identity this old is still believed for reading what we know ourselves. */
const STALE_MS = 30 * 60_000;
const MOST = 2_000;

export function rememberAccounts(accounts: Accounts, now: () => number): Accounts {
  const known = new Map<string, Extract<Result<Shopper>, { ok: true }>>();
  return {
    async whoIs(token, call) {
      const before = known.get(token);
      if (before && now() - before.asOf < FRESH_MS) return before;
      const result = await accounts.whoIs(token, call);
      if (!result.ok) {
        const silent = result.error.kind === 'unavailable' || result.error.kind === 'timeout';
        if (!silent) known.delete(token);
        return silent && before && now() - before.asOf < STALE_MS ? { ...before, source: 'mirror' } : result;
      }
      const answer = { ...result, asOf: now() };
      known.delete(token);
      known.set(token, answer);
      for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
      return answer;
    },
  };
}
