/** Every repair this field names, held as a conversation at every question the house asks: spoken and written. */

import { PARTS } from '../../lambda/dialogue/index';
import type { Answer } from '../../lambda/vocabulary/answer';
import type { Heard, Turn } from '../../lambda/vocabulary/heard';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { type House, MONDAY } from '../kit/house';
import { inTurn } from '../kit/in-turn';
import { createPostBox } from '../kit/post-box';
import type { Speaker } from '../kit/speaker';
import { STATES, type State, standAt, UNSPOKEN } from '../kit/states';
import { useHouse } from '../kit/use-house';

type Locale = 'en-GB' | 'it-IT';
type SlotValue = { readonly said: string; readonly ids: readonly string[] };

type Repair = {
  readonly says: Readonly<Record<Locale, string>>;
  readonly intent: IntentName;
  readonly slots?: Readonly<Record<string, SlotValue>>;
  /** Nothing of it is understood where nothing asks for it. */
  readonly mayMiss?: true;
  readonly fault?: true;
  /** What a reader of the conversation calls right. */
  right(cell: Cell): boolean;
};

type Cell = { readonly asks: string; readonly replies: readonly string[]; readonly next: string | null };

const DOG = { said: 'dog food', ids: ['brontolino-dog-food'] };

const isSame = ({ asks, next }: Cell) => next === asks;
const isOver = ({ next }: Cell) => next === null;
const goesOn = ({ next }: Cell) => next !== null;
const says = (cell: Cell, what: RegExp) => cell.replies.some((reply) => what.test(reply));
/** Told to the person who has the matter. */
const isNoted = (cell: Cell) => says(cell, /^TalkToHuman\.noted$/);
/** A matter that is come back to after another. */
const WAITS = /^(Purchase\.(confirm|instead|quantity)|Reorder\.)/;
const comesBack = (cell: Cell) => (WAITS.test(cell.asks) ? isSame(cell) : goesOn(cell) || says(cell, /^Trouble\./));

const REPAIRS = {
  interruption: {
    says: { 'en-GB': 'what does delivery to France cost', 'it-IT': 'quanto costa la spedizione in Francia' },
    intent: 'ShippingCost',
    slots: { place: { said: 'France', ids: ['FR'] } },
    right: (cell) => isNoted(cell) || (says(cell, /^(ShippingCost|DeliveryTime|ShippingOptions)\./) && comesBack(cell)),
  },
  underWay: {
    says: { 'en-GB': "where's my dog food", 'it-IT': 'dove sono le crocchette per cani' },
    intent: 'OrderStatus',
    slots: { product: DOG },
    right: (cell) => isNoted(cell) || (says(cell, /^(OrderStatus|Cancelling|Remedy|Trouble)\./) && comesBack(cell)),
  },
  correction: {
    says: { 'en-GB': 'no, I meant the dog food', 'it-IT': 'no, intendevo le crocchette per cani' },
    intent: 'Reorder',
    slots: { amend: { said: 'i meant', ids: ['instead'] }, product: DOG },
    mayMiss: true,
    right: (cell) => goesOn(cell) || says(cell, /^Trouble\./),
  },
  cancelling: {
    says: { 'en-GB': 'forget it', 'it-IT': 'lascia stare' },
    intent: 'Cancel',
    right: isOver,
  },
  skipping: {
    says: { 'en-GB': 'skip this one', 'it-IT': 'salta questa' },
    intent: 'Next',
    right: (cell) => cell.replies.length > 0 || goesOn(cell),
  },
  chat: {
    says: { 'en-GB': 'how are you', 'it-IT': 'come stai' },
    intent: 'SmallTalk',
    right: (cell) => isNoted(cell) || (says(cell, /^SmallTalk\./) && isSame(cell)),
  },
  thatsAll: {
    says: { 'en-GB': "that's all", 'it-IT': 'basta così' },
    intent: 'Stop',
    right: isOver,
  },
  clarification: {
    says: { 'en-GB': 'what do you mean?', 'it-IT': 'cosa intendi?' },
    intent: 'Help',
    right: (cell) => says(cell, /^Help\.general$/) || (says(cell, new RegExp(`^${cell.asks}.help$`)) && isSame(cell)),
  },
  fault: {
    says: { 'en-GB': 'where is my order', 'it-IT': "dov'è il mio ordine" },
    intent: 'OrderStatus',
    fault: true,
    right: (cell) => !says(cell, /unexpected/) && cell.replies.length + (cell.next ? 1 : 0) > 0,
  },
  cannotHelp: {
    says: { 'en-GB': 'book me a flight to Rome', 'it-IT': 'prenotami un volo per Roma' },
    intent: 'Fallback',
    mayMiss: true,
    right: (cell) => isNoted(cell) || isSame(cell) || says(cell, /^Fallback\.(offer|leave)$/),
  },
  person: {
    says: { 'en-GB': 'let me talk to a person', 'it-IT': 'voglio parlare con una persona' },
    intent: 'TalkToHuman',
    right: (cell) => says(cell, /^TalkToHuman\.(passed|already)$/),
  },
  repeat: {
    says: { 'en-GB': 'say that again', 'it-IT': 'ripeti' },
    intent: 'Repeat',
    right: isSame,
  },
  notValid: {
    says: { 'en-GB': 'the ninth one', 'it-IT': 'il nono' },
    intent: 'Select',
    slots: { ListPosition: { said: '9', ids: [] } },
    mayMiss: true,
    right: (cell) => isNoted(cell) || goesOn(cell) || says(cell, /^Fallback\.leave$/),
  },
  silence: { says: { 'en-GB': '', 'it-IT': '' }, intent: 'Fallback', right: isSame },
} as const satisfies Readonly<Record<string, Repair>>;

