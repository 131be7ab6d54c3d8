/** Remembers who a token names, so that a conversation does not ask the shop at every turn and outlives its short silences. */

import { sooner } from '../in-time';
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

type AskWho<T> = (key: string, call: Call) => Promise<Result<T>>;

/**
 * The same of whatever tells who somebody is: a token, or the id a link was made for. `hold`: milliseconds for which the shop is waited for where
 * it was asked in the last half hour; what it says later counts from the next turn on. Only where it is not the shop that takes a token back.
 */
export function rememberWho<T>(ask: AskWho<T>, now: () => number, hold?: number): AskWho<T> {
  const known = new Map<string, Extract<Result<T>, { ok: true }>>();

  async function asked(key: string, call: Call): Promise<Result<T>> {
    const result = await ask(key, call);
    if (!result.ok) {
      if (!isSilent(result)) known.delete(key);
      return result;
    }
    const answer = { ...result, asOf: now() };
    known.delete(key);
    known.set(key, answer);
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    return answer;
  }

  return async (key, call) => {
    const before = known.get(key);
    if (before && now() - before.asOf < FRESH_MS) return before;
    const asking = asked(key, call);
    if (!before || now() - before.asOf >= STALE_MS) return asking;
    const result = hold === undefined ? await asking : await sooner(asking, hold);
    // Nobody waits for what it comes to, or what it is thrown for.
    if (result === null) void asking.catch(() => undefined);
    return result === null || isSilent(result) ? { ...before, source: 'mirror' } : result;
  };
}

function isSilent(result: Result<unknown>): boolean {
  return !result.ok && (result.error.kind === 'unavailable' || result.error.kind === 'timeout');
}
