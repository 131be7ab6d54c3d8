/** Remembers who a token names, so that a conversation does not ask the shop at every turn and outlives its short silences. */

import type { Accounts } from './account';
import type { Call, Result } from './call';

/** A revoked token is honoured no longer than this. */
const FRESH_MS = 60_000;
/** While the shop cannot be asked, an identity this old is still believed for reading what we know ourselves. */
const STALE_MS = 30 * 60_000;
const MOST = 2_000;

export function rememberAccounts({ whoIs }: Accounts, now: () => number): Accounts {
  return { whoIs: rememberWho(whoIs, now) };
}

/** The same of whatever tells who somebody is: a token, or the id a link was made for. */
export function rememberWho<T>(
  ask: (key: string, call: Call) => Promise<Result<T>>,
  now: () => number,
): (key: string, call: Call) => Promise<Result<T>> {
  const known = new Map<string, Extract<Result<T>, { ok: true }>>();
  return async (key, call) => {
    const before = known.get(key);
    if (before && now() - before.asOf < FRESH_MS) return before;
    const result = await ask(key, call);
    if (!result.ok) {
      const silent = result.error.kind === 'unavailable' || result.error.kind === 'timeout';
      if (!silent) known.delete(key);
      return silent && before && now() - before.asOf < STALE_MS ? { ...before, source: 'mirror' } : result;
    }
    const answer = { ...result, asOf: now() };
    known.delete(key);
    known.set(key, answer);
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    return answer;
  };
}
