/** The last stage of a turn: what is written down, and all of it redacted before it is. */

import { effectOf } from '../../intents/kit/effects';
import { knownOf } from '../../intents/kit/known';
import { readsIn } from '../../intents/parts/person-unsaid';
import { isWhole } from '../../intents/parts/sent-files';
import { firstNameOf, type Shopper } from '../../services/commerce/account';
import type { Commit } from '../../services/conversation/conversation';
import { freshMemory } from '../../services/conversation/memory';
import type { HandOff } from '../../services/hand-off/hand-offs';
import type { Packet } from '../../services/hand-off/packet';
import { ownOf, redact, withoutKnown } from '../../services/privacy/redact';
import { writtenAnswer, writtenMemory } from '../../services/privacy/written';
import { answerItem, endItem } from '../../services/queue/items';
import type { Heard } from '../../vocabulary/heard';
import type { Memory } from '../../vocabulary/memory';
import type { EffectKind } from '../../vocabulary/outcome';
import { phonesIn } from '../../vocabulary/phones';
import { LOOKED_AT, writtenOver } from '../amended';
import { senderOf } from '../meet';
import { mailsOf } from '../owed';
import { isOwn } from '../own-line';
import { type Caused, causedBy } from './effects';
import { turnFact } from './fact';
import type { Finished } from './finished';
import { missedIn } from './missed';
import type { PacketNeeds } from './packet';
import { linesOf } from './transcript';

export type WriteNeeds = Omit<PacketNeeds, 'clean'>;

export async function commitOf(finished: Finished, needs: WriteNeeds): Promise<Commit> {
  const { decision, answer, scene, arrived, version, unsealed } = finished;
  const keep = ownOf(needs.merchant);
  const known = knownOf(scene, [decision.memory, decision.outcome]);
  const clean = once((text) => redact(withoutAll(text, unsealed), known, { keep }));
  const isErased = effectOf(decision.outcome, 'erased') !== null;
  const lines = linesOf(finished, { clean, withoutTheirs: withoutTheirsOf(known) }, needs.now());
  // What was asked for is gone with the rest.
  const history = isErased ? lines.filter(({ by }) => by === 'bot') : lines;
  const caused = await causedBy({ decision, scene, said: answer.said, history }, { ...needs, clean });
  const handOff = await handOffAfter(finished, caused, needs);
  const memory = memoryAfter(finished, isErased);
  const writing = { clean, firstName: firstNameOf(scene.shopper) };
  const { outbox, tokens, joins, packet } = caused;
  const mails = await mailsOf(finished.receipts, scene, needs.voice);
  return {
    conversationId: scene.conversationId,
    expectedVersion: version,
    follows: finished.follows,
    memory: writtenMemory(memory, writing),
    history,
    outbox: [...outbox, ...endOf(finished), ...answerItem(answer, scene.turn), ...mails.outbox],
    told: decision.told,
    tokens,
    joins: [...joins, ...mails.joins],
    ...(packet ? { packet } : {}),
    ...(handOff ? { handOff } : {}),
    from: { channel: arrived.channel, address: arrived.address },
    fact: turnFact(finished, needs.now()),
    files: isErased ? [] : filesIn(arrived.heard, scene),
    mirror: isErased ? null : mirrorNote(finished, needs.now()),
    missed: isErased ? [] : missedIn(finished, clean, needs.now()),
    amended: await amendedIn(finished, clean, needs),
    answer: {
      channel: arrived.channel,
      requestId: arrived.requestId,
      whose: senderOf(arrived),
      body: writtenAnswer(forPerson(finished) ? { ...answer, slots: {} } : answer, writing),
      ...(isSecret(finished) ? { isSecret: true as const } : {}),
    },
  };
}

/** What the shopper changed or took back of their own. */
async function amendedIn({ decision, scene }: Finished, clean: (text: string) => string, { store }: WriteNeeds) {
  const unsaid = effectOf(decision.outcome, 'unsaid');
  if (!unsaid) return null;
  const { conversationId } = scene;
  const lines = await store.conversations.since(conversationId, null, LOOKED_AT);
  const own = lines.filter((line) => isOwn(line, unsaid.ref));
  return writtenOver({ conversationId, lines, own, to: unsaid.to }, { store, clean });
}

