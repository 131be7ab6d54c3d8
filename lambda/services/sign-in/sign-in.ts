/** Signing in to the desk: hashed passwords, guesses that are counted, and sessions that end by themselves. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../../vocabulary/values';
import { createWaitingLine } from '../../vocabulary/waiting-line';
import type { Tokens } from '../reach/tokens';
import type { Agent, Agents, Role } from './agents';
import { browserOf, proofFor } from './known-browser';
import { type Cost, hashPassword, isPassword } from './passwords';
import type { SecondFactors } from './second-factor';

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
/** Checking a password takes a processor for a third of a second: more who wait would wait too long. */
const WAITING = { atOnce: 1, perSource: 5, inAll: 40 };

export type NewAgent = { readonly login: string; readonly name: string; readonly role: Role; readonly hash: string };

/** Not available before they sign in. */
export function newAgent({ login, name, role, hash }: NewAgent): Agent {
  const id = randomUUID();
  return { id, login, name, role, password: hash, isAvailable: false, seenAt: 0, isDisabled: false, second: null };
}

export type SignedIn =
  /** `proof`: for this browser to keep, and to show the next time. */
  | { readonly kind: 'in'; readonly token: string; readonly proof: string; readonly agent: Agent }
  | { readonly kind: 'wrong' }
  /** The password is right; the code of the second factor is missing, or is not. */
  | { readonly kind: 'needs-code' | 'wrong-code' }
  /** Too many wrong ones; not even the right one helps now, from there. */
  | { readonly kind: 'locked'; readonly seconds: number }
  /** Nothing was looked at: too many try at once. */
  | { readonly kind: 'busy' };

export type SignInTried = {
  readonly login: string;
  readonly password: string;
  /** Of the second factor, where the agent has one. */
  readonly code?: string | undefined;
  /** Where it comes from. */
  readonly source: string;
  /** What the browser kept, if anything. */
  readonly proof?: string;
};

export type SignIn = {
  /**
   * Guesses of a name are counted for each source by itself, and for each browser somebody with this name has signed in
   * with: nobody's guesses lock anybody out elsewhere.
   */
  enter(tried: SignInTried): Promise<SignedIn>;
  /** A session without a password: for a door that knows by other means who stands there. */
  open(agent: Agent): Promise<string>;
  /** null: nobody, over, unused for too long, or disabled since. Being recognised is being seen. */
  recognise(token: string): Promise<Agent | null>;
  /** Whether this is the password of an agent who is signed in; after too many wrong ones, none is. */
  knows(agent: Agent, password: string): Promise<boolean>;
  leave(token: string): Promise<void>;
};

export type SignInNeeds = {
  readonly agents: Agents;
  readonly tokens: Pick<Tokens, 'guessed' | 'guesses'>;
  readonly seconds: Pick<SecondFactors, 'check'>;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
  /** What passwords are hashed with here; what a kept one cost stands in it. */
  readonly cost?: Cost;
};

export function createSignIn(needs: SignInNeeds): SignIn {
  const { agents, now } = needs;
  const judge = createJudge(needs);

  async function open(agent: Agent): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await agents.seen(agent.id, now());
    await agents.openSession(hashed(token), agent.id, now() + SESSION_MS);
    return token;
  }

  return {
    open,
    async enter(tried) {
      const found = await judge.stranger(tried);
      if (found === null) return { kind: 'busy' };
      if (found === 'locked') return { kind: 'locked', seconds: WRONG_WITHIN_MS / 1000 };
      if (typeof found === 'string') return { kind: found };
      await agents.change(found.id, { isAvailable: true });
      return { kind: 'in', token: await open(found), proof: proofFor(found), agent: { ...found, isAvailable: true } };
    },
    knows: judge.knows,
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

/** Whether a password is right, whoever guesses it how often and how many at once. */
function createJudge({ agents, tokens, seconds, now, cost }: SignInNeeds) {
  // Somebody nobody knows takes as long to refuse as somebody who mistyped.
  const nobody = hashPassword(randomBytes(16).toString('hex'), cost);
  // Many at once can neither outrun the count nor fill the memory; who is known waits for no stranger, and no newcomer
  // for a crowd that guesses.
  const lines = { known: createWaitingLine(WAITING), strangers: createWaitingLine(WAITING) };

  const since = () => now() - WRONG_WITHIN_MS;
  type Guess = {
    readonly agent: Agent | null;
    readonly password: string;
    readonly counted: string;
    readonly code?: string | undefined;
    /** Who is signed in has shown the second factor. */
    readonly isIn?: true;
  };
  type Verdict = Agent | 'wrong' | 'locked' | 'needs-code' | 'wrong-code';
  async function verdict({ agent, password, counted, code, isIn }: Guess): Promise<Verdict> {
    if ((await tokens.guesses(counted, since())) >= MOST_WRONG) return 'locked';
    const isRight = await isPassword(password, agent?.password ?? (await nobody));
    const isTheirs = agent !== null && isRight && !agent.isDisabled;
    if (isTheirs && (isIn || agent.second === null)) return agent;
    if (isTheirs && code === undefined) return 'needs-code';
    if (isTheirs && (await seconds.check(agent, code ?? ''))) return agent;
    await tokens.guessed(counted, now(), since());
    return isTheirs ? 'wrong-code' : 'wrong';
  }

  async function stranger({ login, password, code, source, proof = '' }: SignInTried): Promise<Verdict | null> {
    const name = login.toLowerCase();
    const agent = await agents.byLogin(name);
    const browser = agent && browserOf(agent, proof);
    if (browser) {
      const counted = `desk-browser:${hashed(browser)}`;
      return lines.known.take(browser, () => verdict({ agent, password, counted, code }));
    }
    const counted = `desk-login:${hashed(`${name}\0${source}`)}`;
    return lines.strangers.take(source, () => verdict({ agent, password, counted, code }));
  }

  return {
    /** null: too many try at once. */
    stranger,
    async knows(agent: Agent, password: string): Promise<boolean> {
      const counted = `desk-change:${hashed(agent.id)}`;
      const found = await lines.known.take(agent.id, () => verdict({ agent, password, counted, isIn: true }));
      return found !== null && typeof found === 'object';
    },
  };
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
