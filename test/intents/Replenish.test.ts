/** Habits, reminders and what is told at a later visit: said as habits, kept by consent, told once, easy to stop. */

import type { Shop } from '../../lambda/services/commerce/shop';
import type { ReminderMade, ReminderWish } from '../../lambda/services/reach/reminders';
import { useHouse } from '../kit/use-house';

const DAY = 24 * 3_600_000;

/** What the shop has run out of, besides what it lacks anyway. */
const gone = new Set<string>();
let answers: ReminderMade = { kind: 'set' };
const set: ReminderWish[] = [];

const at = useHouse({
  wrap: (shop: Shop) => ({
    ...shop,
    catalogue: {
      ...shop.catalogue,
      async offers(ids, currency, call) {
        const offers = await shop.catalogue.offers(ids, currency, call);
        const without = (one: { readonly product: { readonly id: string } }) => gone.has(one.product.id);
        if (!offers.ok) return offers;
        return {
          ...offers,
          value: offers.value.map((one) => (without(one) ? { ...one, availability: { state: 'sold-out' } } : one)),
        };
      },
    },
  }),
  setReminder: async (wish) => {
    set.push(wish);
    return answers;
  },
});

beforeEach(() => {
  gone.clear();
  set.length = 0;
  answers = { kind: 'set' };
});

const back = { said: 'back', ids: ['back'] };
const coffee = { said: 'coffee', ids: ['bella-roma-ground'] };

describe('what is sold out', () => {
  test('is told at the next visit on any channel once it is back, and never again', async () => {
    gone.add('bella-roma-ground');
    const speaker = at.speaker();
    expect((await speaker.hears('Replenish', { habit: back, product: coffee })).replies).toEqual(['Later.kept']);
    await speaker.no();
    expect((await speaker.opens()).asks).toBe('Welcome.what');
    await speaker.hears('Stop');
    gone.clear();
    const texter = at.texter({ locale: 'it-IT' });
    const told = await texter.opens();
    expect(told.replies.at(-1)).toBe('Later.back');
    expect(told.show).toContain('Bella Roma');
    const summed = await texter.says('sì');
    expect(summed.asks).toBe('Purchase.confirm');
    await texter.says('no');
    for (const heard of [await speaker.opens(), await at.texter().opens()])
      expect(heard.replies).not.toContain('Later.back');
    expect(at.house.orders()).toBe(0);
  });

  test('is told behind a short answer, where the visit begins with a wish of its own', async () => {
    gone.add('marzola-pasta');
    await at.texter({ shopper: 'bruno' }).says('tell me when the fusilli are back in stock');
    gone.clear();
    const told = await at.texter({ shopper: 'bruno' }).says('what does shipping cost');
    expect([told.replies.at(-1), told.asks]).toEqual(['Later.back', 'Later.order']);
  });

  test.each([
    ['en-GB', "tell me when it's back", 'stop telling me'],
    ['it-IT', 'avvisami quando torna', 'smetti di avvisarmi'],
  ])('is asked about in %s, kept with a yes or so many words, and dropped again', async (locale, wish, stop) => {
    const texter = at.texter({ shopper: 'henry', locale });
    const asked = await texter.says(locale === 'en-GB' ? 'reorder my fish food' : 'riordina il mangime per pesci');
    expect([asked.replies.at(-1), asked.asks]).toEqual(['Purchase.noSubstitute', 'Later.whenBack']);
    expect((await texter.says('no')).replies).toEqual(['Later.notKept']);
    expect((await texter.says(wish)).replies).toEqual(['Later.kept']);
    const again = await texter.says(locale === 'en-GB' ? 'reorder my fish food' : 'riordina il mangime per pesci');
    expect(again.asks).not.toBe('Later.whenBack');
    expect((await texter.says(stop)).replies).toEqual(['Later.noMore']);
    const { memory } = (await at.house.store.conversations.load('shopper:shopper-henry')) ?? {};
    expect(memory?.advice.later).toBeUndefined();
  });

  test('is in what is kept, and goes with it', async () => {
    gone.add('bella-roma-ground');
    await at.texter().says('tell me when the coffee is back');
    const kept = async () =>
      JSON.stringify(await at.house.store.privacy.export(['shopper:shopper-ana'], 'shopper-ana'));
    expect(await kept()).toContain('bella-roma-ground');
    await at.house.store.privacy.erase(['shopper:shopper-ana'], 'shopper-ana');
    gone.clear();
    expect((await at.texter().opens()).replies).toEqual(['Welcome.first']);
  });
});

test('a reminder that cannot ring is brought up at a visit from its day on, with a yes to that', async () => {
  const texter = at.texter();
  const asked = await texter.says('remind me to buy coffee in three weeks');
  expect([asked.replies, asked.asks]).toEqual([['Reminder.notHere'], 'Later.onDay']);
  expect((await texter.says('yes')).replies).toEqual(['Later.keptFrom']);
  const speaker = at.speaker();
  expect((await speaker.opens()).asks).toBe('Welcome.what');
  await speaker.hears('Stop');
  at.house.clock.advance(21 * DAY);
  const told = await speaker.opens();
  expect([told.replies.at(-1), told.asks]).toEqual(['Later.asWished', 'Later.order']);
  expect((await speaker.no()).replies).toEqual(['Later.notKept']);
  expect((await speaker.opens()).asks).toBe('Welcome.what');
});