const ROWS = Object.entries<Repair>(REPAIRS);

/** At a speaker only: in text a person answers, or the question is of the speaker itself. */
const SPOKEN_ONLY = /^(Person\.|TalkToHuman\.(callBack|phone|rightPhone)|SendToPhone\.)/;

export function repairsIn(locale: Locale): void {
  const at = useHouse({
    lasts: 'file',
    calendar: () => MONDAY,
    staffed: true,
    channels: [createPostBox()],
    readProfile: async () => ({ kind: 'consent-needed' }),
  });
  const held = new Set<string>();

  test.each(STATES.map((state, row) => [state.asks, state, row] as const))('at %s', async (_asks, state, row) => {
    const broken: string[] = [];
    for (const [column, [name, repair]] of ROWS.entries()) {
      held.add(`${state.asks} ${name}`);
      for (const channel of channelsOf(locale, row + column)) {
        const wrong = await hold(state, { name, repair, channel, locale }, at.house);
        if (wrong) broken.push(`${channel} ${name}: ${wrong}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('no cell of the table is empty', () => {
    const asked = PARTS.flatMap((part) => Object.keys(part.asks).map((ask) => `${part.name}.${ask}`));
    const cells = asked
      .filter((ask) => !UNSPOKEN.includes(ask))
      .flatMap((ask) => ROWS.map(([name]) => `${ask} ${name}`));
    expect([...held].sort()).toEqual(cells.sort());
  });
}

const WAYS = (['spoken', 'written'] as const).flatMap((channel) =>
  (['en-GB', 'it-IT'] as const).map((locale) => ({ channel, locale })),
);
type Channel = (typeof WAYS)[number]['channel'];

/** In a small mass a cell is held in one language and on one channel, its neighbours in the others; in the full one in all. */
function channelsOf(locale: Locale, place: number): readonly Channel[] {
  return inTurn(WAYS, place).flatMap((way) => (way.locale === locale ? [way.channel] : []));
}

type Holding = {
  readonly name: string;
  readonly repair: Repair;
  readonly channel: Channel;
  readonly locale: Locale;
};

/** What is wrong with this conversation; null: nothing. */
async function hold(state: State, { name, repair, channel, locale }: Holding, house: House): Promise<string | null> {
  // A purchase that nobody has heard yet is told whole, behind whatever was asked besides.
  const speaker = await standAt(state, house, { locale });
  const orders = house.orders();
  const before = await ask(speaker, house, { locale, heard: { kind: 'intent', intent: 'Repeat', slots: {} }, state });
  if (repair.fault) house.demo.setFault('down');
  const answer =
    channel === 'written' || name === 'silence'
      ? await ask(speaker, house, { locale, heard: heardOf(name, repair, locale), state })
      : (await speaker.hears(repair.intent, repair.slots ?? {})).answer;
  house.demo.setFault(null);
  const cell = { asks: state.asks, replies: answer.replies, next: answer.question?.id ?? null };
  const told = `${cell.replies.join(' ')} -> ${cell.next} "${answer.said?.speech.plain}"`;
  if (house.orders() !== orders) return `something was ordered: ${told}`;
  if (answer.said === null) return `silence: ${told}`;
  if (answer.owner === 'human' && name !== 'person' && before.owner !== 'human') return `a person got it: ${told}`;
  if (isMissed(cell) && !repair.mayMiss) return `a miss: ${told}`;
  if (!repair.right(cell)) return told;
  const isAgain = name !== 'repeat' && cell.next === state.asks && last(answer) === last(before);
  return isAgain ? `in the same words: ${told}` : null;
}

/** "Neither of these" is sorry as well. */
function isMissed({ asks, replies, next }: Cell): boolean {
  const isNo = asks === 'Fallback.meant' && next === 'Welcome.what';
  return !isNo && replies.some((reply) => /^Fallback\.(sorry|offer|leave)$|\.guide$/.test(reply));
}

function heardOf(name: string, { says: words }: Repair, locale: Locale): Heard {
  return name === 'silence' ? { kind: 'silence' } : { kind: 'text', text: words[locale] };
}

type Asked = { readonly locale: Locale; readonly heard: Heard; readonly state: State };

/** In the middle of this conversation, in writing where the question is asked in writing too. */
async function ask(speaker: Speaker, house: House, { locale, heard, state }: Asked): Promise<Answer> {
  const { request, session, context } = speaker.envelope({ type: 'LaunchRequest' });
  const { person, user } = context.System;
  const isText = heard.kind === 'text' && !SPOKEN_ONLY.test(state.asks) && state.shopper !== null;
  const turn: Turn = {
    id: request.requestId,
    channel: isText ? 'web' : 'alexa',
    form: isText ? 'text' : 'speech',
    requestId: request.requestId,
    session: { id: session?.sessionId ?? '', isNew: false },
    address: user.userId,
    ...(person ? { person: person.personId } : {}),
    ...(user.accessToken ? { credential: user.accessToken } : {}),
    locale,
    deadline: house.clock.now() + 6_000,
    heard,
  };
  return (await house.app.answer(turn)).answer;
}

/** The question, as it was put, with what stands right before it: the total, the choice. */
function last({ said }: Answer): string {
  const sentences = (said?.speech.plain ?? '').split(/(?<=[.!?:]) /);
  return sentences.slice(-2).join(' ');
}
