/** Commits, attempts and packets for tests of a store: whole, small, and told apart by a number. */

import type { Attempts } from '../../lambda/services/commerce/attempts';
import type { Commit } from '../../lambda/services/conversation/conversation';
import { freshMemory } from '../../lambda/services/conversation/memory';
import type { Packet } from '../../lambda/services/hand-off/packet';

export const NOW = Date.UTC(2026, 10, 22, 9);

/** The commit that brings `conversationId` from `expectedVersion` to the next; its request id is its own unless given. */
export function commitOf(conversationId: string, expectedVersion: number, over: Partial<Commit> = {}): Commit {
  const requestId = `${conversationId}/${expectedVersion}`;
  return {
    conversationId,
    expectedVersion,
    follows: 0,
    memory: { ...freshMemory(), visits: expectedVersion + 1 },
    history: [
      { at: NOW, by: 'shopper', channel: 'alexa', text: `asks ${expectedVersion + 1}` },
      { at: NOW, by: 'bot', channel: 'alexa', text: `answers ${expectedVersion + 1}` },
    ],
    outbox: [],
    ...{ told: [], tokens: [], joins: [], missed: [], files: [], mirror: null, amended: null },
    fact: {
      turn: requestId,
      at: NOW,
      channel: 'alexa',
      locale: 'it-IT',
      heard: 'intent',
      intent: 'Reorder',
      replies: ['Reorder.summary'],
      asks: null,
      outcome: 'closed',
      misses: 0,
      rating: null,
      milliseconds: 3,
      wording: {},
    },
    answer: { channel: 'alexa', requestId, body: `body of ${requestId}` },
    ...over,
  };
}

export function packetOf(id: string, createdAt: number): Packet {
  return {
    version: 1,
    id,
    reference: '12345678',
    reason: 'asked',
    createdAt,
    locale: 'it-IT',
    summary: ['wants a person'],
    intent: 'TalkToHuman',
    slots: {},
    openQuestion: null,
    notUnderstood: [],
    transcript: [{ at: NOW, by: 'shopper', channel: 'alexa', text: 'TalkToHuman' }],
    orders: [],
    lines: [],
    about: [],
    wish: 'answer',
    answerTo: null,
    shopper: { id: 'p-1', guest: false, name: null },
    channels: ['alexa'],
    resumePoint: { questions: [], topic: {} },
  };
}

export function attemptOf(
  proposalId: string,
  over: Partial<Parameters<Attempts['begin']>[0]> = {},
): Parameters<Attempts['begin']>[0] {
  return {
    proposalId,
    conversationId: 'c',
    shopperId: 'ana',
    proposal: `{"id":"${proposalId}"}`,
    startedAt: NOW,
    ...over,
  };
}

/** Another request than the sample's. */
export function own(mark: string | number): Partial<Commit> {
  return { answer: { channel: 'alexa', requestId: `own-${mark}`, body: 'body' } };
}

/** Lets so many turns of the event loop, or of its microtasks, go by. */
export async function ticks(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await (left % 2 === 0 ? Promise.resolve() : new Promise(setImmediate));
}
