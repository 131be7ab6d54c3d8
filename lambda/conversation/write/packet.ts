/** Makes the packet of a hand-off: in the language of the people who read it, and redacted. */

import type { Logger } from 'pino';
import type { Scene } from '../../intents/kit/define';
import { summaryOf } from '../../intents/parts/hand-off-summary';
import type { Voice } from '../../language/speech/say';
import type { ShopperCall } from '../../services/commerce/call';
import type { Merchant } from '../../services/commerce/merchant';
import { type HistoryLine, isMissed, wordsOf } from '../../services/conversation/lines';
import { packetOf } from '../../services/hand-off/hand-off';
import type { Packet } from '../../services/hand-off/packet';
import { packetProblems } from '../../services/hand-off/packet-schema';
import type { Store } from '../../services/store';
import type { HandOffRequest, Question, Reply } from '../../vocabulary/outcome';
import { sayAlone } from '../words';

export type PacketNeeds = {
  readonly store: Store;
  readonly voice: Voice;
  readonly merchant: Merchant;
  readonly now: () => number;
  /** Takes personal data out of a text. */
  readonly clean: (text: string) => string;
  readonly log: Pick<Logger, 'error'>;
};

type Asked = {
  readonly request: HandOffRequest;
  readonly scene: Scene;
  /** What this very turn adds to the history. */
  readonly history: readonly HistoryLine[];
};

const TRANSCRIPT_LINES = 20;
const RECENT = 20;

export async function makePacket({ request, scene, history }: Asked, needs: PacketNeeds): Promise<Packet> {
  const { clean } = needs;
  const earlier = await needs.store.conversations.history(scene.conversationId, TRANSCRIPT_LINES);
  const transcript = [...earlier, ...history.map(({ show, asWritten, ...line }) => line)];
  // The offer of a person is answered by the hand-off itself: what was asked before it is what matters.
  const questions = scene.memory.questions.filter(({ question }) => scene.policyOf(question).role !== 'offers-person');
  const about = await aboutOrders(request.orderIds, scene);
  const packet = packetOf({
    request,
    turn: scene.turn,
    memory: { ...scene.memory, questions },
    now: needs.now(),
    summary: inAgentsWords(
      summaryOf(request, { memory: scene.memory, numbers: about.map(({ number }) => number) }),
      needs,
    ),
    openQuestion: asked(questions.at(-1)?.question, needs),
    transcript,
    notUnderstood: transcript.filter(isMissed).map(wordsOf),
    about,
    shopper: scene.shopper,
  });
  const slots = Object.entries(packet.slots).map(([name, said]) => [name, clean(said)]);
  return checked({ ...packet, slots: Object.fromEntries(slots) }, needs);
}

/** A packet that is not as published is a mistake of ours, and better than none: it goes, and we hear of it. */
function checked(packet: Packet, { log }: PacketNeeds): Packet {
  const problems = packetProblems(packet);
  if (problems.length > 0) log.error({ handOff: packet.id, problems }, 'a packet is not as published');
  return packet;
}

/** Sentences for the people who read hand-offs. */
export function inAgentsWords(replies: readonly Reply[], needs: PacketNeeds): readonly string[] {
  return replies.map((reply) => needs.clean(inWords(reply, needs))).filter((line) => line !== '');
}

/** What the shop says of the orders it is about; without an answer the agent has their numbers. */
async function aboutOrders(ids: readonly string[], { shopper, services, call }: Scene): Promise<Packet['about']> {
  if (!shopper || ids.length === 0) return [];
  const listed = await services.shop.history.orders({ limit: RECENT }, call as ShopperCall);
  const orders = listed.ok ? listed.value.filter(({ id }) => ids.includes(id)) : [];
  return orders.map((order) => ({
    number: order.number,
    placed: order.placed,
    state: order.stage,
    lines: order.lines.map(({ product, quantity }) => ({ title: product.name.title, quantity })),
  }));
}

function asked(question: Question | undefined, needs: PacketNeeds): Packet['openQuestion'] {
  if (!question) return null;
  const { id } = question;
  return { id, text: needs.clean(inWords({ key: `${id}.ask`, with: question.with }, needs)) };
}

function inWords(reply: Reply, { voice, merchant }: PacketNeeds): string {
  return sayAlone({ replies: [reply] }, { locale: merchant.agentLocale }, voice).speech.text;
}
