/** The last stage of a turn: what is written down, and all of it redacted before it is. */

import { createHash } from 'node:crypto';
import type { Decision } from '../../dialogue/decide';
import type { Scene } from '../../intents/kit/define';
import type { Commit, Fact } from '../../services/conversation/conversation';
import type { HistoryLine } from '../../services/conversation/lines';
import type { HandOff } from '../../services/hand-off/hand-offs';
import type { Packet } from '../../services/hand-off/packet';
import { ownOf, redact } from '../../services/privacy/redact';
import { writtenAnswer, writtenMemory } from '../../services/privacy/written';
import type { OutboxItem } from '../../services/queue/item';
import { answerItem, deskMessage, endItem, handOffItem, messageOf, shopperMessage } from '../../services/queue/items';
import type { Answer, Said } from '../../vocabulary/answer';
import type { Heard, Turn } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';
import type { Outcome } from '../../vocabulary/outcome';
import { inAgentsWords, makePacket, type PacketNeeds } from './packet';
import { isForPerson, linesOf } from './transcript';

type Needs = Omit<PacketNeeds, 'clean'>;

export type Finished = {
  readonly decision: Decision;
  readonly answer: Answer;
  readonly wording: Memory['wording'];
  readonly scene: Scene;
  /** The turn as it came, before typed words became an intent. */
  readonly arrived: Turn;
  readonly version: number;
  readonly started: number;
};

export async function record(finished: Finished, needs: Needs): Promise<Commit> {
  const { decision, answer, scene, arrived, version } = finished;
  const { outcome } = decision;
  const keep = ownOf(needs.merchant);
  const clean = once((text) => redact(text, scene.shopper?.known ?? [], { keep }));
  const history = linesOf(finished, clean, needs.now());
  const all = { ...needs, clean };
  const packet = outcome.handOff && (await makePacket({ request: outcome.handOff, scene, history }, all));
  const written: Written = { finished, history, packet: packet ?? null, words: wordsForPerson(finished, history, all) };
  const handOff = await handOffAfter(written, needs);
  const memory = answer.said ? { ...decision.memory, wording: finished.wording } : decision.memory;
  const writing = { clean, firstName: scene.shopper?.firstName ?? null };
  return {
    conversationId: scene.conversationId,
    expectedVersion: version,
    memory: writtenMemory(memory, writing),
    history,
    outbox: await outboxOf(written, needs),
    ...(packet ? { packet } : {}),
    ...(handOff ? { handOff } : {}),
    ...(outcome.tokens ? { tokens: outcome.tokens } : {}),
    from: { channel: arrived.channel, address: arrived.address },
    fact: factOf(finished, needs.now()),
    answer: { channel: arrived.channel, requestId: arrived.requestId, body: writtenAnswer(answer, writing) },
  };
}

/** Most texts of a turn are written in several places: each is looked through once. */
function once(clean: (text: string) => string): (text: string) => string {
  const cleaned = new Map<string, string>();
  return (text) => {
    const known = cleaned.get(text) ?? clean(text);
    cleaned.set(text, known);
    return known;
  };
}

type Written = {
  readonly finished: Finished;
  readonly history: readonly HistoryLine[];
  readonly packet: Packet | null;
  /** For the person who has the conversation; null: nothing. */
  readonly words: string | null;
};

/** The shopper's own words, or in the agent's language what the bot noted for them. */
function wordsForPerson({ decision, scene }: Finished, history: readonly HistoryLine[], needs: PacketNeeds) {
  const { forPerson } = decision.outcome;
  if (forPerson)
    return 'words' in forPerson ? needs.clean(forPerson.words) : inAgentsWords([forPerson], needs).join(' ');
  if (!isForPerson(scene) || decision.outcome.replies.length > 0) return null;
  return history.map(({ text }) => text).join('\n');
}

