/** Whatever a back end does: who asked gets an answer in time and in words, nothing technical is said, and it is asked again by and by. */

import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import type { Patience } from '../../lambda/services/commerce/patience';
import type { OpenedShop, ShopHouse } from '../../lambda/services/commerce/shop';
import type { Answered } from '../../lambda/vocabulary/answer';
import { FAULT_NAMES, type FaultName, openFaultyWay } from '../kit/faulty';
import { LOCALES } from '../kit/house';

export type ShopBehindAWay = {
  /** The address of the real one. */
  readonly url: string;
  /** Of a shopper with earlier orders. */
  readonly token: string;
  /** What they have bought, as they say it. */
  readonly bought: string;
  open(base: string, house: ShopHouse): Promise<OpenedShop>;
};

/** A quarter of what shoppers wait, and a second for a busy machine. */
const SHORT: Patience = { read: 450, aside: 250, quote: 625, write: 1_000, breakAfter: 5, probeAfter: 40 };
const LONG: Patience = { ...SHORT, read: 20_000, aside: 20_000, quote: 20_000, write: 20_000 };
const WITHIN_MS = 2_500;

const TECHNICAL =
  /[<>{}[\]]|https?:|\b(error|exception|undefined|null|json|html|time-?out|gateway|upstream|fetch|econn\w*|[45]\d\d)\b/i;

type FaultyHouse = Awaited<ReturnType<typeof openFaulty>>;
let turns = 0;

async function openFaulty(shop: ShopBehindAWay) {
  const way = await openFaultyWay(shop.url);
  const errors: object[] = [];
  const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
  const patience = { ...LONG };
  const house = await openEarshot({
    ...{ folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log, patience },
    provider: (needs) => {
      const routed: typeof fetch = (input, init) => needs.fetch(way.route(String(input)), init);
      return shop.open(way.base, { ...needs, fetch: routed });
    },
  });
  return {
    ...{ way, errors },
    isPatient(is: boolean) {
      Object.assign(patience, is ? LONG : SHORT);
    },
    async hears(intent: 'OrderStatus' | 'Reorder' | 'ShippingCost'): Promise<Answered['answer']> {
      turns += 1;
      const slots = intent === 'Reorder' ? { product: { said: shop.bought, ids: [] } } : {};
      const answered = await house.app.answer({
        ...{ id: `turn-${turns}`, requestId: `turn-${turns}`, channel: 'alexa', form: 'speech', locale: 'en-GB' },
        ...{ session: { id: 'one', isNew: false }, address: 'a speaker', credential: shop.token },
        deadline: Date.now() + (patience.read === LONG.read ? 30_000 : WITHIN_MS),
        heard: { kind: 'intent', intent, slots },
      });
      return answered.answer;
    },
    async close() {
      await house.close();
      await way.close();
    },
  };
}

const heardOf = ({ replies, question, said }: Answered['answer']) => {
  const words = `${said?.speech.plain} ${said?.speech.text}`;
  return { replies: [...replies, question?.id ?? ''], technical: TECHNICAL.exec(words)?.[0] ?? null };
};

/** What is said while all is well: of an order, which is known from before for a while, and of what is asked anew each time. */
async function usualIn(house: FaultyHouse) {
  const status = heardOf(await house.hears('OrderStatus')).replies.join();
  return { status, cost: heardOf(await house.hears('ShippingCost')).replies.join() };
}
type Usual = Awaited<ReturnType<typeof usualIn>>;

async function untilWell(house: FaultyHouse, { cost }: Usual): Promise<string> {
  let after = heardOf(await house.hears('ShippingCost')).replies.join();
  for (let tries = 0; tries < 50 && after !== cost; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, SHORT.probeAfter));
    after = heardOf(await house.hears('ShippingCost')).replies.join();
  }
  return after;
}

/** Turns while it is not well, and until it is again. */
async function bear(fault: FaultName, house: FaultyHouse, usual: Usual) {
  house.isPatient(false);
  house.way.fails(fault);
  const meanwhile = [heardOf(await house.hears('OrderStatus')), heardOf(await house.hears('Reorder'))];
  house.isPatient(true);
  house.way.fails(null);
  return { usual, meanwhile, after: await untilWell(house, usual), errors: house.errors.splice(0) };
}

/** So many houses at a time. */
const ABREAST = 6;

export function faultsContract(name: string, openShop: () => Promise<ShopBehindAWay>): void {
  describe(`${name}, whatever its back end does`, () => {
    const borne = new Map<FaultName, Awaited<ReturnType<typeof bear>>>();
    let shop: ShopBehindAWay;
    beforeAll(async () => {
      shop = await openShop();
      const left = [...FAULT_NAMES];
      const houses: [FaultyHouse, Usual][] = [];
      // One after the other: a shop on one file may not let several people sign in at once.
      for (let at = 0; at < ABREAST; at += 1) {
        const house = await openFaulty(shop);
        houses.push([house, await usualIn(house)]);
      }
      const work = async ([house, usual]: [FaultyHouse, Usual]) => {
        for (let fault = left.shift(); fault; fault = left.shift()) borne.set(fault, await bear(fault, house, usual));
        await house.close();
      };
      await Promise.all(houses.map(work));
    });

    test.each(FAULT_NAMES)('answers in time and in words: %s', (fault) => {
      const { usual, meanwhile, after, errors } = borne.get(fault) ?? fail(fault);
      expect(errors).toEqual([]);
      expect([usual.status, usual.cost]).toEqual([
        expect.stringMatching(/^OrderStatus/),
        expect.stringMatching(/^Shipping/),
      ]);
      const [status, reorder] = meanwhile;
      // As it was a moment ago.
      expect([fault, status?.replies.join()]).toEqual([fault, usual.status]);
      expect([fault, reorder?.replies]).toEqual([fault, ['Trouble.shopDown', 'TalkToHuman.offer']]);
      expect(meanwhile.map(({ technical }) => technical)).toEqual([null, null]);
      expect(after).toBe(usual.cost);
    });

    test('is asked again where a line kept from before was over, and nobody hears of it', async () => {
      const house = await openFaulty(shop);
      house.way.letsGo(1);
      const status = heardOf(await house.hears('OrderStatus'));
      house.way.letsGo(1);
      const cost = heardOf(await house.hears('ShippingCost'));
      await house.close();
      expect([status.replies, cost.replies]).toEqual([
        expect.arrayContaining([expect.stringMatching(/^OrderStatus/)]),
        expect.arrayContaining([expect.stringMatching(/^Shipping/)]),
      ]);
      expect(house.errors).toEqual([]);
    });

    test('is left alone after some silences, and asked again after a while', async () => {
      const house = await openFaulty(shop);
      const usual = await usualIn(house);
      house.way.fails('that it broke');
      for (let times = 0; times < SHORT.breakAfter; times += 1) await house.hears('ShippingCost');
      const asked = house.way.asked;
      await house.hears('ShippingCost');
      // One may have been let through, to try.
      expect(house.way.asked - asked).toBeLessThanOrEqual(1);
      house.way.fails(null);
      expect(await untilWell(house, usual)).toBe(usual.cost);
      expect(house.errors).toEqual([]);
      await house.close();
    });
  });
}

function fail(fault: string): never {
  throw new Error(`${fault} was not tried`);
}
