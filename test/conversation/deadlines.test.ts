/** Whatever hangs, who asked gets an answer in time: the shop's list of goods, the store, a desk, an address. */

import type { Shop } from '../../lambda/services/commerce/shop';
import { realTimer } from '../../lambda/services/in-time';
import type { Store } from '../../lambda/services/store';
import type { Turn } from '../../lambda/vocabulary/heard';
import { type House, type HouseOptions, MONDAY, openHouse } from '../kit/house';
import { stopTime, timed } from '../kit/timed';
import { intent, turnOf, WITHIN } from '../kit/turn-of';

beforeEach(stopTime);
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
  jest.useRealTimers();
});

const houses: House[] = [];

async function houseWith(options: HouseOptions): Promise<House> {
  const house = await openHouse({ timer: realTimer, at: MONDAY, ...options });
  houses.push(house);
  return house;
}

const typed =
  (text: string, wish: Partial<Turn> = {}) =>
  (house: House) =>
    turnOf(house, { kind: 'text', text }, { channel: 'web', form: 'text', address: 'visitor', ...wish });

/** Resolves never. */
const hangs = () => new Promise<never>(() => undefined);

type Switch = { hangs: boolean; asked: number };

function hungCatalogue(at: Switch) {
  return (shop: Shop): Shop => ({
    ...shop,
    catalogue: {
      ...shop.catalogue,
      page(after, call) {
        at.asked += 1;
        return at.hangs ? hangs() : shop.catalogue.page(after, call);
      },
    },
  });
}

describe('a list of goods that does not come', () => {
  test.each([
    ['Stop', {}, 'Welcome.goodbye'],
    ['Help', {}, 'Help.general'],
    ['Yes', {}, 'Welcome.nothingAsked'],
    ['OrderStatus', { date: 'today' }, 'OrderStatus'],
    ['Reorder', { quantity: '2' }, 'Reorder'],
  ] as const)('is not asked for by what names no goods: %s', async (name, slots, key) => {
    const at = { hangs: true, asked: 0 };
    const house = await houseWith({ wrap: hungCatalogue(at) });
    const { answer, took } = await timed(house, house.app.answer(turnOf(house, intent(name, slots))));
    expect({ asked: at.asked, quick: took <= 100 }).toEqual({ asked: 0, quick: true });
    expect(answer.replies[0] ?? answer.question?.id).toContain(key);
  });

  test('leaves typed words understood, and in time', async () => {
    const house = await houseWith({ wrap: hungCatalogue({ hangs: true, asked: 0 }) });
    const { answer, took, kept } = await timed(house, house.app.answer(typed('help')(house)));
    expect(answer.replies).toEqual(['Help.general']);
    expect(took).toBeLessThanOrEqual(2_000);
    expect(kept).toBe(true);
  });

  test('leaves what was bought before to be ordered again', async () => {
    const house = await houseWith({ wrap: hungCatalogue({ hangs: true, asked: 0 }) });
    const { answer, took } = await timed(
      house,
      house.app.answer(turnOf(house, intent('Reorder', { product: 'coffee' }))),
    );
    expect(answer.question?.id).toBe('Purchase.confirm');
    expect(took).toBeLessThanOrEqual(WITHIN);
  });

  test('is waited for no second time where an earlier one is known', async () => {
    const at = { hangs: false, asked: 0 };
    const house = await houseWith({ wrap: hungCatalogue(at) });
    await timed(house, house.app.answer(typed('where is my dog food', { credential: 'demo-ana' })(house)));
    at.hangs = true;
    house.clock.advance(3_600_000);
    const { answer, took } = await timed(house, house.app.answer(typed('where is my dog food')(house)));
    expect(answer.intent).toBe('OrderStatus');
    expect(answer.slots.product?.ids).toContain('pawbridge-dog-food');
    expect(took).toBeLessThanOrEqual(100);
    expect(at.asked).toBe(2);
  });

  test('is asked for anew by and by, and what is new is known then', async () => {
    const at = { hangs: false, asked: 0 };
    const house = await houseWith({ wrap: hungCatalogue(at) });
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await timed(house, house.app.answer(typed('where is my dog food')(house)));
      house.clock.advance(7.5 * 60_000);
    }
    expect(at.asked).toBe(2);
  });
});

describe('a store that does not answer', () => {
  function hungStore(names: readonly (keyof Store['conversations'])[], at: { hangs: boolean }) {
    return (store: Store): Store => {
      const hung = names.map((name) => [
        name,
        (...values: readonly never[]) =>
          at.hangs ? hangs() : (store.conversations[name] as (...values: readonly never[]) => unknown)(...values),
      ]);
      return { ...store, conversations: { ...store.conversations, ...Object.fromEntries(hung) } };
    };
  }

  test.each(['open', 'commit'] as const)('for %s is apologised for in time, and found again', async (name) => {
    const at = { hangs: true };
    const house = await houseWith({ watchStore: hungStore([name], at) });
    const turn = turnOf(house, intent('Help'));
    const { answer, took, kept } = await timed(house, house.app.answer(turn));
    expect(answer.replies).toEqual(['Trouble.unexpected']);
    expect(took).toBeLessThanOrEqual(WITHIN + 50);
    expect(kept).toBe(false);
    expect(house.errors.splice(0)).toHaveLength(1);
    at.hangs = false;
    const again = await timed(house, house.app.answer({ ...turn, deadline: house.clock.now() + WITHIN }));
    expect(again).toMatchObject({ kept: true, answer: { replies: ['Help.general'] } });
  });

  test('nor tell who somebody is in writing, is no longer waited for', async () => {
    const house = await houseWith({
      watchStore: (store) => ({ ...store, contacts: { ...store.contacts, get: hangs, of: hangs } }),
    });
    const passed = await timed(house, house.app.answer(turnOf(house, intent('TalkToHuman'))));
    expect(passed).toMatchObject({ kept: false, answer: { replies: ['Trouble.unexpected'] } });
    expect(passed.took).toBeLessThanOrEqual(WITHIN + 50);
  });

  test('writes down nothing that nobody waited for', async () => {
    const release: (() => void)[] = [];
    const house = await houseWith({
      watchStore: (store) => ({
        ...store,
        conversations: {
          ...store.conversations,
          async open(key) {
            await new Promise<void>((resolve) => release.push(resolve));
            return store.conversations.open(key);
          },
        },
      }),
    });
    const turn = turnOf(house, intent('Help'));
    expect((await timed(house, house.app.answer(turn))).kept).toBe(false);
    for (const go of release) go();
    await jest.advanceTimersByTimeAsync(1_000);
    const ana = 'shopper:shopper-ana';
    expect(await house.store.conversations.answerOf('alexa', turn.requestId, ana)).toBeNull();
  });
});

