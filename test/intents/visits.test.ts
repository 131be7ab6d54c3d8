/** Visits: the welcome, what an earlier visit left open, and who may answer what. */

import { openHouse } from '../kit/house';
import { createSpeaker, type Speaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';

const at = useHouse();
const HOUR = 60 * 60_000;

describe('the welcome', () => {
  test('is long at first, then shorter, then a breath; it always asks', async () => {
    const speaker = at.speaker();
    const heard = [];
    for (let visit = 0; visit < 4; visit += 1) {
      heard.push(await speaker.opens());
      await speaker.hears('Stop');
    }
    expect(heard.map(({ replies }) => replies[0])).toEqual([
      'Welcome.first',
      'Welcome.returning',
      'Welcome.brief',
      'Welcome.brief',
    ]);
    for (const { asks, open } of heard) expect({ asks, open }).toEqual({ asks: 'Welcome.what', open: true });
    const seconds = heard.map(({ answer }) => answer.said?.speech.seconds ?? 0);
    expect(seconds[2]).toBeLessThan(seconds[1] ?? 0);
    expect(seconds[1]).toBeLessThan(seconds[0] ?? 0);
  });

  test.each(['Yes', 'No', 'Select', 'More', 'Next', 'Previous'] as const)(
    '%s means nothing when nothing was asked, and is answered',
    async (intent) => {
      const heard = await at.speaker().hears(intent);
      expect(heard.replies).toEqual(['Welcome.nothingAsked']);
      expect(heard.asks).toBe('Welcome.what');
    },
  );

  test('"no" to "anything else?" ends the visit; "yes" asks what', async () => {
    const speaker = at.speaker();
    await speaker.hears('ShippingOptions');
    const yes = await speaker.yes();
    expect(yes.asks).toBe('Welcome.what');
    const no = await speaker.no();
    expect(no.replies).toEqual(['Welcome.goodbye']);
    expect(no.open).toBe(false);
  });

  test('repeat at the very first says that nothing was asked', async () => {
    const heard = await at.speaker().hears('Repeat');
    expect(heard.replies).toEqual(['Welcome.nothingAsked']);
  });

  test('repeat after the visit is over says the last answer again', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    await speaker.yes();
    const again = await speaker.hears('Repeat');
    expect(again.replies).toEqual(['Purchase.placed', 'Purchase.details']);
    expect(again.asks).toBe('Welcome.more');
    expect(at.house.orders()).toBe(1);
  });

  test('repeat on the next day names the day as it is then', async () => {
    const speaker = at.speaker({ shopper: 'chiara' });
    const told = await speaker.hears('OrderStatus', { product: 'wipes' });
    expect(told.say).toContain('tomorrow');
    speaker.forgets();
    at.house.clock.advance(24 * HOUR);
    const again = await speaker.hears('Repeat');
    expect(again.say).toContain('today');
  });
});

