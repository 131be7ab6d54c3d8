/** A house in which several turns run at once, step by step between the app and its ports, and what came of it. */

import { type App, createApp } from '../../lambda/conversation/answer';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { createGoodsNaming } from '../../lambda/language/hearing/goods-naming';
import type { Hearing } from '../../lambda/language/hearing/hear';
import { NOT_UNDERSTOOD } from '../../lambda/language/hearing/heard';
import { restsOf } from '../../lambda/language/hearing/slip-keys';
import type { Voice } from '../../lambda/language/speech/say';
import { openGoodsIndex } from '../../lambda/providers/goods/index';
import { type DemoShop, openDemoShop } from '../../lambda/providers/shop/demo/demo-shop';
import { refused } from '../../lambda/services/commerce/call';
import { createGoods } from '../../lambda/services/commerce/goods';
import type { Proposal, Purchases } from '../../lambda/services/commerce/purchases';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { Store } from '../../lambda/services/store';
import type { Answer } from '../../lambda/vocabulary/answer';
import { dayIn } from '../../lambda/vocabulary/calendar';
import type { Heard, Slots } from '../../lambda/vocabulary/heard';
import type { IntentName } from '../../lambda/vocabulary/intents';
import type { Outcome } from '../../lambda/vocabulary/outcome';
import { alone } from '../kit/alone';
import { LOCALES, START } from '../kit/house';
import { createLanes, type Lanes } from './lanes';
import { createMemoryStore, type MemoryStore } from './memory-store';
import { DAY } from './watch';

/** What a call to place comes to: done; done late or never though the answer was a time-out; thrown; refused; at another total. */
export type Fate = 'done' | 'late' | 'lost' | 'thrown' | 'declined' | 'dearer';

export type Speaks = {
  readonly room: 'kitchen' | 'hall';
  readonly heard: Heard;
  /** Equal ids are one request, delivered more than once. */
  readonly requestId: string;
};

/** What was answered, without the words. */
export type Told = {
  readonly replies: readonly string[];
  /** The order that was placed in this turn. */
  readonly placed: string | null;
  /** The proposal that the question is about. */
  readonly proposal: string | null;
};

export type Rush = {
  readonly lanes: Lanes;
  readonly store: MemoryStore;
  readonly errors: readonly object[];
  /** When each request arrived and was last decided, by its id; steps count as time. */
  readonly arrived: ReadonlyMap<string, number>;
  readonly decided: ReadonlyMap<string, number>;
  /** What the shop was asked to place, in order, and by which request. */
  readonly asked: readonly { readonly proposal: string; readonly by: string }[];
  say(what: Speaks): Promise<Answer>;
  advance(ms: number): void;
  /** Whether the shop has an order for this proposal, and its id. */
  orderOf(proposalId: string): Promise<string | null>;
};

export type Mistake = (store: Store) => Store;

let demo: DemoShop | null = null;
let served = 0;
let time = START;

/** The demo shop is shared: a day later nothing of before matters. */
function shopForToday(): DemoShop {
  time += DAY;
  served += 1;
  if (demo && served % 400 > 0) return demo;
  demo?.close();
  demo = openDemoShop({ file: ':memory:', clock: () => time, realNow: () => time });
  return demo;
}

const shopFile = { ...readShopFile(), mailsReceipts: false };

/** `broken`: puts a mistake between the app and its store. */
export function openRush(seed: number, fates: readonly Fate[], broken: Mistake = (sound) => sound): Rush {
  const store = createMemoryStore();
  const { shop } = shopForToday();
  const now = () => time;
  const goods = createGoods({
    ...{ catalogue: shop.catalogue, source: shop.catalogue, naming: createGoodsNaming(LOCALES), now },
    store: openGoodsIndex({ file: null, now, restsOf }),
  });
  const errors: object[] = [];
  const asked: Rush['asked'][number][] = [];
  const arrived = new Map<string, number>();
  const decided = new Map<string, number>();
  const tick = () => {
    time += 1;
    return time;
  };
  const lanes = createLanes(seed, tick);
  let ids = 0;
  const open = () =>
    createApp({
      store: stepping(broken(store), lanes),
      goods,
      shop: { ...shop, purchases: purchasesOf(shop.purchases, { lanes, fates, asked }) },
      merchant: merchantOf(shopFile),
      content: { isFixed: true, answers: () => [] },
      voice: muteVoice((requestId) => decided.set(requestId, tick())),
      hearing: deaf,
      newsWays: [],
      ...alone(store, () => time),
      now: () => time,
      wait: async () => {
        await lanes.step('wait');
        time += 900;
      },
      today: (timeZone) => dayIn(timeZone, time),
      random: () => `${seed}-${++ids}`,
      log: { error: (what: object) => void errors.push(what) },
    });
  // Two servers behind one address.
  const apps = [open(), open()] as const;
  return {
    lanes,
    store,
    errors,
    asked,
    arrived,
    decided,
    async say(what) {
      await lanes.step('arrives');
      if (!arrived.has(what.requestId)) arrived.set(what.requestId, tick());
      return say(apps[lanes.pick(2)] ?? apps[0], what);
    },
    advance: (ms) => {
      time += ms;
    },
    orderOf: (proposalId) => orderOf(shop, proposalId),
  };
}

