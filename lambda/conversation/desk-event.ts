/** What people do at a desk becomes part of the conversation: one commit each, in the same order for everybody. */

import type { Logger } from 'pino';
import { backFrom } from '../intents/parts/person';
import type { Voice } from '../language/speech/say';
import { type Merchant, supportContact } from '../services/commerce/merchant';
import type { Commit, Fact } from '../services/conversation/conversation';
import type { HistoryLine } from '../services/conversation/lines';
import type { DeskEvent } from '../services/hand-off/hand-offs';
import { after } from '../services/hand-off/ownership';
import { ownOf, redact } from '../services/privacy/redact';
import type { Store } from '../services/store';
import type { Answer } from '../vocabulary/answer';
import type { Reply } from '../vocabulary/outcome';
import { type Happened, outboxOf } from './desk-outbox';

export type DeskEventNeeds = {
  readonly store: Store;
  readonly voice: Voice;
  readonly merchant: Merchant;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: Pick<Logger, 'warn'>;
};

/** `known`: it was applied before, or says what is so already. `unknown`: there is no such hand-off. */
export type Applied = 'applied' | 'known' | 'unknown';

export type DeskEvents = {
  /** Durable when it resolves. Throws when the store cannot be used, so that whoever brought it brings it again. */
  apply(event: DeskEvent): Promise<Applied>;
};

/** A conflict means that a turn of the shopper was faster. */
const MOST_TRIES = 20;

export function createDeskEvents(needs: DeskEventNeeds): DeskEvents {
  const { store } = needs;
  async function once(event: DeskEvent): Promise<Applied | 'conflict'> {
    const handOff = await store.handOffs.get(event.handOffId);
    const stored = handOff && (await store.conversations.load(handOff.conversationId));
    if (!handOff || !stored) return 'unknown';
    if ((await store.conversations.answerOf('desk', event.id)) !== null) return 'known';
    const packet = await store.handOffs.packet(handOff.id);
    const owned = after(event, {
      handOff,
      memory: stored.memory,
      resumePoint: packet?.resumePoint ?? null,
      now: needs.now(),
      clean: (text) => cleaned(text, needs.merchant),
    });
    if (!owned) return 'known';
    const commit = await commitOf({ event, before: handOff, stored, owned, packet }, needs);
    return (await store.conversations.commit(commit)) === 'committed' ? 'applied' : 'conflict';
  }
  return {
    async apply(event) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const applied = await once(event);
        if (applied === 'unknown')
          needs.log.warn({ event: event.id, kind: event.kind }, 'a desk tells of a hand-off nobody knows');
        if (applied !== 'conflict') return applied;
      }
      throw new Error('the conversation kept changing under an event of the desk');
    },
  };
}

/** The shop's own address, number and site may stand in a reply. */
function cleaned(text: string, merchant: Merchant): string {
  return redact(text, [], { keep: ownOf(merchant) });
}

async function commitOf(happened: Happened, needs: DeskEventNeeds): Promise<Commit> {
  const { event, before, stored, owned } = happened;
  const { handOff, memory } = owned;
  const at = needs.now();
  const says = backFrom(event, { before: stored.memory, after: memory, contact: supportContact(needs.merchant) });
  const said = says.length === 0 ? null : inWords(says, before.locale, needs);
  const answer: Answer = {
    said,
    question: null,
    intent: null,
    slots: {},
    replies: says.map(({ key }) => key),
    owner: memory.owner,
  };
  return {
    conversationId: before.conversationId,
    expectedVersion: stored.version,
    memory,
    history: linesOf(event, { said, at }, needs),
    outbox: await outboxOf({ ...happened, said }, needs.store),
    handOff,
    fact: factOf(happened, answer, at),
    answer: { channel: 'desk', requestId: event.id, body: JSON.stringify(answer) },
  };
}

function inWords(replies: readonly Reply[], locale: string, { voice }: DeskEventNeeds) {
  const { wording, ...said } = voice.say({ replies, ending: { kind: 'close' } }, { locale, wording: {}, seed: '' });
  return said;
}

type Said = NonNullable<Answer['said']>;

function linesOf(
  event: DeskEvent,
  { said, at }: { readonly said: Said | null; readonly at: number },
  { merchant }: DeskEventNeeds,
): readonly HistoryLine[] {
  const bot: readonly HistoryLine[] = said ? [{ at, by: 'bot', channel: 'desk', text: said.speech.text }] : [];
  if (event.kind !== 'said') return bot;
  const text = cleaned(event.text, merchant);
  return [{ at, by: 'person', channel: 'desk', name: event.agent.name, text, show: { ref: event.id } }, ...bot];
}

function factOf({ event, before, owned }: Happened, { replies, owner }: Answer, at: number): Fact {
  return {
    turn: event.id,
    at,
    channel: 'desk',
    locale: before.locale,
    heard: event.kind,
    intent: null,
    replies,
    asks: null,
    outcome: event.kind === 'failed' ? 'failed' : 'person',
    misses: 0,
    milliseconds: Math.max(0, at - (owned.handOff.acceptedAt ?? before.createdAt)),
    wording: { [owner]: 1 },
  };
}
