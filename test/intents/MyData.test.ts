/** What is kept, where it comes from, and being forgotten: confirmed in writing, done when it is said to be. */

import { exportOf } from '../../lambda/services/privacy/erasure';
import { anyCall } from '../kit/call';
import type { House } from '../kit/house';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const wish = (id: string) => ({ wish: { said: id, ids: [id] } });
/** All that is kept of Ana. */
async function keptOf(house: House) {
  const who = await house.shop.accounts.whoIs('demo-ana', anyCall());
  if (!who.ok) throw new Error('the demo shop does not know Ana');
  return exportOf({ shopper: who.value.id }, house);
}

const FORGET = ['MyData.erased', 'MyData.shopKeeps'];

test('counts what is kept, and where the rest is', async () => {
  const texter = at.texter();
  await texter.says('where is my dog food');
  const read = await texter.says('what do you know about me');
  expect(read.replies).toEqual(['MyData.kept', 'MyData.shopKeeps']);
  expect(read.show).toContain('30 days');
});

test('in a chat it asks once, and erases nothing after a no', async () => {
  const texter = at.texter();
  await texter.says('where is my dog food');
  expect((await texter.says('forget me')).asks).toBe('MyData.forget');
  expect((await texter.says('no')).replies).toContain('MyData.unchanged');
  const kept = await keptOf(at.house);
  expect(kept.history?.length).toBeGreaterThan(0);
});

test.each([
  ['half a yes', 'i guess so'],
  ['a doubt', 'yes but wait'],
  ['another question', 'where is my dog food'],
])('erases nothing after %s', async (_what, said) => {
  const texter = at.texter();
  await texter.says('where is my dog food');
  await texter.says('forget me');
  expect((await texter.says(said)).replies).not.toContain('MyData.erased');
  expect((await keptOf(at.house)).history?.length).toBeGreaterThan(0);
});

test('says that it is erased when it is, and then knows nothing and says so', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  await speaker.hears('TalkToHuman');
  const texter = at.texter();
  await texter.says('delete everything you know about me');
  expect((await texter.says('yes')).replies).toEqual(FORGET);
  const kept = await keptOf(at.house);
  expect(kept.hand_off).toEqual([]);
  expect(kept.packet).toEqual([]);
  expect(JSON.stringify(kept.history)).not.toContain('dog');
  expect((await texter.says('what did you say')).replies[0]).not.toContain('OrderStatus');
  expect((await texter.says('why do you know that')).replies[0]).toMatch(/^MyData\.(nothingSaid|fromTalk)$/);
});

test('lines of an erased conversation go on after those that were seen', async () => {
  const texter = at.texter({ shopper: null });
  await texter.says('where is my dog food');
  await texter.says('forget me');
  const before = await at.house.store.conversations.load(`web:${texter.name}`);
  await texter.says('yes');
  const after = await at.house.store.conversations.load(`web:${texter.name}`);
  expect(after?.version).toBeGreaterThan(before?.version ?? 0);
  const lines = await at.house.store.conversations.since(`web:${texter.name}`, null, 10);
  expect(lines.map(({ by }) => by)).toEqual(['bot']);
});

test('at a speaker nobody is forgotten by a voice alone: it is confirmed in writing', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  const heard = await speaker.hears('MyData', wish('forget'));
  expect(heard.replies).toEqual(['MyData.notHere', 'MyData.code']);
  expect(heard.open).toBe(false);
  expect(JSON.stringify(heard.card)).toMatch(/\d{3} \d{3}/);
  await speaker.yes();
  expect((await keptOf(at.house)).history?.length).toBeGreaterThan(0);
});

const done = async () => ({ kind: 'done' }) as const;

describe('at a desk that cannot forget just now', () => {
  const broken = useHouse({
    desk: () => ({
      name: 'embedded',
      availability: async () => ({ kind: 'open', waiting: 0 }),
      open: done,
      tell: done,
      end: done,
      read: async () => [],
      forget: async () => ({ kind: 'later', why: 'it is down' }),
    }),
    log: { error: () => undefined, warn: () => undefined },
  });

  test('does not say that anything is erased', async () => {
    const texter = broken.texter();
    await texter.says('i want to talk to a person');
    const speaker = broken.texter();
    await speaker.says('forget me');
    const read = await speaker.says('yes');
    expect(read.replies).not.toContain('MyData.erased');
  });
});

test.each([
  ['OrderStatus', { product: 'dog food' }, 'MyData.fromOrders'],
  ['ShippingCost', {}, 'MyData.fromShelf'],
  ['SupportPolicy', { topic: { said: 'returns', ids: ['returns'] } }, 'MyData.fromContent'],
] as const)('"why do you know that?" after %s names its source', async (intent, slots, source) => {
  const speaker = at.speaker();
  await speaker.hears(intent, slots);
  expect((await speaker.hears('MyData', wish('source'))).replies[0]).toBe(source);
});

test('whether data is sold is answered in the words of the shop', async () => {
  const read = await at.texter({ shopper: null }).says('do you sell my data');
  expect(read.replies[0]).toBe('MyData.told');
});

test.each([
  ['en-GB', 'what do you know about me', ['cancel everything', 'delete it all', 'delete everything']],
  ['it-IT', 'cosa sai di me', ['cancella tutto', 'annulla tutto']],
] as const)(
  '"delete everything" after one\'s data is about them, never about orders (%s)',
  async (locale, asked, said) => {
    const texter = at.texter({ locale });
    for (const words of said) {
      await texter.says(asked);
      expect((await texter.says(words)).asks).toBe('MyData.forget');
      await texter.says('no');
    }
    await texter.says(locale === 'it-IT' ? "dov'è il mio ordine" : 'where is my order');
    expect((await texter.says(said[0])).asks).not.toBe('MyData.forget');
  },
);

test('an account is closed at the shop, one signs out there, and who one is here is told', async () => {
  const ana = at.texter();
  expect(await ana.says('close my account')).toMatchObject({ replies: ['MyData.closing'], asks: 'MyData.forget' });
  await ana.says('no');
  const heard = [await ana.says('log me out'), await ana.says('am i signed in')];
  expect(heard.map(({ replies }) => replies[0])).toEqual(['MyData.leaving', 'MyData.linked']);
  expect((await at.texter({ shopper: null }).says('am i signed in')).replies[0]).toBe('MyData.guest');
  const aloud = await at.speaker().hears('MyData', wish('close'));
  expect([aloud.replies[0], aloud.asks]).toEqual(['MyData.closing', 'Welcome.more']);
});

test('a file is never given at a speaker: it is asked for again in writing', async () => {
  const heard = await at.speaker().hears('MyData', wish('export'));
  expect(heard.replies).toEqual(['MyData.onlyThere', 'MyData.codeForFile']);
  expect(heard.open).toBe(false);
});

test('a guest is told what is kept of them before it goes, and of no account', async () => {
  const guest = at.texter({ shopper: null });
  await guest.says('hello');
  const asked = await guest.says('forget me');
  expect([asked.replies, asked.asks]).toEqual([['MyData.kept'], 'MyData.forget']);
  expect((await guest.says('yes')).replies).toEqual(['MyData.erased']);
});
