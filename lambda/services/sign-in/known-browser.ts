/** What a browser shows in which somebody has signed in before: strangers' guesses never stand in its way. */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Agent } from './agents';

const PROOF = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * Made with the kept hash of the password, which leaves the store nowhere else: it holds on every server, and until the
 * password changes. It opens nothing.
 */
export function proofFor(agent: Agent): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${sealed(agent, nonce).toString('base64url')}`;
}

/** Which of the agent's browsers this is; null: none. */
export function browserOf(agent: Agent, proof: string): string | null {
  const [, nonce = '', seal = ''] = PROOF.exec(proof) ?? [];
  const given = Buffer.from(seal, 'base64url');
  const right = sealed(agent, nonce);
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
}

function sealed({ id, password }: Agent, nonce: string): Buffer {
  return createHmac('sha256', password).update(`known-browser\0${id}\0${nonce}`).digest();
}
