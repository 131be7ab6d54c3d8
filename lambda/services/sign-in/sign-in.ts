/** Signing in to the desk: hashed passwords, guesses that are counted, and sessions that end by themselves. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../../vocabulary/values';
import type { Tokens } from '../reach/tokens';
import type { Agent, Agents, Role } from './agents';
import { type Cost, hashPassword, isPassword } from './passwords';

export const LOGIN = /^[a-z0-9][a-z0-9._@+-]{1,63}$/;
/** 256 random bits, base64url. */
export const SESSION_TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A working day: after that one signs in again. */
export const SESSION_MS = 12 * 3_600_000;
/** After this long without an open desk it is over sooner. A desk that is open is in use: it waits for people. */
export const IDLE_MS = 30 * 60_000;
/** How stale `seenAt` may be: a write for every request would buy nothing. */
const SEEN_EVERY_MS = 20_000;

const MOST_WRONG = 5;
const WRONG_WITHIN_MS = 15 * 60_000;

export type NewAgent = { readonly login: string; readonly name: string; readonly role: Role; readonly hash: string };

/** Not available before they sign in. */
export function newAgent({ login, name, role, hash }: NewAgent): Agent {
  const id = randomUUID();
  return { id, login, name, role, password: hash, isAvailable: false, seenAt: 0, isDisabled: false };
}

export type SignedIn =
  | { readonly kind: 'in'; readonly token: string; readonly agent: Agent }
  | { readonly kind: 'wrong' }
  /** Too many wrong ones; not even the right one helps now. */
  | { readonly kind: 'locked'; readonly seconds: number };

export type SignIn = {
  /** `source`: where it comes from; guesses are counted for it and for the login. */
  enter(tried: { readonly login: string; readonly password: string; readonly source: string }): Promise<SignedIn>;
  /** A session without a password: for a door that knows by other means who stands there. */
  open(agent: Agent): Promise<string>;
  /** null: nobody, over, unused for too long, or disabled since. Being recognised is being seen. */
  recognise(token: string): Promise<Agent | null>;
  /** Whether this is the agent's password; wrong ones count as guesses, and a locked login knows none. */
  knows(agent: Agent, password: string, source: string): Promise<boolean>;
  leave(token: string): Promise<void>;
};

export type SignInNeeds = {
  readonly agents: Agents;
  readonly tokens: Pick<Tokens, 'guessed' | 'guesses'>;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
  /** What passwords are hashed with here; what a kept one cost stands in it. */
  readonly cost?: Cost;
};

export function createSignIn({ agents, tokens, now, cost }: SignInNeeds): SignIn {
  // Somebody nobody knows takes as long to refuse as somebody who mistyped.
  const nobody = hashPassword(randomBytes(16).toString('hex'), cost);
  const inTurn = oneByOne();

  const since = () => now() - WRONG_WITHIN_MS;
  async function verdict(tried: Parameters<SignIn['enter']>[0]): Promise<Agent | 'wrong' | 'locked'> {
    const login = tried.login.toLowerCase();
    const counted = [`desk-login:${hashed(login)}`, `desk-from:${hashed(tried.source)}`];
    const made = await Promise.all(counted.map((who) => tokens.guesses(who, since())));
    if (made.some((count) => count >= MOST_WRONG)) return 'locked';
    const agent = await agents.byLogin(login);
    const isRight = await isPassword(tried.password, agent?.password ?? (await nobody));
    if (agent && isRight && !agent.isDisabled) return agent;
    for (const who of counted) await tokens.guessed(who, now(), since());
    return 'wrong';
  }

  async function open(agent: Agent): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await agents.seen(agent.id, now());
    await agents.openSession(hashed(token), agent.id, now() + SESSION_MS);
    return token;
  }

  return {
    open,
    async enter(tried) {
      const found = await inTurn(() => verdict(tried));
      if (found === 'wrong') return { kind: 'wrong' };
      if (found === 'locked') return { kind: 'locked', seconds: WRONG_WITHIN_MS / 1000 };
      await agents.change(found.id, { isAvailable: true });
      return { kind: 'in', token: await open(found), agent: { ...found, isAvailable: true } };
    },
    async knows({ login }, password, source) {
      return typeof (await inTurn(() => verdict({ login, password, source }))) === 'object';
    },
    async recognise(token) {
      const at = now();
      const session = SESSION_TOKEN.test(token) ? await agents.session(hashed(token), at) : null;
      if (!session) return null;
      const { agent } = session;
      if (at - agent.seenAt >= IDLE_MS) {
        await agents.endSession(hashed(token));
        return null;
      }
      if (at - agent.seenAt >= SEEN_EVERY_MS) await agents.seen(agent.id, at);
      return agent;
    },
    async leave(token) {
      if (SESSION_TOKEN.test(token)) await agents.endSession(hashed(token));
    },
  };
}

/** One guess after the other: many at once can neither outrun the count nor fill the memory. */
function oneByOne(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const own = last.then(run, run);
    last = own.catch(() => undefined);
    return own;
  };
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
