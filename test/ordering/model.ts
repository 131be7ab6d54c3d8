/** The model of safe ordering: lives through a household's commands and holds every answer against what must be true. */

import type { RequestEnvelope } from 'ask-sdk-model';
import type { Order } from '../../lambda/services/commerce/orders';
import type { Proposal } from '../../lambda/services/commerce/purchases';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { createSpeaker, type Heard, heardIn, type Speaker } from '../kit/speaker';
import { typeInto } from '../kit/states';
import { type CareWish, type Command, type Household, SPEAKERS, type SpeakerName } from './commands';
import { must, mustEqual, same } from './must';
import { DAY, type Deed, MINUTE, mails, moneyIn, type Sent, type Watched } from './watch';

/** Goods everybody may ask for; the first is Ana's usual, some are sold out, scarce or dear. */
const GOODS = [
  'bella-roma-ground',
  'brontolino-dog-food',
  'pulcinetto-nappies',
  'havrelund-oat-milk',
  'lumisplash-tablets',
  'monte-lieve-beans',
  'coffee',
  'no such thing',
];

/** What a speaker said last, as somebody in the room remembers it. */
type Room = {
  readonly speaker: Speaker;
  readonly conversation: string;
  /** The latest summary of a purchase in this session, as shown. */
  summary: string;
  heard: Heard | null;
  sent: RequestEnvelope | null;
  sentAt: number;
};

type Life = {
  readonly before: number;
  /** Orders that were confirmed, and those that may have been made beside them. */
  readonly effects: { sure: number; possible: number };
  readonly at: Watched;
  readonly rooms: ReadonlyMap<SpeakerName, Room>;
  readonly locale: string;
  readonly owed: Owed;
  /** When an order was placed last, by conversation. */
  readonly orderedAt: Map<string, number>;
};
/** Orders whose outcome nobody was told, by conversation. */
type Owed = Map<string, Proposal[]>;

/** A house remembers its shoppers longer than one household does. */
const owedBy = new WeakMap<Watched, Owed>();

