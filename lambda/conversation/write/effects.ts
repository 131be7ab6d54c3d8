/** What each effect of a turn adds to its one write. */

import type { Decision } from '../../dialogue/decide';
import type { Scene } from '../../intents/kit/define';
import { CHANGED_TO, TOOK_BACK } from '../../intents/parts/changed-words';
import { cameForPeople, NOT_PASSED } from '../../intents/parts/sent-files';
import { phoneFor } from '../../intents/parts/to-phone';
import type { Commit } from '../../services/conversation/conversation';
import { type HistoryLine, wholeOf } from '../../services/conversation/lines';
import type { Packet } from '../../services/hand-off/packet';
import type { OutboxItem } from '../../services/queue/item';
import { deskMessage, handOffItem } from '../../services/queue/items';
import { unsaidItem } from '../../services/queue/unsaid-items';
import type { SaidWords } from '../../vocabulary/answer';
import type { Effect, EffectOf, Reply } from '../../vocabulary/outcome';
import { joining, phoneItem, receiptItem } from './deliveries';
import { inAgentsWords, makePacket, type PacketNeeds } from './packet';

export type Caused = Pick<Commit, 'outbox' | 'tokens' | 'joins'> & {
  readonly packet: Packet | null;
  /** The person who has the conversation got words. */
  readonly isForPerson: boolean;
  readonly wish: EffectOf<'wish'> | null;
  readonly rated: EffectOf<'rated'> | null;
};

export type Happening = {
  readonly decision: Decision;
  readonly scene: Scene;
  readonly said: SaidWords | null;
  /** What this very turn adds to the history. */
  readonly history: readonly HistoryLine[];
};

const NOTHING: Caused = {
  outbox: [],
  tokens: [],
  joins: [],
  packet: null,
  isForPerson: false,
  wish: null,
  rated: null,
};

export async function causedBy(happening: Happening, needs: PacketNeeds): Promise<Caused> {
  let all = NOTHING;
  for (const effect of happening.decision.outcome.effects ?? []) {
    all = joined(all, await written(effect, happening, needs));
  }
  return all;
}

function joined(all: Caused, one: Partial<Caused>): Caused {
  return {
    ...all,
    ...one,
    outbox: [...all.outbox, ...(one.outbox ?? [])],
    tokens: [...all.tokens, ...(one.tokens ?? [])],
    joins: [...all.joins, ...(one.joins ?? [])],
  };
}

async function written(effect: Effect, happening: Happening, needs: PacketNeeds): Promise<Partial<Caused>> {
  const { scene, said, history } = happening;
  switch (effect.kind) {
    case 'hand-off': {
      const packet = await makePacket({ request: effect.request, scene, history }, needs);
      return { packet, outbox: [handOffItem(packet), ...(await filesFor(packet.id, scene, needs))] };
    }
    case 'placed':
      return receiptItem(effect.orderId, said, scene);
    case 'for-person':
      return forPerson(effect, happening, needs);
    case 'unsaid':
      return unsaid(effect, happening, needs);
    case 'wish':
      return { wish: effect };
    case 'rated':
      return { rated: effect };
    case 'to-phone':
      return { outbox: [phoneItem(effect, scene.turn, needs.voice)] };
    case 'token':
      return { tokens: [effect.token] };
    case 'join':
      return { joins: [effect.contact] };
    case 'care-end':
      return effect.isTold ? {} : { joins: await toBeTold(scene) };
    // Noted for what the shop tells of them (write/commit).
    case 'orders-changed':
    // Remembered with the rest (dialogue/settle), told with the attempts (Decision.told), or done as it was decided.
    case 'orders-seen':
    case 'news':
    case 'order-told':
    case 'read':
    case 'later':
    case 'habit':
    case 'called':
    case 'wished':
    case 'settled':
    case 'unrated':
    case 'told':
    case 'moved':
    // Noted beside the fact (write/missed), or done as it was decided.
    case 'own-file':
    case 'unanswered':
    case 'erased':
      return {};
    default:
      return unmet(effect);
  }
}

/** Whoever is to hear of an end when nobody is talking is written to where they consent to it. */
async function toBeTold(scene: Scene): Promise<Commit['joins']> {
  const contact = await phoneFor(scene);
  return contact ? joining(contact) : [];
}

function unmet(effect: never): never {
  throw new Error(`nobody meets the effect ${JSON.stringify(effect)}`);
}

/** Lines that are looked through for files of a new case. */
const LOOKED_AT = 300;

/** Those that came since the case before: each is delivered for itself, behind the hand-off. */
async function filesFor(
  handOff: string,
  { memory, conversationId }: Scene,
  needs: PacketNeeds,
): Promise<readonly OutboxItem[]> {
  const lines = await needs.store.conversations.since(conversationId, null, LOOKED_AT);
  return lines.flatMap(({ at, by, show }) => {
    const file = show?.attached;
    if (!file || by !== 'shopper' || at < (memory.handOff?.since ?? 0)) return [];
    const text = inAgentsWords([cameForPeople(file.kind)], needs).join(' ');
    return [deskMessage(`photo:${handOff}:${file.id}`, { handOff, text, at, photo: fileOf(file.id, needs) })];
  });
}

function fileOf(id: string, needs: PacketNeeds) {
  return { id, otherwise: inAgentsWords([NOT_PASSED], needs).join(' ') };
}

/** The shopper's own words, or in the agent's language what the bot noted for them. */
function forPerson({ what, file: id }: EffectOf<'for-person'>, { scene, history }: Happening, needs: PacketNeeds) {
  const { memory, turn } = scene;
  const written = () => history.flatMap((line) => (line.by === 'shopper' ? [wholeOf(line)] : [])).join('\n');
  const ours = oursFor(needs);
  const words =
    what === 'as-written'
      ? written()
      : 'words' in what
        ? needs.clean(what.words)
        : 'headed' in what
          ? `${ours(what.headed)}\n${written()}`
          : ours(what);
  const from = `${turn.channel}:${turn.requestId}${id === undefined ? '' : `:${id}`}`;
  const photo = id === undefined ? {} : { photo: fileOf(id, needs) };
  const to = memory.handOff && { handOff: memory.handOff.id, text: words, at: needs.now(), ...photo };
  return { isForPerson: true, outbox: to ? [deskMessage(from, to)] : [] };
}

function oursFor(needs: PacketNeeds): (reply: Reply) => string {
  return (reply) => inAgentsWords([reply], needs).join(' ');
}

/** Where it is over, nobody is told: a word there would begin it anew. */
function unsaid({ ref, to }: EffectOf<'unsaid'>, { scene }: Happening, needs: PacketNeeds): Partial<Caused> {
  const { memory, turn } = scene;
  if (!memory.handOff) return {};
  const isTheirs = memory.owner === 'human';
  const told = to === null ? oursFor(needs)(TOOK_BACK) : `${oursFor(needs)(CHANGED_TO)}\n${to}`;
  const body = {
    ...{ handOff: memory.handOff.id, at: needs.now(), of: `${turn.channel}:${ref}` },
    ...{ words: isTheirs ? to : null, told: isTheirs ? told : null },
  };
  // New words of it are to be found, as all words of a hand-off are.
  return { isForPerson: to !== null, outbox: [unsaidItem(`${turn.channel}:${turn.requestId}`, body)] };
}
