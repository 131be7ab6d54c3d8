/** What replies are called where it does not matter how they are worded: a question is one, whatever it is said as. */

import { DECLARED } from './contract';

const RUNG = /\.(ask|reprompt|guide|help)$/;

export const REPLY_NAMES: ReadonlySet<string> = new Set([...DECLARED.keys()].map((key) => key.replace(RUNG, '')));

/** Of a text or a key: without its plural form, its manner, its letter, and what a question is said as. */
export function replyNameOf(path: readonly string[]): string {
  const plain = path.map((step) => step.replace(/_.*$/, ''));
  const worded = plain.at(-1)?.length === 1 ? plain.slice(0, -1) : plain;
  const name = worded.join('.');
  return REPLY_NAMES.has(name) ? name : name.replace(RUNG, '');
}