test.each(['remind me to buy coffee on friday', 'remind me on friday'])(
  'a weekday to remind on is the next one: %s',
  async (said) => {
    const texter = at.texter();
    expect((await texter.says(said)).asks).toBe('Later.onDay');
    expect((await texter.says('yes')).replies).toEqual(['Later.keptFrom']);
    const speaker = at.speaker();
    // It is Sunday: until Thursday nothing is brought up.
    at.house.clock.advance(4 * DAY);
    expect((await speaker.opens()).replies).not.toContain('Later.asWished');
    await speaker.hears('Stop');
    at.house.clock.advance(DAY);
    expect((await speaker.opens()).replies).toContain('Later.asWished');
  },
);

test.each<[ReminderMade, string, string | null]>([
  [{ kind: 'set' }, 'Reminder.set', 'Welcome.more'],
  [{ kind: 'full' }, 'Reminder.full', 'Welcome.more'],
  [{ kind: 'unsupported' }, 'Reminder.notOnThis', 'Welcome.more'],
  [{ kind: 'unavailable' }, 'Reminder.failed', 'Welcome.more'],
  [{ kind: 'consent-needed' }, 'Reminder.asking', null],
])('of a reminder of which Alexa says %j the shopper hears %s', async (made, reply, asks) => {
  answers = made;
  const speaker = at.speaker({ device: 'profile' });
  const asked = await speaker.hears('Replenish', { habit: { said: 'remind me', ids: ['remind'] }, product: coffee });
  expect([asked.asks, set]).toEqual(['Reminder.confirm', []]);
  const said = await speaker.yes();
  expect([said.replies, said.asks, set.length]).toEqual([[reply], asks, 1]);
});

test('asks Alexa for leave by voice, sets it after a yes, and goes on after a no or nothing', async () => {
  answers = { kind: 'consent-needed' };
  const speaker = at.speaker({ device: 'profile' });
  const remind = { habit: { said: 'remind me', ids: ['remind'] }, product: coffee };
  await speaker.hears('Replenish', remind);
  const { response } = await speaker.yes();
  const [directive] = response.directives ?? [];
  expect(directive).toMatchObject({ type: 'Connections.SendRequest', name: 'AskFor' });
  expect(JSON.stringify(directive)).toContain('alexa::alerts:reminders:skill:readwrite');
  const token = JSON.parse(JSON.stringify(directive)).token as string;
  answers = { kind: 'set' };
  const results = [
    [{ status: 'ACCEPTED' }, 'Reminder.set'],
    [{ status: 'DENIED' }, 'Reminder.refused'],
    [{ status: 'NOT_ANSWERED' }, 'Reminder.asked'],
  ] as const;
  for (const [result, reply] of results) expect((await speaker.resumes(token, '200', result)).replies).toContain(reply);
  expect(set).toHaveLength(2);
  expect(set[1]).toMatchObject({ minute: 600, timeZone: 'Europe/Rome' });
});

test.each([
  [
    'en-GB',
    ['what is due', 'every twenty weeks instead', 'every zero weeks', 'stop asking about the olive oil', 'what is due'],
  ],
  [
    'it-IT',
    [
      'cosa mi serve',
      'ogni venti settimane invece',
      'ogni zero settimane',
      "non chiedermi più dell'olio",
      'cosa mi serve',
    ],
  ],
])(
  'in %s a habit is passed over, set right, and left alone for good',
  async (locale, [due = '', every = '', odd = '', stop = '', again = '']) => {
    const texter = at.texter({ shopper: 'chiara', locale });
    const told = await texter.says(due);
    expect([told.replies, told.asks]).toEqual([['Replenish.usually'], 'Replenish.order']);
    expect((await texter.says(every)).replies).toEqual(['Replenish.rhythmSet', 'Replenish.nextOne']);
    expect((await texter.says(due)).replies[0]).toBe('Replenish.nothingDue');
    expect((await texter.says(odd)).replies).toEqual(['Replenish.rhythmOdd']);
    expect((await texter.says(stop)).replies).toEqual(['Replenish.stopped']);
    expect((await texter.says(again)).show).not.toMatch(/Colle Sereno/);
  },
);

test('whoever ends a subscription hears what the shop has of them, and is offered nothing to buy', async () => {
  const ends = [
    ['en-GB', 'how do I stop my subscription'],
    ['it-IT', "come disdico l'abbonamento"],
    ['de-DE', 'wie kündige ich mein Abo'],
    ['pl', 'jak anulować subskrypcję'],
    ['cs', 'jak zruším předplatné'],
  ] as const;
  for (const [locale, said] of ends) {
    const { replies, asks } = await at.texter({ locale }).says(said);
    expect([said, replies, asks]).toEqual([said, ['SupportPolicy.told'], 'Welcome.more']);
  }
});
