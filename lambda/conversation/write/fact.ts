/** What is kept of a turn for ever: no personal data, and no words. */

import { createHash } from 'node:crypto';
import { effectOf } from '../../intents/kit/effects';
import { openFor } from '../../intents/kit/questions';
import type { Fact } from '../../services/conversation/conversation';
import type { DeskEvent, HandOff } from '../../services/hand-off/hand-offs';
import type { Answer } from '../../vocabulary/answer';
import type { Heard } from '../../vocabulary/heard';
import type { Outcome } from '../../vocabulary/outcome';
import type { Finished } from './finished';

export function turnFact({ decision, answer, scene, arrived, wording }: Finished, now: number): Fact {
  const { id, channel, locale } = scene.turn;
  const before = openFor(scene.turn, scene.memory)?.question.id;
  return {
    turn: factIdOf(id),
    ...{ at: now, channel, locale },
    heard: arrived.heard.kind,
    intent: answer.intent,
    replies: answer.replies,
    asks: answer.question?.id ?? null,
    ...(before === undefined ? {} : { answers: before }),
    outcome: outcomeOf(decision.outcome, arrived.heard),
    rating: effectOf(decision.outcome, 'rated')?.rating ?? null,
    misses: decision.memory.misses.inARow,
    milliseconds: now - arrived.at,
    wording: Object.fromEntries(answer.replies.flatMap((key) => (key in wording ? [[key, wording[key] ?? 0]] : []))),
  };
}

type Unasked = Pick<Fact, 'at' | 'channel' | 'locale'> & { readonly requestId: string };

/** Of what no turn brought about. */
export function unaskedFact({ requestId, ...when }: Unasked, { replies }: Answer): Fact {
  return {
    turn: factIdOf(requestId),
    ...when,
    ...{ heard: 'event', intent: null, replies, asks: null, outcome: 'closed', rating: null },
    ...{ misses: 0, milliseconds: 0, wording: {} },
  };
}

/** The id of a turn may name its contact, or its conversation: what stays for ever must not. */
function factIdOf(turnId: string): string {
  return createHash('sha256').update(`fact\0${turnId}`).digest('hex').slice(0, 24);
}

function outcomeOf(outcome: Outcome, heard: Heard): Fact['outcome'] {
  if (heard.kind === 'ended') return 'ended';
  if (effectOf(outcome, 'placed')) return 'placed';
  if (effectOf(outcome, 'hand-off')) return 'handed-off';
  return outcome.ending.kind === 'ask' ? 'asked' : 'closed';
}

type Desked = { readonly event: DeskEvent; readonly before: HandOff; readonly after: HandOff; readonly at: number };

export function deskFact({ event, before, after, at }: Desked, { replies, owner, question }: Answer): Fact {
  return {
    turn: event.id,
    ...{ at, channel: 'desk', locale: before.locale },
    heard: event.kind,
    intent: null,
    replies,
    asks: question?.id ?? null,
    outcome: event.kind === 'failed' ? 'failed' : 'person',
    rating: null,
    misses: 0,
    milliseconds: Math.max(0, at - (after.acceptedAt ?? before.createdAt)),
    wording: { [owner]: 1 },
  };
}
