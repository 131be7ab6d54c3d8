/** What people do at a desk becomes part of the conversation: one commit each, in the same order for everybody. */

import type { Logger } from 'pino';
import { policyOf } from '../dialogue/index';
import { pushAnywhere } from '../intents/kit/questions';
import { askHelpedInWriting } from '../intents/parts/feedback-helped';
import { backFrom } from '../intents/parts/person';
import { type Merchant, supportContact } from '../services/commerce/merchant';
import type { Commit, Stored } from '../services/conversation/conversation';
import type { DeskEvent, HandOff } from '../services/hand-off/hand-offs';
import { after, type Owned } from '../services/hand-off/ownership';
import { ownOf, redact } from '../services/privacy/redact';
import type { Answer } from '../vocabulary/answer';
import type { Memory } from '../vocabulary/memory';
import type { Question, Reply } from '../vocabulary/outcome';
import { changeOf, type WordsChanged } from './desk-change';
import { isGoing } from './join-aside';
import { type Try, untilKept } from './retry';
import { sayAlone, silence } from './words';
import { type DeskHappening, deskDeliveries } from './write/deliveries';
import { deskFact } from './write/fact';
import { deskLines } from './write/transcript';
import type { TellNeeds } from './write/unasked';

export type DeskEventNeeds = TellNeeds & { readonly log: Pick<Logger, 'warn'> };

/** `known`: it was applied before, or says what is so already. `unknown`: there is no such hand-off. */
export type Applied = 'applied' | 'known' | 'unknown';

export type DeskEvents = {
  /** Durable when it resolves. Throws when the store cannot be used, so that whoever brought it brings it again. */
  apply(event: DeskEvent): Promise<Applied>;
};

export function createDeskEvents(needs: DeskEventNeeds): DeskEvents {
  const { store, merchant } = needs;
  const clean = (text: string) => cleaned(text, merchant);
  async function once(event: DeskEvent): Promise<Try<Applied, null>> {
    const handOff = await store.handOffs.get(event.handOffId);
    const stored = handOff && (await store.conversations.load(handOff.conversationId));
    if (!handOff || !stored) return { done: 'unknown' };
    if ((await store.conversations.answerOf('desk', event.id)) !== null) return { done: 'known' };
    if (isGoing(stored.memory, needs.now())) return later();
    if (event.kind === 'changed') return changed(event, { handOff, stored });
    const packet = await store.handOffs.packet(handOff.id);
    const owned = after(event, {
      handOff,
      memory: stored.memory,
      resumePoint: packet?.resumePoint ?? null,
      now: needs.now(),
      clean,
      isComplaint: (question) => policyOf(question).group === 'complaint',
    });
    if (!owned) return { done: 'known' };
    return keep(await commitOf({ event, before: handOff, stored, owned, packet }, needs));
  }
  async function changed(event: WordsChanged, before: { readonly handOff: HandOff; readonly stored: Stored }) {
    const commit = await changeOf(event, before, { ...needs, clean });
    return commit ? keep(commit) : { done: 'known' as const };
  }
  async function keep(commit: Commit): Promise<Try<Applied, null>> {
    const isKept = (await store.conversations.commit(commit)) === 'committed';
    return isKept ? { done: 'applied' } : { overtaken: null };
  }
  return {
    async apply(event) {
      const applied = await untilKept(() => once(event));
      if (applied === 'unknown')
        needs.log.warn({ event: event.id, kind: event.kind }, 'a desk tells of a hand-off nobody knows');
      return applied;
    },
  };
}

/** It is found where it goes by the next try. */
async function later(): Promise<Try<Applied, null>> {
  await new Promise((resolve) => setImmediate(resolve));
  return { overtaken: null };
}

/** The shop's own address, number and site may stand in a reply. */
function cleaned(text: string, merchant: Merchant): string {
  return redact(text, [], { keep: ownOf(merchant) });
}

type Happened = Omit<DeskHappening, 'said'> & { readonly owned: Owned };

async function commitOf(happened: Happened, needs: DeskEventNeeds): Promise<Commit> {
  const { event, before, stored, owned } = happened;
  const { store, voice, merchant } = needs;
  const at = needs.now();
  const says = backFrom(event, { before: stored.memory, after: owned.memory, contact: supportContact(merchant) });
  const { memory, question } = asking(owned.memory, says, at);
  const ending = question ? ({ kind: 'ask', question } as const) : ({ kind: 'close' } as const);
  const said = says.length === 0 ? null : sayAlone({ replies: says, ending }, before, voice);
  const answer: Answer = { ...silence(memory.owner), said, question, replies: says.map(({ key }) => key) };
  return {
    conversationId: before.conversationId,
    expectedVersion: stored.version,
    follows: 0,
    memory,
    history: deskLines(event, { said, question, at }, (text) => cleaned(text, merchant)),
    ...(await deskDeliveries({ ...happened, said }, store)),
    ...{ told: [], tokens: [], missed: [], mirror: null, amended: null, handOff: owned.handOff },
    files: event.kind === 'said' && event.file ? [event.file] : [],
    fact: deskFact({ event, before, after: owned.handOff, at }, answer),
    answer: { channel: 'desk', requestId: event.id, body: JSON.stringify(answer) },
  };
}

type Asking = { readonly memory: Memory; readonly question: Question | null };

/** Behind the last word of the person, how well they helped; what they interrupted is gone on with first. */
function asking(memory: Memory, says: readonly Reply[], at: number): Asking {
  const ending = says.length === 1 ? askHelpedInWriting(memory, at) : null;
  if (ending?.kind !== 'ask') return { memory, question: null };
  const { question } = ending;
  const handOff = memory.handOff && { ...memory.handOff, rating: 'asked' as const };
  const advice = { ...memory.advice, ratedAt: at };
  return { question, memory: { ...memory, handOff, advice, questions: pushAnywhere(memory.questions, question, at) } };
}
