/** The last stage of a turn: what is written down, and all of it redacted before it is. */

import type { Decision } from './intents/decide';
import type { Scene } from './intents/define';
import { summaryOf } from './intents/hand-off-summary';
import type { Voice } from './language/say';
import type { Commit, Fact, HistoryLine, OutboxItem, Packet, Store } from './services/conversation';
import { packetOf } from './services/hand-off';
import type { Merchant } from './services/merchant';
import { redact } from './services/redact';
import type { Answer, HandOffRequest, Heard, Memory, Outcome, Reply, Show, Turn } from './turn';

type Needs = {
  readonly store: Store;
  readonly voice: Voice;
  readonly merchant: Merchant;
  readonly now: () => number;
};

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

/** Marks what the shopper said and nothing was made of, so that a person can see it. */
const MISSED = '(not understood) ';
const TRANSCRIPT_LINES = 20;

/** What the line says, without the mark. */
export function wordsOf({ by, text }: HistoryLine): string {
  return by === 'shopper' && text.startsWith(MISSED) ? text.slice(MISSED.length) : text;
}

export async function record(finished: Finished, needs: Needs): Promise<Commit> {
  const { decision, answer, scene, arrived, version } = finished;
  const { outcome } = decision;
  const clean = (text: string) => redact(text, scene.shopper?.known ?? []);
  const history = linesOf(finished, clean, needs.now());
  const packet = outcome.handOff && (await makePacket(outcome.handOff, { finished, history, clean, needs }));
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

function linesOf(
  { answer, arrived, scene }: Finished,
  clean: (text: string) => string,
  at: number,
): readonly HistoryLine[] {
  const said = heardInWords(arrived.heard, scene);
  const from = { at, channel: arrived.channel };
  const shown = shownOfShopper(arrived, clean);
  const lines: HistoryLine[] = said === '' ? [] : [{ ...from, by: 'shopper', text: clean(said), ...shown }];
  const text = answer.said?.speech.text;
  return text ? [...lines, { ...from, by: 'bot', text: clean(text), ...shownOfBot(answer, clean) }] : lines;
}

function shownOfShopper({ heard, requestId }: Turn, clean: (text: string) => string): { readonly show?: Show } {
  if (heard.kind === 'text' || heard.kind === 'choice') return { show: { ref: requestId } };
  if (heard.kind !== 'intent') return {};
  const slots = Object.entries(heard.slots).map(([name, { said }]) => [name, clean(said)]);
  return { show: { meant: { intent: heard.intent, slots: Object.fromEntries(slots) } } };
}

function shownOfBot({ said, question }: Answer, clean: (text: string) => string): { readonly show?: Show } {
  const options = said?.options.map(({ id, label }) => ({ id, label: clean(label) })) ?? [];
  const card = said?.card;
  const shown: Show = {
    ...(question ? { question: { id: question.id, expects: question.expects, options } } : {}),
    ...(card
      ? { card: card.kind === 'simple' ? { ...card, title: clean(card.title), text: clean(card.text) } : card }
      : {}),
  };
  return Object.keys(shown).length > 0 ? { show: shown } : {};
}

/** Alexa sends no words: its turns are told by intent and slots. */
function heardInWords(arrived: Heard, scene: Scene): string {
  const { heard } = scene.turn;
  // What is written to a person is for them to understand.
  const isMissed = heard.kind === 'intent' && heard.intent === 'Fallback' && !isForPerson(scene);
  const missed = isMissed ? MISSED : '';
  if (arrived.kind === 'text') return `${missed}${arrived.text}`;
  if (arrived.kind === 'choice') return `${missed}${arrived.label ?? arrived.option}`;
  switch (heard.kind) {
    case 'intent': {
      const slots = Object.entries(heard.slots).map(([name, { said }]) => `${name}: ${said}`);
      return [`${missed}${heard.intent}`, ...slots].join(', ');
    }
    default:
      return heard.kind;
  }
}

/** Written while a person owns the conversation: the bot is silent, and they get it. */
function isForPerson({ memory, turn }: Scene): boolean {
  const { kind } = turn.heard;
  const hasWords = kind === 'intent' || kind === 'text' || kind === 'choice';
  return memory.owner === 'human' && turn.form === 'text' && hasWords;
}

type PacketNeeds = {
  readonly finished: Finished;
  readonly history: readonly HistoryLine[];
  readonly clean: (text: string) => string;
  readonly needs: Needs;
};

async function makePacket(request: HandOffRequest, { finished, history, clean, needs }: PacketNeeds): Promise<Packet> {
  const { scene } = finished;
  const earlier = await needs.store.conversations.history(scene.conversationId, TRANSCRIPT_LINES);
  const transcript = [...earlier, ...history.map(({ show, ...line }) => line)];
  const inAgentsWords = (replies: readonly Reply[]) =>
    replies.map((reply) => clean(inWords(reply, needs))).filter((line) => line !== '');
  // The offer of a person is answered by the hand-off itself: what was asked before it is what matters.
  const questions = scene.memory.questions.filter(({ question }) => question.id !== 'TalkToHuman.offer');
  const open = questions.at(-1)?.question;
  const packet = packetOf({
    request,
    turn: scene.turn,
    memory: { ...scene.memory, questions },
    now: needs.now(),
    summary: inAgentsWords(summaryOf(request, scene.memory)),
    openQuestion: open
      ? { id: open.id, text: clean(inWords({ key: `${open.id}.ask`, with: open.with }, needs)) }
      : null,
    transcript,
    notUnderstood: transcript
      .filter(({ text }) => text.startsWith(MISSED))
      .map(({ text }) => text.slice(MISSED.length)),
    shopperId: scene.shopper?.id ?? null,
  });
  const slots = Object.entries(packet.slots).map(([name, said]) => [name, clean(said)]);
  return { ...packet, slots: Object.fromEntries(slots) };
}

function inWords(reply: Reply, { voice, merchant }: Needs): string {
  const how = { locale: merchant.agentLocale, wording: {}, seed: '' };
  return voice.say({ replies: [reply], ending: { kind: 'close' } }, how).speech.text;
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
