/** What a desk's event makes of a hand-off and of the conversation: who owns it, what is open again, what is unread. */

import { kindOfFile } from '../../vocabulary/file-types';
import type { Memory, OpenQuestion, PersonSaid } from '../../vocabulary/memory';
import type { Question } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import type { DeskEvent, HandOff, HandOffState } from './hand-offs';
import type { Packet } from './packet';

export type Owned = { readonly handOff: HandOff; readonly memory: Memory };

export type OwnedBefore = Owned & {
  /** Where the bot stood; null: the packet is gone, and so is what it could go on with. */
  readonly resumePoint: Packet['resumePoint'] | null;
  readonly now: Instant;
  /** Takes personal data out of what a person wrote. */
  readonly clean: (text: string) => string;
  /** Whether it asks about what went wrong, which is what people are asked to mend. */
  readonly isComplaint: (question: Question) => boolean;
};

/** All but a change of words, which owns nothing. */
export type OwningEvent = Exclude<DeskEvent, { kind: 'changed' }>;

/** null: nothing is to be done about it, it says what is so already. */
export function after(event: OwningEvent, before: OwnedBefore): Owned | null {
  if (event.heldBy !== undefined && event.heldBy !== (before.handOff.agent?.id ?? null)) return null;
  switch (event.kind) {
    case 'accepted':
      return isEnded(before.handOff) || before.handOff.agent?.id === event.agent.id ? null : accept(event, before);
    case 'said':
      return said(event, event.isReport || isBelated(event, before.handOff) ? before : accept(event, before), before);
    case 'released':
      return release(before);
    case 'failed':
      return isEnded(before.handOff) ? null : over(event, before, { state: 'failed' });
    case 'returned':
      return isEnded(before.handOff) ? null : over(event, before, { state: 'completed' });
    case 'closed':
      return isEnded(before.handOff)
        ? null
        : over(event, before, {
            state: 'completed',
            done: event.done,
            topic: event.topic && before.clean(event.topic),
          });
  }
}

/**
 * Also of one that is over: whoever writes has taken it again, and the bot must not talk over them. While somebody has
 * another one, only that one is theirs: what is written here is passed on, and takes nothing.
 */
function accept(
  { agent, at }: Extract<DeskEvent, { kind: 'accepted' | 'said' }>,
  { handOff, memory, now }: OwnedBefore,
): Owned {
  if (memory.owner === 'human' && !isCurrent(handOff, memory)) return { handOff, memory };
  const isNew = isEnded(handOff) || handOff.agent === null;
  const acceptedAt = isNew ? at : (handOff.acceptedAt ?? at);
  const taken = { ...handOff, state: 'accepted', agent, acceptedAt, endedAt: null } as const;
  const { failed, ...known } = isCurrent(handOff, memory) && memory.handOff ? memory.handOff : begun(handOff);
  const takenAt = isNew ? now : (known.takenAt ?? now);
  return { handOff: taken, memory: { ...memory, owner: 'human', handOff: { ...known, agent: agent.name, takenAt } } };
}

/** It waits for the team as it did before anybody took it, and for as long as it has waited. */
function release({ handOff, memory }: OwnedBefore): Owned | null {
  if (isEnded(handOff) || handOff.agent === null) return null;
  const free = { ...handOff, state: 'pending', agent: null, acceptedAt: null } as const;
  if (!isCurrent(handOff, memory) || !memory.handOff) return { handOff: free, memory };
  const { agent, takenAt, ...waiting } = memory.handOff;
  return { handOff: free, memory: { ...memory, handOff: waiting } };
}

function begun({ id, reference, createdAt }: HandOff): NonNullable<Memory['handOff']> {
  return { id, reference, since: createdAt };
}