const sessions = new Set<string>();

async function say(app: App, { room, heard, requestId }: Speaks): Promise<Answer> {
  const session = `${room}-${Math.floor(time / DAY)}`;
  const isNew = !sessions.has(session);
  sessions.add(session);
  const { answer } = await app.answer({
    id: requestId,
    channel: 'alexa',
    form: 'speech',
    requestId,
    session: { id: session, isNew: isNew || heard.kind === 'launched' },
    address: 'house',
    credential: 'demo-ana',
    locale: 'en-GB',
    deadline: time + 6_000,
    heard,
  });
  return answer;
}

export function intent(name: IntentName, slots: Slots = {}): Heard {
  return { kind: 'intent', intent: name, slots };
}

async function orderOf(shop: Shop, proposalId: string): Promise<string | null> {
  const call = { locale: 'en-GB', deadline: time + 6_000, signal: new AbortController().signal, traceId: 'test' };
  const own = { ...call, shopperId: 'shopper-ana', credential: 'demo-ana' };
  const found = await shop.purchases.reconcile(proposalId, own);
  return found.ok ? (found.value?.id ?? null) : null;
}

type Placing = { readonly lanes: Lanes; readonly fates: readonly Fate[]; readonly asked: Rush['asked'][number][] };

function purchasesOf(purchases: Purchases, { lanes, fates, asked }: Placing): Purchases {
  async function place(proposal: Proposal, call: Parameters<Purchases['place']>[1]) {
    asked.push({ proposal: proposal.id, by: call.traceId });
    const fate = fates[lanes.pick(fates.length)] ?? 'done';
    await lanes.step(`place ${fate}`);
    if (fate === 'late') void lanes.step('placed late').then(() => purchases.place(proposal, call));
    const done = fate === 'done' || fate === 'thrown' ? await purchases.place(proposal, call) : null;
    await lanes.step('placed');
    if (fate === 'thrown') throw new Error('the line broke');
    if (fate === 'declined') return refused({ kind: 'payment-declined' });
    if (fate === 'dearer') return refused({ kind: 'price-changed', was: proposal.total, now: proposal.total });
    return done ?? refused({ kind: 'timeout', outcome: 'unknown' });
  }
  return {
    propose: steps(lanes, 'propose', purchases.propose),
    substitutes: purchases.substitutes,
    reconcile: steps(lanes, 'reconcile', purchases.reconcile),
    place,
  };
}

/** A step before the call and one before its answer. */
function steps<A extends readonly unknown[], R>(lanes: Lanes, label: string, call: (...values: A) => Promise<R>) {
  return async (...values: A): Promise<R> => {
    await lanes.step(label);
    const result = await call(...values);
    await lanes.step(`${label} done`);
    return result;
  };
}

/** What is read is used at once: only when it is read matters. */
function afterStep<A extends readonly unknown[], R>(lanes: Lanes, label: string, call: (...values: A) => Promise<R>) {
  return async (...values: A): Promise<R> => {
    await lanes.step(label);
    return call(...values);
  };
}

function stepping(store: Store, lanes: Lanes): Store {
  const { conversations, attempts } = store;
  return {
    ...store,
    conversations: {
      ...conversations,
      answerOf: afterStep(lanes, 'answerOf', conversations.answerOf),
      load: afterStep(lanes, 'load', conversations.load),
      open: afterStep(lanes, 'open', conversations.open),
      commit: steps(lanes, 'commit', conversations.commit),
    },
    attempts: {
      ...attempts,
      begin: steps(lanes, 'begin', attempts.begin),
      finish: steps(lanes, 'finish', attempts.finish),
      get: afterStep(lanes, 'get', attempts.get),
    },
  };
}

/** Says which sentences, and about what; the words are other tests' matter. */
const muteVoice = (onSay: (turn: string) => void): Voice => ({
  say(outcome, how) {
    onSay(how.seed);
    const text = JSON.stringify(toldBy(outcome));
    const spoken = { ssml: '', plain: text, text, seconds: 0 };
    const card = outcome.card ? { kind: 'simple' as const, title: '', text: '' } : null;
    return { speech: spoken, reprompt: null, card, options: [], wording: how.wording };
  },
  supports: () => true,
  tries: () => true,
  languages: ['en'],
  drafts: [],
  reload: () => undefined,
});

function toldBy({ replies, effects = [], ending }: Outcome): Told {
  const placed = effects.find((effect) => effect.kind === 'placed');
  const state = ending.kind === 'ask' ? (ending.question.state as { id?: string } | null) : null;
  return { replies: replies.map(({ key }) => key), placed: placed?.orderId ?? null, proposal: state?.id ?? null };
}

export function told({ said }: Answer): Told {
  return said ? (JSON.parse(said.speech.text) as Told) : { replies: [], placed: null, proposal: null };
}

const deaf: Hearing = {
  hear: () => NOT_UNDERSTOOD,
  prepare: async () => {},
  read: () => undefined,
  alarms: () => false,
  launches: () => false,
  complete: (request) => request,
};