/** Throws an error that says what was wrong and when. */
export async function live(household: Household, at: Watched): Promise<void> {
  const life = begin(household, at);
  const done: Command[] = [];
  try {
    for (const command of household.commands) {
      done.push(command);
      await obey(command, life);
    }
    counts(life);
    if (household.nextDay || owedIn(life) > 0) await goesOn(life);
  } catch (error) {
    throw new Error(`after ${JSON.stringify(done.at(-1))}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

let households = 0;

function begin({ shopper, stranger, locale }: Household, at: Watched): Life {
  households += 1;
  const owed: Owed = owedBy.get(at) ?? new Map();
  owedBy.set(at, owed);
  at.house.demo.setFault(null);
  // What another household ordered is long ago.
  at.house.clock.advance(DAY);
  const room = (name: SpeakerName): Room => {
    const who = name === 'stranger' && stranger !== shopper ? stranger : shopper;
    const person = name === 'person' ? { person: `person-${households}` } : {};
    // What takes how long is held by said-in-time.test.ts, where it does not hang on chance.
    const options = { shopper: who, locale, name: `${name}-${households}`, tolerates: ['S2'], ...person };
    const conversation = `shopper:shopper-${who}${person.person ? `/${person.person}` : ''}`;
    return {
      speaker: createSpeaker(at.house, options),
      conversation,
      summary: '',
      heard: null,
      sent: null,
      sentAt: 0,
    };
  };
  return {
    at,
    locale,
    before: at.house.orders(),
    effects: { sure: 0, possible: 0 },
    orderedAt: new Map(),
    owed,
    rooms: new Map(SPEAKERS.map((name) => [name, room(name)])),
  };
}

async function obey(command: Command, life: Life): Promise<void> {
  const { house } = life.at;
  if (command.do === 'clock') return house.clock.advance(command.minutes * MINUTE);
  if (command.do === 'fault') return house.demo.setFault(command.fault);
  const room = life.rooms.get(command.at);
  if (!room) throw new Error('nobody there');
  if (command.do === 'forgets') return room.speaker.forgets();
  if (command.do === 'again') return repeated(room, life);
  await turn(command, room, life);
}

/** The very same answer, and nothing else. */
async function repeated(room: Room, { at }: Life): Promise<void> {
  // Answers are kept for a day.
  if (!room.sent || !room.heard || at.house.clock.now() - room.sentAt >= DAY) return;
  const before = [at.sent.length, at.commits.length];
  const heard = await room.speaker.send(room.sent);
  must(JSON.stringify(heard.response) === JSON.stringify(room.heard.response), 'a repeated request got another answer');
  mustEqual([at.sent.length, at.commits.length], before);
}

async function turn(command: Command, room: Room, life: Life): Promise<void> {
  const { at } = life;
  if (command.do === 'says' && !room.heard?.open) return;
  const [sent, deeds, commits] = [at.sent.length, at.deeds.length, at.commits.length];
  const asked = room.heard?.open ? room.heard.asks : null;
  const pending = room.heard?.open && room.heard.asks === 'Purchase.confirm' ? room.heard : null;
  if (command.do === 'opens' || !room.heard?.open) room.summary = '';
  room.sent = command.do === 'says' ? null : requestOf(command, room.speaker);
  room.sentAt = at.house.clock.now();
  const heard =
    command.do === 'says'
      ? await saidTo(command.line, room, life)
      : await room.speaker.send(room.sent ?? requestOf(command, room.speaker));
  room.heard = heard;
  if (heard.replies.some((reply) => /^Purchase\.summary/.test(reply))) room.summary = heard.show;
  const said: Said = { command, heard, pending, placed: at.sent.slice(sent) };
  mustEqual(at.house.errors, []);
  isAnAnswer(said);
  ordersOnlyAfterYes(said, room, life);
  actsOnlyAfterYes({ command, asked, deeds: at.deeds.slice(deeds) }, room, life);
  tellsTheTruth(said, { room, life, mail: mails(at.commits.slice(commits)) });
}

type Said = {
  readonly command: Command;
  readonly heard: Heard;
  /** The question to which this turn may be a yes. */
  readonly pending: Heard | null;
  readonly placed: readonly Sent[];
};

/** No dead end: a question, or a closing sentence; never the apology of last resort. */
function isAnAnswer({ command, heard }: Said): void {
  must((heard.say === '') === (command.do === 'silence'), 'words where none are heard, or silence where they are');
  must(!heard.replies.includes('Trouble.unexpected'), 'the apology of last resort');
  must(heard.open === (heard.asks !== null), 'the microphone and the question differ');
}

/** P3: the yes was to this total, and seller, goods, day and place of the same quote had been said. */
function ordersOnlyAfterYes(
  { command, pending, placed }: Said,
  room: Room,
  { at, locale, effects, orderedAt }: Life,
): void {
  const [one, ...more] = placed;
  if (!one) return;
  must(more.length === 0, 'one turn sent two orders');
  must(isYes(command) && pending !== null, 'an order was sent without a yes to a question');
  orderedAt.set(room.conversation, at.house.clock.now());
  const { proposal, result } = one;
  mustEqual(moneyIn(pending?.show ?? '').at(-1), proposal.total);
  const summary = summaryOf(proposal, at, locale);
  must(room.summary.includes(summary), `not said before: ${summary}`);
  if (result.ok) mustEqual(result.value.total, proposal.total);
  // An order exists where the shop said so, or where nobody can know.
  if (result.ok || isUnknown(one)) effects.possible += 1;
  if (result.ok) effects.sure += 1;
}

/** What a human reader would call a yes. */
function isYes(command: Command): boolean {
  return command.do === 'yes' || (command.do === 'says' && command.agrees);
}

type Done = { readonly command: Command; readonly asked: string | null; readonly deeds: readonly Deed[] };

/** The questions to which a yes puts an order right, or empties a cart; and those that choose how. */
const ASKS_FOR: Readonly<Record<Deed['kind'], RegExp>> = {
  cancel: /^Cancelling\.confirm(Part)?$/,
  refund: /^Remedy\./,
  resend: /^Remedy\./,
  return: /^ReturnRefund\.(byLabel|pickUp)$/,
  address: /^ChangeAddress\.confirm$/,
  coupon: /^$/,
  empty: /^CartCheckout\.clearing$/,
};

/** What was ordered a moment ago is taken back in so many words, without a question. */
const MOMENT = 10 * MINUTE;

function actsOnlyAfterYes({ command, asked, deeds }: Done, { conversation }: Room, { at, orderedAt }: Life): void {
  for (const { kind } of deeds) {
    const isUndone = kind === 'cancel' && at.house.clock.now() - (orderedAt.get(conversation) ?? 0) < MOMENT;
    const isNamed = command.do === 'select' || (command.do === 'cares' && command.about === 'return');
    const isChosen = isNamed && /^Remedy\./.test(asked ?? '');
    const isAgreed = isYes(command) && ASKS_FOR[kind].test(asked ?? '');
    must(
      isUndone || isChosen || isAgreed || isVeryThing(kind, command, asked),
      `${kind} was done without a yes to ${asked}`,
    );
  }
}

/** "Cancel it", typed to "shall I cancel it?", is the very thing that was asked. */
function isVeryThing(kind: Deed['kind'], command: Command, asked: string | null): boolean {
  return (
    kind === 'cancel' &&
    asked === 'Cancelling.confirm' &&
    command.do === 'says' &&
    /^(annullal[oaie]|annulla|cancel it|cancel that|cancel the order)\b/i.test(command.line)
  );
}

/** Typed into the speaker, as `npm run talk` does: every word is accounted for. */
async function saidTo(line: string, { speaker }: Room, { at }: Life): Promise<Heard> {
  const answer = await typeInto(speaker, at.house, { kind: 'text', text: line });
  const open = answer.question !== null;
  if (!open) speaker.forgets();
  const card = answer.said?.card;
  return {
    ...heardIn(answer),
    open,
    card: card?.kind === 'simple' ? { type: 'Simple', title: card.title, content: card.text } : null,
    response: {},
  };
}

function isUnknown({ result }: Sent): boolean {
  return !result.ok && result.error.kind === 'timeout' && result.error.outcome === 'unknown';
}

function summaryOf({ lines, shipTo, arrives, today }: Proposal, { house }: Watched, locale: string): string {
  const items = lines.map(({ product, quantity }) => ({ type: 'amount', product: product.name, quantity }) as const);
  const values = {
    items: { type: 'list', items, join: 'and' },
    place: { type: 'place', label: shipTo.label },
    day: { type: 'day', day: arrives, today },
  } as const;
  const outcome = { replies: [{ key: 'Purchase.summary', with: values }], ending: { kind: 'close' } } as const;
  return house.voice.say(outcome, { locale, wording: {}, seed: '' }).speech.text;
}

type Witness = { readonly room: Room; readonly life: Life; readonly mail: ReturnType<typeof mails> };

/** P4, and that nothing is claimed that is not so. */
function tellsTheTruth({ command, heard, placed: [one] }: Said, { room, life, mail }: Witness): void {
  const claims = (key: string) => heard.replies.filter((reply) => reply === key).length;
  if (one?.result.ok) confirmed(heard, one.result.value, mail);
  // What is repeated was true when it was said; only what is new has an e-mail.
  if (command.do === 'repeat') {
    paid(mail.length, { room, life, mail });
    return;
  }
  must(claims('Purchase.placed') === (one?.result.ok ? 1 : 0), '"placed" is not what happened');
  must(claims('Purchase.unknown') === (one && isUnknown(one) ? 1 : 0), '"unknown" is not what happened');
  must(claims('Purchase.lateRefused') === 0, 'a refusal was news');
  if (one && isUnknown(one))
    life.owed.set(room.conversation, [...(life.owed.get(room.conversation) ?? []), one.proposal]);
  paid(claims('Purchase.latePlaced'), { room, life, mail });
}

/** Late news: each is of an order that was owed, and has an e-mail. */
function paid(news: number, { room, life, mail }: Witness): void {
  const owed = life.owed.get(room.conversation) ?? [];
  for (const proposal of owed.splice(0, news)) {
    const sums = mail.flatMap(({ text }) => moneyIn(text));
    must(
      sums.some((sum) => same(sum, proposal.total)),
      'late news without an e-mail',
    );
    news -= 1;
  }
  must(news === 0, 'late news of nothing');
}

/** Voice, card and e-mail. */
function confirmed(heard: Heard, order: Order, mail: Witness['mail']): void {
  mustEqual(heard.replies.slice(-2), ['Purchase.placed', 'Purchase.details']);
  must(!heard.open, 'a placed order leaves nothing to ask');
  const card = heard.card?.type === 'Simple' ? (heard.card.content ?? '') : '';
  must(
    moneyIn(card).some((money) => same(money, order.total)),
    'the card states another total',
  );
  must(card.includes(order.number), 'the card names no order');
  mustEqual(mail, [{ id: `placed:${order.id}`, text: card }]);
}

/** No order but those that were confirmed. */
function counts({ at, before, effects }: Life): void {
  const orders = at.house.orders() - before;
  must(orders >= effects.sure && orders <= effects.possible, `${orders} orders, ${effects.sure} told`);
}

function owedIn({ owed, rooms }: Life): number {
  return owed.get(rooms.get('kitchen')?.conversation ?? '')?.length ?? 0;
}

/** Whatever happened: the next day everybody is served, hears what they are owed, and can ask for goods. */
async function goesOn(life: Life): Promise<void> {
  const { house } = life.at;
  house.demo.setFault(null);
  house.clock.advance(DAY + MINUTE);
  const room = life.rooms.get('kitchen');
  if (!room) throw new Error('nobody there');
  for (let visits = owedIn(life) + 1; visits > 0; visits -= 1) await turn({ do: 'opens', at: 'kitchen' }, room, life);
  must(owedIn(life) === 0, 'an outcome was never told');
  must(room.heard?.open === true, 'the visit ended by itself');
  await turn({ do: 'reorder', at: 'kitchen', good: 5, quantity: 1 }, room, life);
  must(room.heard?.open === true, 'goods cannot be asked for');
}

const value = (id: string) => ({ said: id, ids: [id] });

/** Alexa's words for what is to be put right; "which?" and "what?" are asked where it is not said. */
const CARES: Readonly<Record<CareWish, readonly [IntentName, Parameters<Speaker['asks']>[1]]>> = {
  cancel: ['CancelOrder', {}],
  address: ['ChangeAddress', {}],
  return: ['ReturnRefund', {}],
  damaged: ['DeliveryProblem', { problem: value('damaged') }],
  late: ['DeliveryProblem', { problem: value('late') }],
  empty: ['CartCheckout', { act: value('empty') }],
  checkout: ['CartCheckout', { checkout: value('pay') }],
};

const INTENTS: Partial<Record<Command['do'], IntentName>> = {
  yes: 'Yes',
  no: 'No',
  repeat: 'Repeat',
  cancel: 'Cancel',
  stop: 'Stop',
  help: 'Help',
  fallback: 'Fallback',
  cost: 'ShippingCost',
  status: 'OrderStatus',
  person: 'TalkToHuman',
  startOver: 'StartOver',
};

function requestOf(command: Command, speaker: Speaker): RequestEnvelope {
  switch (command.do) {
    case 'reorder': {
      const product = GOODS[command.good] ?? 'coffee';
      const found = product.includes('-') ? { said: product, ids: [product] } : product;
      return speaker.asks('Reorder', {
        product: found,
        ...(command.quantity === null ? {} : { quantity: command.quantity }),
      });
    }
    case 'basis':
      return speaker.asks('Reorder', { basis: { said: command.basis, ids: [command.basis] } });
    case 'quantity':
      return speaker.asks('Reorder', { quantity: command.quantity });
    case 'select':
      return speaker.asks('Select', { ListPosition: { said: String(command.ordinal), ids: [] } });
    case 'cares':
      return speaker.asks(...CARES[command.about]);
    case 'opens':
      speaker.forgets();
      return speaker.envelope({ type: 'LaunchRequest' });
    case 'silence':
      return speaker.envelope({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    default:
      return speaker.asks(INTENTS[command.do] ?? 'Fallback', {});
  }
}
