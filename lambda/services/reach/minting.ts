/** Makes and redeems links and codes: unguessable or locked, used once; no raw one is ever stored. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../vocabulary/values';
import { LINK_SECRET, type NewToken, SHORT_CODE, type Tokens } from './tokens';

export const LINK_MS = 24 * 3_600_000;
export const CODE_MS = 10 * 60_000;
/** OWASP ASVS 6.6.3 asks for a limit: so many guesses of one sender within the life of a code. */
const MOST_GUESSES = 5;
/** After so many of all together each has one left: a crowd is slowed down, and whoever knows a code comes in. */
const MOST_OF_A_CROWD = 1_000;
const LEFT_IN_A_CROWD = 1;
/** So many wrong postcodes end a code, whoever tried them: somebody has found it and does not know whose it is. */
const MOST_PROOFS = 5;
const EVERYBODY = 'everybody';

/** Secrets are made from the server's own and an id, so that no raw one is ever stored, not even in a stored answer. */
export type Minting = {
  /** The secret of a link with this id. */
  secretOf(id: string): string;
  /** The six digits of a code with this id. */
  codeOf(id: string): string;
  link(id: string, conversationId: string, now: Instant): NewToken;
  /** `proof`: what has to be said with it, e.g. the postcode. */
  code(id: string, to: { readonly conversationId: string; readonly proof: string | null }, now: Instant): NewToken;
  /** Of whose data: `shopper:ID`, or a channel and an address. */
  file(id: string, owner: string, now: Instant): NewToken;
  hash(secret: string): string;
  proof(text: string, secret: string): string;
};

/** `secret`: the server's own, at least 32 random bytes; all servers of one shop have the same. */
export function createMinting(secret: string): Minting {
  const mac = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\0${text}`);
  const hash = (value: string) => mac('hash', value).digest('hex');
  const secretOf = (id: string) => mac('link', id).digest('base64url').slice(0, 22);
  // Digits that begin with a 0 look like a telephone number.
  const codeOf = (id: string) => String(100_000 + (mac('code', id).digest().readUIntBE(0, 6) % 900_000));
  const proof = (text: string, code: string) => mac('proof', `${code}\0${folded(text)}`).digest('hex');
  const linked = (
    kind: 'link' | 'file',
    id: string,
    to: { readonly conversationId: string; readonly now: Instant },
  ) => {
    const { conversationId, now } = to;
    return { hash: hash(secretOf(id)), kind, conversationId, expiresAt: now + LINK_MS, proof: null };
  };
  return {
    secretOf,
    codeOf,
    hash,
    proof,
    link: (id, conversationId, now) => linked('link', id, { conversationId, now }),
    file: (id, owner, now) => linked('file', id, { conversationId: owner, now }),
    code: (id, to, now) => ({
      hash: hash(codeOf(id)),
      kind: 'code',
      conversationId: to.conversationId,
      expiresAt: now + CODE_MS,
      proof: to.proof === null ? null : proof(to.proof, codeOf(id)),
    }),
  };
}

/** Spaces, signs and case do not matter in a postcode. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

export type Redeemed =
  | { readonly kind: 'good'; readonly token: NewToken }
  /** Right, but the postcode has to come with it. */
  | { readonly kind: 'proof-needed' }
  | { readonly kind: 'wrong' }
  /** Too many wrong ones; not even a right one helps now. */
  | { readonly kind: 'locked' };

export type TriedSecret = { readonly secret: string; readonly proof?: string };

export type Redeeming = {
  /** Looks whether it is good, without using it. `who`: whose guesses are counted together. */
  look(tried: TriedSecret, who: string): Promise<Redeemed>;
  /** One that was looked at before, if it is still good. */
  find(hash: string): Promise<NewToken | null>;
  /** True for exactly one caller. */
  use(token: NewToken): Promise<boolean>;
  /** Whose data a link gives, once; null: it is none, was used, or is over. */
  takeFile(secret: string): Promise<string | null>;
};

export function createRedeeming(kept: Tokens, minting: Minting, now: () => Instant): Redeeming {
  const since = () => now() - CODE_MS;
  /** Counted before it is looked at: a hundred guesses at once are a hundred. */
  async function isLocked(who: string): Promise<boolean> {
    const own = await kept.guessed(minting.hash(who), now(), since());
    // Who is locked adds nothing to what the others may do.
    if (own > MOST_GUESSES) return true;
    const all = await kept.guessed(EVERYBODY, now(), since());
    return all > MOST_OF_A_CROWD && own > LEFT_IN_A_CROWD;
  }
  async function isProven(token: NewToken, given: string): Promise<boolean> {
    if (token.proof !== null && isSame(token.proof, given)) return true;
    const wrong = await kept.guessed(minting.hash(`proofs of ${token.hash}`), now(), since());
    if (wrong >= MOST_PROOFS) await kept.use(token.hash, now());
    return false;
  }
  return {
    async look({ secret, proof }, who) {
      const isCode = SHORT_CODE.test(secret);
      // A link cannot be guessed, so nobody is locked out of one.
      if (isCode && (await isLocked(who))) return { kind: 'locked' };
      const token = isCode || LINK_SECRET.test(secret) ? await kept.find(minting.hash(secret), now()) : null;
      if (!token || token.kind === 'file') return { kind: 'wrong' };
      if (token.proof === null) return { kind: 'good', token };
      if (proof === undefined) return { kind: 'proof-needed' };
      return (await isProven(token, minting.proof(proof, secret))) ? { kind: 'good', token } : { kind: 'wrong' };
    },
    find: (hash) => kept.find(hash, now()),
    use: (token) => kept.use(token.hash, now()),
    async takeFile(secret) {
      const token = LINK_SECRET.test(secret) ? await kept.find(minting.hash(secret), now()) : null;
      return token?.kind === 'file' && (await kept.use(token.hash, now())) ? token.conversationId : null;
    },
  };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
