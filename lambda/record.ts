/** The last stage of a turn: what is written down, and all of it redacted before it is. */

import type { Decision } from './intents/decide';
import type { Scene } from './intents/define';
import { makePacket, type PacketNeeds } from './packet';
import type { Commit, Fact, HistoryLine, OutboxItem, Packet } from './services/conversation';
import { redact } from './services/redact';
import { isForPerson, linesOf } from './transcript';
import type { Answer, Heard, Memory, Outcome, Turn } from './turn';

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
  const clean = (text: string) => redact(text, scene.shopper?.known ?? []);
  const history = linesOf(finished, clean, needs.now());
  const packet =
    outcome.handOff && (await makePacket({ request: outcome.handOff, scene, history }, { ...needs, clean }));
  const memory = answer.said ? { ...decision.memory, wording: finished.wording } : decision.memory;
  return {
    conversationId: scene.conversationId,
    expectedVersion: version,
    memory,
    history,
    outbox: outboxOf({ outcome, answer, packet, scene, history }),
    ...(packet ? { packet } : {}),
    fact: factOf(finished, needs.now()),
    answer: { channel: arrived.channel, requestId: arrived.requestId, body: JSON.stringify(answer) },
  };
}

type Sent = {
  readonly outcome: Outcome;
  readonly answer: Answer;
  readonly packet: Packet | undefined;
  readonly scene: Scene;
  readonly history: readonly HistoryLine[];
};

/** What has to reach somebody outside, at least once: it is committed with the turn. */
function outboxOf({ outcome, answer, packet, scene, history }: Sent): readonly OutboxItem[] {
  const items: OutboxItem[] = [];
  if (packet) items.push({ id: `hand-off:${packet.id}`, kind: 'hand-off', body: JSON.stringify(packet) });
  const card = answer.said?.card;
  if (outcome.placed && card?.kind === 'simple') {
    const mail = {
      to: 'shopper',
      shopperId: scene.shopper?.id,
      about: 'order-placed',
      title: card.title,
      text: card.text,
    };
    items.push({ id: `placed:${outcome.placed}`, kind: 'message', body: JSON.stringify(mail) });
  }
  const handOff = scene.memory.handOff;
  if (answer.said === null && handOff && isForPerson(scene)) {
    const text = history.map((line) => line.text).join('\n');
    const message = { to: 'desk', handOff: handOff.id, text };
    items.push({
      id: `message:${scene.turn.channel}:${scene.turn.requestId}`,
      kind: 'message',
      body: JSON.stringify(message),
    });
  }
  return items;
}

function factOf({ decision, answer, scene, arrived, started, wording }: Finished, now: number): Fact {
  const { turn } = scene;
  return {
    turn: turn.id,
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

function outcomeOf(outcome: Outcome, heard: Heard): Fact['outcome'] {
  if (heard.kind === 'ended') return 'ended';
  if (outcome.placed) return 'placed';
  if (outcome.handOff) return 'handed-off';
  return outcome.ending.kind === 'ask' ? 'asked' : 'closed';
}