/** The hand-off this turn began, or what it changed about the open one. */
async function handOffAfter({ finished, packet, words }: Written, { store, now }: Needs): Promise<HandOff | null> {
  const { decision, scene } = finished;
  if (packet) return begun(packet, scene.conversationId);
  const open = scene.memory.handOff;
  const isTakenBack = scene.memory.owner === 'human' && decision.memory.owner === 'bot';
  if (!open || (words === null && !isTakenBack && !decision.outcome.wish)) return null;
  const before = await store.handOffs.get(open.id);
  if (!before) return null;
  if (isTakenBack) return { ...before, state: 'completed', endedAt: now(), waitingSince: null };
  const wish = decision.outcome.wish ?? before.wish;
  return { ...before, wish, waitingSince: before.waitingSince ?? now() };
}

function begun(packet: Packet, conversationId: string): HandOff {
  const { id, reference, reason, wish, locale, createdAt } = packet;
  const nobody = { agent: null, acceptedAt: null, endedAt: null, done: null, topic: null } as const;
  return {
    ...{ id, conversationId, reference, reason, wish, locale, createdAt },
    ...nobody,
    state: 'initiated',
    waitingSince: createdAt,
  };
}

/** What has to reach somebody outside, at least once: it is committed with the turn. */
async function outboxOf({ finished, packet, words }: Written, { now, voice }: Needs): Promise<readonly OutboxItem[]> {
  const { decision, answer, scene } = finished;
  const { outcome } = decision;
  const { memory, turn } = scene;
  const items: (OutboxItem | null)[] = [];
  const from = `${turn.channel}:${turn.requestId}`;
  if (packet) items.push(handOffItem(packet));
  if (words !== null && memory.handOff) {
    items.push(deskMessage(from, { handOff: memory.handOff.id, text: words, at: now() }));
  }
  if (memory.owner === 'human' && decision.memory.owner === 'bot' && memory.handOff) {
    items.push(endItem(memory.handOff.id, from));
  }
  if (outcome.placed) items.push(await receiptItem(outcome.placed, answer.said, scene));
  if (outcome.toPhone) {
    const { contact, replies, link } = outcome.toPhone;
    const how = { locale: turn.locale, wording: {}, seed: turn.id };
    const said = voice.say({ replies, ending: { kind: 'close' } }, how);
    const body = { ...messageOf(said, { address: contact.id, locale: turn.locale }), link };
    items.push(shopperMessage(`phone:${turn.requestId}`, contact, body));
  }
  items.push(answerItem(answer, scene));
  return items.filter((item) => item !== null);
}

/** The details of an order, to the e-mail address the account consents to; null: there is none, or no e-mail here. */
export async function receiptItem(orderId: string, said: Said | null, scene: Scene): Promise<OutboxItem | null> {
  if (said?.card?.kind !== 'simple') return null;
  const { shopper, conversationId, services, turn } = scene;
  if (services.merchant.mailsReceipts) return null;
  const contact = await services.reach.mail({ conversationId, shopper, locale: turn.locale });
  if (!contact) return null;
  const { title, text } = said.card;
  const to = { address: contact.id, locale: turn.locale };
  const body = { ...messageOf({ ...said, options: [], card: null }, to), title, text };
  return shopperMessage(`placed:${orderId}`, { channel: 'email' }, body);
}

function factOf({ decision, answer, scene, arrived, started, wording }: Finished, now: number): Fact {
  const { turn } = scene;
  return {
    turn: factIdOf(turn.id),
    at: now,
    channel: turn.channel,
    locale: turn.locale,
    heard: arrived.heard.kind,
    intent: answer.intent,
    replies: answer.replies,
    asks: answer.question?.id ?? null,
    outcome: outcomeOf(decision.outcome, arrived.heard),
    misses: decision.memory.misses.inARow,
    milliseconds: now - started,
    wording: Object.fromEntries(answer.replies.flatMap((key) => (key in wording ? [[key, wording[key] ?? 0]] : []))),
  };
}

/** The id of a written turn names its contact: what stays for ever must not. */
function factIdOf(turnId: string): string {
  return createHash('sha256').update(`fact\0${turnId}`).digest('hex').slice(0, 24);
}

function outcomeOf(outcome: Outcome, heard: Heard): Fact['outcome'] {
  if (heard.kind === 'ended') return 'ended';
  if (outcome.placed) return 'placed';
  if (outcome.handOff) return 'handed-off';
  return outcome.ending.kind === 'ask' ? 'asked' : 'closed';
}
