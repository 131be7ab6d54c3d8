/** What was said while the shop did not tell who somebody is: it goes on as soon as it does, for whoever speaks has only one conversation. */

import { isMine } from '../intents/kit/questions';
import type { Turn } from '../vocabulary/heard';
import type { Memory } from '../vocabulary/memory';

/**
 * `aside`: the memory of the conversation they were taken into, where it is the later one; null: it is not. What was asked before
 * lies beneath: a yes to the one must never be taken for a yes to the other.
 */
export function wentOn(own: Memory, aside: Memory | null, turn: Turn): Memory {
  if (aside === null || aside.session !== turn.session.id) return own;
  const beneath = own.questions.map((one) => (isMine(one, turn) ? { ...one, covered: true as const } : one));
  const asked = aside.questions.filter((one) => isMine(one, turn));
  return { ...own, questions: [...beneath, ...asked], last: aside.last };
}