describe('what can be gone on without', () => {
  test('a desk that does not say whether anybody is there is taken for open', async () => {
    const house = await houseWith({
      desk: () => ({ ...NO_DESK, availability: hangs }),
    });
    const { answer, took, kept } = await timed(house, house.app.answer(turnOf(house, intent('TalkToHuman'))));
    expect(answer.replies[0]).toBe('TalkToHuman.passed');
    expect(kept).toBe(true);
    expect(took).toBeLessThanOrEqual(2_000);
  });

  test('an address that Amazon does not tell is replaced by a code', async () => {
    const house = await houseWith({ readProfile: hangs, channels: [MAIL] });
    const device = { pushesLinks: false, profile: { endpoint: 'https://api.eu.amazonalexa.com', token: 't' } };
    const { credential, ...guest } = turnOf(house, intent('SendToPhone'), { device });
    const { answer, took } = await timed(house, house.app.answer(guest));
    expect(answer.replies).toContain('SendToPhone.code');
    expect(took).toBeLessThanOrEqual(2_000);
  });
});

const done = async () => ({ kind: 'done' }) as const;
const NO_DESK = {
  name: 'silent',
  open: done,
  tell: done,
  end: done,
  forget: done,
  read: async () => [],
};
const MAIL = { name: 'email', copies: 'noticed', send: done, read: () => [] } as const;

describe('a shop that is slow', () => {
  type Slow = { hangs: boolean; late: (() => void)[]; asked: () => void };
  const slow = (at: Slow) => (shop: Shop) => ({
    ...shop,
    history: {
      async orders(...of: Parameters<Shop['history']['orders']>) {
        at.asked();
        const result = shop.history.orders(...of);
        if (at.hangs) await new Promise<void>((resolve) => at.late.push(resolve));
        return result;
      },
    },
  });
  const status = (house: House, product = 'dog food') =>
    timed(house, house.app.answer(turnOf(house, intent('OrderStatus', { product }))));

  test('is not waited for where it is known how an order was, and its age is said', async () => {
    const at: Slow = { hangs: false, late: [], asked: () => undefined };
    const house = await houseWith({ wrap: slow(at) });
    const before = await status(house);
    at.hangs = true;
    house.clock.advance(20 * 60_000);
    // Of what a turn does before it asks the shop nothing is said here.
    let askedAt = 0;
    at.asked = () => {
      askedAt = house.clock.now();
    };
    const told = await status(house);
    expect(told.answer.replies).toEqual(['OrderStatus.lastKnown', ...before.answer.replies]);
    expect(told.answer.said?.speech.plain).toContain('20 minutes ago');
    expect(house.clock.now() - askedAt).toBeLessThanOrEqual(300);
    // What came when nobody waited any more is told the next time.
    for (const go of at.late) go();
    await jest.advanceTimersByTimeAsync(100);
    house.clock.advance(60_000);
    const next = await status(house);
    expect(next.answer.replies).toEqual(before.answer.replies);
    expect(house.clock.now() - askedAt).toBeLessThanOrEqual(300);
  });

  test('is waited for where what is known does not tell it, or is of yesterday', async () => {
    const at: Slow = { hangs: false, late: [], asked: () => undefined };
    const house = await houseWith({ wrap: slow(at) });
    await status(house);
    at.hangs = true;
    const other = await status(house, 'piano');
    expect(other.answer.replies).toEqual(['Trouble.shopDown']);
    expect(other.took).toBeGreaterThan(1_000);
    house.clock.advance(13 * 3_600_000);
    const old = await status(house);
    expect(old.answer.replies[0]).toBe('OrderStatus.lastKnown');
    expect(old.took).toBeGreaterThan(1_000);
    expect(old.took).toBeLessThanOrEqual(WITHIN);
  });

  test('is not spoken for after something was changed, nor for whoever was forgotten', async () => {
    const at: Slow = { hangs: false, late: [], asked: () => undefined };
    const house = await houseWith({ wrap: slow(at) });
    for (const change of ['cancel my cat food order', 'delete all my data']) {
      await status(house);
      for (const text of [change, 'yes'])
        await timed(house, house.app.answer(typed(text, { credential: 'demo-ana' })(house)));
      at.hangs = true;
      expect((await status(house)).answer.replies).toEqual(['Trouble.shopDown']);
      at.hangs = false;
      for (const go of at.late.splice(0)) go();
    }
  });
});
