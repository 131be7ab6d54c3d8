/** The turn as a whole: in time, once, and answered whatever breaks. */

import { realTimer } from '../lambda/services/in-time';
import type { SaidWords } from '../lambda/vocabulary/answer';
import type { IntentName } from '../lambda/vocabulary/intents';
import { openHouse } from './kit/house';
import { stopTime, timed } from './kit/timed';
import { intent, turnOf } from './kit/turn-of';
import { useHouse } from './kit/use-house';

describe('a slow shop', () => {
  beforeEach(stopTime);
  afterEach(() => {
    jest.useRealTimers();
  });

  const CASES: readonly (readonly [IntentName, Readonly<Record<string, string>>])[] = [
    ['Reorder', { product: 'coffee' }],
    ['Reorder', { product: 'dishwasher tablets' }],
    ['OrderStatus', {}],
    ['ShippingCost', {}],
    ['DeliveryTime', {}],
    ['ShippingOptions', {}],
    ['TalkToHuman', {}],
    ['Help', {}],
  ];

  test.each(CASES)('R6 %s is answered within six seconds, also right after a good turn: %j', async (name, slots) => {
    const house = await openHouse({ timer: realTimer });
    for (const knowsShopper of [false, true]) {
      if (knowsShopper) {
        house.demo.setFault(null);
        house.clock.advance(60_000);
        await jest.advanceTimersByTimeAsync(60_000);
        await timed(house, house.app.answer(turnOf(house, intent('OrderStatus', { product: 'dog food' }))));
      }
      house.demo.setFault('slow');
      const { answer, took } = await timed(house, house.app.answer(turnOf(house, intent(name, slots))));
      expect(took).toBeLessThanOrEqual(6_000);
      expect(answer.said?.speech.plain).not.toBe('');
      expect(answer.replies).not.toContain('Trouble.unexpected');
    }
    expect(house.errors).toEqual([]);
    await house.close();
  });

  test('R6 a yes into a slow shop is answered in time, and honestly', async () => {
    const house = await openHouse({ timer: realTimer });
    await timed(house, house.app.answer(turnOf(house, intent('Reorder', { product: 'coffee' }))));
    house.demo.setFault('slow');
    const { answer, took } = await timed(house, house.app.answer(turnOf(house, intent('Yes'))));
    expect(took).toBeLessThanOrEqual(6_000);
    expect(answer.replies).toEqual(['Purchase.unknown']);
    expect(answer.question).toBeNull();
    expect(house.errors).toEqual([]);
    await house.close();
  });

  test('says "one moment" once after 1.2 s, and nothing to a quick answer', async () => {
    const house = await openHouse({ timer: realTimer });
    const moments: { at: number; words: SaidWords }[] = [];
    const began = house.clock.now();
    const onSlow = (words: SaidWords) => void moments.push({ at: house.clock.now() - began, words });
    await timed(house, house.app.answer(turnOf(house, intent('OrderStatus')), onSlow));
    expect(moments).toEqual([]);
    house.demo.setFault('slow');
    const again = house.clock.now();
    await timed(house, house.app.answer(turnOf(house, intent('OrderStatus')), onSlow));
    expect(moments).toHaveLength(1);
    expect((moments[0]?.at ?? 0) - (again - began)).toBeGreaterThanOrEqual(1_150);
    expect((moments[0]?.at ?? 0) - (again - began)).toBeLessThanOrEqual(1_250);
    expect(moments[0]?.words.speech.ssml).toMatch(/^<speak>.+<\/speak>$/);
    await house.close();
  });
});

describe('a shop that is down', () => {
  const at = useHouse();

  test('still answers help, a person, and the way out', async () => {
    at.house.demo.setFault('down');
    const speaker = at.speaker();
    const welcome = await speaker.opens();
    expect(welcome.asks).toBe('Welcome.what');
    const helped = await speaker.hears('Help');
    expect(helped.replies).toEqual(['Help.general']);
    const passed = await speaker.hears('TalkToHuman');
    expect(passed.replies[0]).toMatch(/^TalkToHuman\.passed/);
    const stopped = await speaker.hears('Stop');
    expect(stopped.open).toBe(false);
  });

  test('keeps the goods when it goes down in the middle, and hands them to a person', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    at.house.demo.setFault('down');
    const broken = await speaker.hears('Reorder', { quantity: 3 });
    expect(broken.replies).toEqual(['Trouble.shopDown']);
    expect(broken.asks).toBe('TalkToHuman.offer');
    await speaker.yes();
    expect(at.house.orders()).toBe(0);
    const [packet] = await at.house.store.handOffs.list(10);
    expect(packet).toMatchObject({ reason: 'back-end-failed', lines: [{ productId: 'bella-roma-ground' }] });
  });

  test('is found again when it comes back', async () => {
    at.house.demo.setFault('down');
    const speaker = at.speaker();
    await speaker.hears('OrderStatus', { product: 'dog food' });
    at.house.demo.setFault(null);
    const told = await speaker.hears('OrderStatus', { product: 'dog food' });
    expect(told.replies).toEqual(['OrderStatus.outForDeliveryWindow']);
  });
});

describe('deliveries', () => {
  const at = useHouse();

  test('the same request gets the same answer, and acts once', async () => {
    const turn = turnOf(at.house, intent('Reorder', { product: 'coffee' }));
    const first = await at.house.app.answer(turn);
    const yes = turnOf(at.house, intent('Yes'));
    const placed = await at.house.app.answer(yes);
    expect(placed).toMatchObject({ kept: true, repeated: false, conversationId: 'shopper:shopper-ana' });
    expect(await at.house.app.answer(yes)).toEqual({ ...placed, repeated: true });
    expect(await at.house.app.answer(turn)).toEqual({ ...first, repeated: true });
    expect(at.house.orders()).toBe(1);
  });

  test('the same request from two channels is two requests', async () => {
    const turn = turnOf(at.house, intent('ShippingCost'));
    const spoken = await at.house.app.answer(turn);
    const typed = await at.house.app.answer({
      ...turn,
      channel: 'web',
      form: 'text',
      heard: { kind: 'text', text: 'help' },
    });
    expect(typed.answer.replies).not.toEqual(spoken.answer.replies);
  });

  test('turns at the same time all get an answer', async () => {
    const wishes = Array.from({ length: 6 }, () => turnOf(at.house, intent('ShippingCost')));
    const answers = await Promise.all(wishes.map((turn) => at.house.app.answer(turn)));
    for (const { answer } of answers) expect(answer.replies[0]).toMatch(/^ShippingCost\./);
  });
});

describe('what breaks', () => {
  test('a provider that throws is apologised for, logged with the turn, and the next turn works', async () => {
    let breaks = true;
    const house = await openHouse({
      wrap: (shop) => ({
        ...shop,
        history: {
          orders: async (query, call) => {
            if (breaks) throw new Error('the secret of the shop');
            return shop.history.orders(query, call);
          },
        },
      }),
    });
    const turn = turnOf(house, intent('OrderStatus', { product: 'dog food' }));
    const broken = await house.app.answer(turn);
    expect(broken).toMatchObject({ kept: false, repeated: false });
    expect(broken.answer.replies).toEqual(['Trouble.unexpected']);
    expect(broken.answer.question).toBeNull();
    expect(JSON.stringify(broken)).not.toContain('secret');
    expect(house.errors).toEqual([expect.objectContaining({ turn: turn.id })]);
    breaks = false;
    const told = await house.app.answer(turnOf(house, intent('OrderStatus', { product: 'dog food' })));
    expect(told.answer.replies).toEqual(['OrderStatus.outForDeliveryWindow']);
    await house.close();
  });
});