/** What a person wrote may be taken back: it lies open in no answer. */
function isSecret({ decision: { outcome }, unsealed }: Finished): boolean {
  return unsealed.length > 0 || phonesIn(outcome).length > 0 || outcome.replies.some((one) => readsIn(one).length > 0);
}

/** What they wrote to a person may go again: it stands in no answer. */
function forPerson({ decision: { outcome } }: Finished): boolean {
  return effectOf(outcome, 'for-person') !== null;
}

/** A name may be said. */
function withoutTheirsOf(known: Shopper['known']): (text: string) => string {
  const unnamed = known.filter(({ kind }) => kind !== 'name');
  return (text) => withoutKnown(text, unnamed);
}

/** What was told apart by the words around it may stand alone where we say it. */
function withoutAll(text: string, unsealed: readonly string[]): string {
  return unsealed.reduce((left, own) => left.replaceAll(own, '[number]'), text);
}

/** Noted where a shopper is met, and where their orders are the subject. */
function mirrorNote({ decision, scene, version }: Finished, at: number): Commit['mirror'] {
  const { shopper } = scene;
  const causes = (kind: EffectKind) => effectOf(decision.outcome, kind) !== null;
  const isChanged = causes('orders-changed') || causes('placed');
  const seen = effectOf(decision.outcome, 'orders-seen')?.last ?? null;
  const isNews = isChanged || version === 0 || seen !== null;
  return shopper && isNews ? { shopperId: shopper.id, isChanged, at, seen } : null;
}

/** Of somebody who was forgotten, no more than that a visit is going on. */
function memoryAfter({ decision, answer, wording }: Finished, isErased: boolean): Memory {
  const { memory } = decision;
  if (isErased) return { ...freshMemory(), session: memory.session };
  return answer.said ? { ...memory, wording } : memory;
}

/** Only what somebody will be able to open is kept. */
function filesIn(heard: Heard, { services }: Finished['scene']): Commit['files'] {
  return services.desk.showsFiles && heard.kind === 'files' ? heard.files.filter(isWhole) : [];
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

/** The bot has it again by the shopper's own wish: the desk is told. */
function endOf({ decision, scene }: Finished): Commit['outbox'] {
  const { memory, turn } = scene;
  const open = isTakenBack({ decision, scene }) ? memory.handOff : null;
  return open ? [endItem(open.id, `${turn.channel}:${turn.requestId}`)] : [];
}

function isTakenBack({ decision, scene }: Pick<Finished, 'decision' | 'scene'>): boolean {
  return scene.memory.owner === 'human' && decision.memory.owner === 'bot';
}

/** The hand-off this turn began, or what it changed about the open one. */
async function handOffAfter(finished: Finished, caused: Caused, { store, now }: WriteNeeds): Promise<HandOff | null> {
  const { scene } = finished;
  if (caused.packet) return begun(caused.packet, scene.conversationId);
  const rated = caused.rated && (await store.handOffs.get(caused.rated.handOff));
  if (caused.rated && rated) return { ...rated, rating: caused.rated.rating };
  const open = scene.memory.handOff;
  const over = isTakenBack(finished);
  if (!open || !(caused.isForPerson || over || caused.wish)) return null;
  const before = await store.handOffs.get(open.id);
  if (!before) return null;
  if (over) return { ...before, state: 'completed', endedAt: now(), waitingSince: null };
  const { wish, call = null } = caused.wish ?? before;
  return { ...before, wish, call, waitingSince: before.waitingSince ?? now() };
}

function begun(packet: Packet, conversationId: string): HandOff {
  const { id, reference, reason, wish, call = null, locale, createdAt } = packet;
  const nobody = { agent: null, acceptedAt: null, endedAt: null, done: null, topic: null, rating: null } as const;
  return {
    ...{ id, conversationId, reference, reason, wish, call, locale, createdAt },
    ...nobody,
    state: 'initiated',
    waitingSince: createdAt,
  };
}