describe('a purchase that was left', () => {
  const abandoned = async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    await speaker.falls();
    at.house.clock.advance(HOUR);
    return speaker;
  };

  test('is offered at the next visit with a fresh quote, and the yes orders it', async () => {
    const speaker = await abandoned();
    const offered = await speaker.opens();
    expect(offered.replies).toEqual(['Welcome.leftover', 'Purchase.summary']);
    expect(offered.asks).toBe('Purchase.confirm');
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test.each([
    ['is silent again', []],
    ['asks for help', ['Help']],
    ['is not understood', ['Fallback']],
    ['asks for something else', ['ShippingCost']],
    ['has it repeated', ['Repeat']],
  ] as const)('is not offered twice when the shopper then %s', async (_what, intents) => {
    const speaker = await abandoned();
    await speaker.opens();
    for (const intent of intents) {
      const heard = await speaker.hears(intent);
      expect(heard.asks).toBe('Purchase.confirm');
    }
    await speaker.falls();
    const next = await speaker.opens();
    expect(next.replies).not.toContain('Welcome.leftover');
    expect(next.asks).toBe('Welcome.what');
    expect(at.house.orders()).toBe(0);
  });

  test('is not offered when it was declined or cancelled', async () => {
    for (const refuse of ['No', 'Cancel', 'Stop'] as const) {
      const speaker = at.speaker({ person: refuse });
      await speaker.hears('Reorder', { product: 'coffee' });
      await speaker.hears(refuse);
      const next = await speaker.opens();
      expect(next.replies).not.toContain('Welcome.leftover');
    }
  });

  test('is forgotten after a day', async () => {
    const speaker = await abandoned();
    at.house.clock.advance(24 * HOUR);
    const next = await speaker.opens();
    expect(next.replies).not.toContain('Welcome.leftover');
  });

  test('is brought up, short, once something else was asked first, and its yes asks it in full', async () => {
    const speaker = await abandoned();
    expect((await speaker.hears('OrderStatus', { product: 'dog food' })).asks).toBe('Resume.goOnWith');
    const again = await speaker.yes();
    expect([again.replies, again.asks]).toEqual([['Welcome.resume', 'Purchase.summary'], 'Purchase.confirm']);
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test.each([
    ['refused', (speaker: Speaker) => speaker.no()],
    ['passed over', (speaker: Speaker) => speaker.hears('OrderStatus', { product: 'cat food' })],
  ] as const)('is not brought up again where that was %s', async (_how, answers) => {
    const speaker = await abandoned();
    await speaker.hears('OrderStatus', { product: 'dog food' });
    expect((await answers(speaker)).asks).toBe('Welcome.more');
    await speaker.no();
    expect((await speaker.opens()).replies).not.toContain('Welcome.leftover');
    expect(at.house.orders()).toBe(0);
  });

  test('is not answered by a late yes in a later session', async () => {
    const speaker = await abandoned();
    const late = await speaker.yes();
    expect(late.replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(0);
  });

  test('moves to another speaker within minutes, asked again in full', async () => {
    const kitchen = at.speaker();
    await kitchen.hears('Reorder', { product: 'coffee' });
    const bedroom = at.speaker();
    const moved = await bedroom.yes();
    expect(moved.replies).toEqual(['Purchase.summary']);
    expect(at.house.orders()).toBe(0);
    await bedroom.yes();
    expect(at.house.orders()).toBe(1);
    const old = await kitchen.yes();
    expect(old.asks).not.toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(1);
  });
});

describe('two people in a house', () => {
  test('a recognised person never answers the question of another', async () => {
    const ana = at.speaker({ person: 'ana' });
    const marco = at.speaker({ person: 'marco' });
    await ana.hears('Reorder', { product: 'coffee' });
    const heard = await marco.yes();
    expect(heard.replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(0);
  });

  test('somebody who was not recognised does not answer it either', async () => {
    await at.speaker({ person: 'ana' }).hears('Reorder', { product: 'coffee' });
    const heard = await at.speaker().yes();
    expect(heard.replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(0);
  });

  test('a voice that is not recognised for a moment stays the one that began the session', async () => {
    const speaker = at.speaker({ person: 'ana' });
    await speaker.hears('Reorder', { product: 'coffee' });
    speaker.recognises(undefined);
    expect((await speaker.yes()).replies).toContain('Purchase.placed');
    expect(at.house.orders()).toBe(1);
  });

  test('a session that nobody recognised began is not taken over by a voice that comes and goes', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    speaker.recognises('marco');
    expect((await speaker.yes()).replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(0);
  });

  test('another recognised voice in the same session answers nothing, and voids nothing by a purchase of its own', async () => {
    const speaker = at.speaker({ person: 'ana' });
    await speaker.hears('Reorder', { product: 'coffee' });
    speaker.recognises('marco');
    expect((await speaker.hears('Reorder', { product: 'dog food' })).asks).toBe('Purchase.confirm');
    speaker.recognises('ana');
    const placed = await speaker.yes();
    expect(placed.replies).toContain('Purchase.placed');
    expect(placed.card).toMatchObject({ content: expect.stringContaining('Bella Roma') });
    expect(at.house.orders()).toBe(1);
  });

  test('nobody is offered what another person left', async () => {
    const ana = at.speaker({ person: 'ana' });
    await ana.hears('Reorder', { product: 'coffee' });
    await ana.falls();
    const marco = await at.speaker({ person: 'marco' }).opens();
    expect(marco.replies).toEqual(['Welcome.first']);
  });

  test('nobody hears of the hand-off of another person', async () => {
    await at.speaker({ person: 'ana' }).hears('TalkToHuman');
    const marco = at.speaker({ person: 'marco' });
    const welcome = await marco.opens();
    expect(welcome.replies).toEqual(['Welcome.first']);
    const passed = await marco.hears('TalkToHuman');
    expect(passed.replies[0]).toBe('TalkToHuman.passed');
    const all = await at.house.store.handOffs.list(10);
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(2);
  });

  test('in one session two voices keep their own questions', async () => {
    const kitchen = at.speaker({ person: 'ana' });
    const marcoSays = async (name: string) => {
      const sent = kitchen.envelope({ type: 'IntentRequest', intent: { name, confirmationStatus: 'NONE' } });
      sent.context.System.person = { personId: 'marco' };
      return kitchen.send(sent);
    };
    await kitchen.hears('Reorder', { product: 'coffee' });
    const refused = await marcoSays('AMAZON.YesIntent');
    expect(refused.replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(0);
    await marcoSays('ShippingCost');
    const placed = await kitchen.yes();
    expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
  });
});

describe('strangers', () => {
  test.each(['Reorder', 'OrderStatus'] as const)(
    'a guest who asks for %s gets a link card and words',
    async (intent) => {
      const heard = await at.speaker({ shopper: null }).hears(intent);
      expect(heard.replies).toEqual(['Trouble.link']);
      expect(heard.card).toEqual({ type: 'LinkAccount' });
      expect(heard.open).toBe(false);
    },
  );

  test('a token the shop does not know asks to link again', async () => {
    const heard = await at.speaker({ shopper: 'zoe' }).hears('OrderStatus');
    expect(heard.replies).toEqual(['Trouble.relink']);
    expect(heard.card).toEqual({ type: 'LinkAccount' });
  });

  test('a token the shop does not know still gets shipping questions answered', async () => {
    const heard = await at.speaker({ shopper: 'zoe' }).hears('ShippingCost');
    expect(heard.replies[0]).toMatch(/^ShippingCost\./);
  });

  test('two guests are two conversations', async () => {
    await at.speaker({ shopper: null }).hears('TalkToHuman');
    const other = await at.speaker({ shopper: null }).opens();
    expect(other.replies).toEqual(['Welcome.first']);
  });
});

test('a token that is revoked in the middle asks to link again, and orders nothing', async () => {
  let revoked = false;
  const refusal = { ok: false, error: { kind: 'unauthorised' } } as const;
  const house = await openHouse({
    wrap: (shop) => ({
      ...shop,
      accounts: { whoIs: async (token, call) => (revoked ? refusal : shop.accounts.whoIs(token, call)) },
      history: { orders: async (query, call) => (revoked ? refusal : shop.history.orders(query, call)) },
      purchases: {
        ...shop.purchases,
        place: async (wanted, call) => (revoked ? refusal : shop.purchases.place(wanted, call)),
      },
    }),
  });
  const speaker = createSpeaker(house);
  await speaker.hears('Reorder', { product: 'coffee' });
  revoked = true;
  const refused = await speaker.yes();
  expect(refused.replies).toEqual(['Trouble.relink']);
  expect(refused.card).toEqual({ type: 'LinkAccount' });
  const status = await speaker.hears('OrderStatus');
  expect(status.replies).toEqual(['Trouble.relink']);
  expect(house.orders()).toBe(0);
  expect(house.errors).toEqual([]);
  await house.close();
});