function said(
  { id, agent, text, file, isReport }: Extract<DeskEvent, { kind: 'said' }>,
  { handOff, memory }: Owned,
  { now, clean }: OwnedBefore,
): Owned {
  const product = memory.handOff?.product;
  const one: PersonSaid = {
    id,
    by: agent.name,
    at: now,
    text: clean(text),
    ...(file ? { sent: kindOfFile(file) } : {}),
    ...(product ? { product } : {}),
  };
  // A report of somebody who had it before answers nobody who waits for a colleague.
  const isAnswer = !isReport || handOff.agent?.id === agent.id;
  return {
    handOff: isAnswer ? { ...handOff, waitingSince: null } : handOff,
    memory: { ...memory, unread: remembered([...memory.unread, one]) },
  };
}

/** So many in any case, and more as long as they are short: a memory is read with every turn. The chat has them all. */
const UNREAD = { least: 10, signs: 12_000, each: 150 } as const;

/** The latest of them. */
export function remembered(unread: Memory['unread']): Memory['unread'] {
  let signs = 0;
  const from = unread.findLastIndex(({ text }, at) => {
    signs += text.length + UNREAD.each;
    return unread.length - at > UNREAD.least && signs > UNREAD.signs;
  });
  return unread.slice(from + 1);
}

export function isEnded({ state }: Pick<HandOff, 'state'>): boolean {
  return state === 'completed' || state === 'failed';
}

/** Written before the end and told after it: webhooks overtake each other, and this takes nothing back. */
function isBelated({ at }: DeskEvent, handOff: HandOff): boolean {
  return isEnded(handOff) && handOff.endedAt !== null && at < handOff.endedAt;
}

/** An older hand-off than the one that is open changes nothing about who owns the conversation. */
function isCurrent(handOff: HandOff, memory: Memory): boolean {
  return memory.handOff === null || memory.handOff.id === handOff.id;
}

function over(
  { at }: DeskEvent,
  { handOff, memory, resumePoint, now, isComplaint }: OwnedBefore,
  note: { readonly state: HandOffState } & Partial<Pick<HandOff, 'done' | 'topic'>>,
): Owned {
  const ended: HandOff = { ...handOff, ...note, endedAt: at, waitingSince: null };
  if (!isCurrent(handOff, memory)) return { handOff: ended, memory };
  const known = memory.handOff && { ...memory.handOff, ...endedAs(handOff, memory.handOff, note.state) };
  const back = { ...memory, owner: 'bot', handOff: known } as const;
  // A person has placed the order: to ask for it once more would order it twice.
  if (!resumePoint || note.done === 'order-placed') return { handOff: ended, memory: back };
  // Whoever has seen to a torn bag is not followed by "how many of them is it?".
  const isSeenTo = note.done !== undefined && note.done !== 'nothing';
  const then = resumePoint.questions.filter(({ question }) => !isSeenTo || !isComplaint(question));
  const questions = reopened(then, memory.questions, now);
  const topic = Object.keys(memory.topic).length > 0 ? memory.topic : resumePoint.topic;
  return { handOff: ended, memory: { ...back, questions, topic } };
}

/** Whom nobody could reach is told so; whom a person helped is asked how well, once. */
function endedAs(
  { agent }: HandOff,
  { rating = 'due' }: NonNullable<Memory['handOff']>,
  state: HandOffState,
): Partial<NonNullable<Memory['handOff']>> {
  if (state === 'failed') return { failed: true };
  return agent ? { rating } : {};
}

/** What was open when the person took over is open again, as from now, and offered once; what came since stays on top. */
function reopened(
  then: readonly OpenQuestion[],
  since: readonly OpenQuestion[],
  now: Instant,
): readonly OpenQuestion[] {
  const waiting = then.filter(({ question }) => question.ifLeft === 'wait' && !isAmong(question.id, since));
  return [...waiting.map((open) => ({ ...open, at: now, offered: false })), ...since];
}

function isAmong(id: string, questions: readonly OpenQuestion[]): boolean {
  return questions.some(({ question }) => question.id === id);
}
