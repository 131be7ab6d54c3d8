/** What Master Data knows of a shopper and is told of them: the cart of the pages, read here and finished there; and that a person was asked for. */

import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { PATIENCE } from '../../lambda/services/commerce/patience';
import { erase } from '../../lambda/services/privacy/erasure';
import { LOCALES } from '../kit/house';
import { createTexter } from '../kit/texter';
import { settle } from '../kit/writer';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';

const HOUR = 3_600_000;
const UNHURRIED = { ...PATIENCE, read: HOUR, aside: HOUR, quote: HOUR, write: HOUR };
const judge = createJudge();

/** A Thursday at ten in Milan. */
let now = Date.UTC(2026, 10, 26, 9);
let live: LiveVtex;
let house: Awaited<ReturnType<typeof openHouse>>;
const errors: object[] = [];

async function openHouse() {
  const provider = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
  const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
  const timing = { timer: () => () => undefined, pause: () => new Promise<void>((done) => setImmediate(done)) };
  const clocks = { now: () => now, calendar: () => now, patience: UNHURRIED };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log, provider };
  const opened = await openEarshot({ ...options, ...clocks, ...timing });
  await opened.ready('en');
  return opened;
}

beforeAll(async () => {
  live = await openVtex({ clock: () => now, judge });
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  await live.close();
});
afterEach(() => expect([errors.splice(0), judge.take()]).toEqual([[], []]));

const texter = (form: 'text' | 'speech' = 'text') => {
  const clock = { now: () => now + HOUR, advance: () => undefined };
  return createTexter({ ...house, clock }, { token: live.signIn('ana'), form });
};
const customer = () => {
  const all = live.world.documents.get('CL');
  const [id, one] = [...(all?.entries() ?? [])].find(([, { email }]) => email === 'ana.ferri@example.com') ?? [];
  if (!all || !id || !one) throw new Error('Ana is no customer');
  return { userId: String(one.userId), id, set: (change: object) => void all.set(id, { ...one, ...change }) };
};

test('a cart is read as the pages left it, changed by none but them, and finished there', async () => {
  const orders = live.world.book.all().length;
  const ana = texter();
  const told = await ana.says("what's in my cart");
  expect(told.replies).toEqual(['CartCheckout.inCart', 'CartCheckout.finishThere']);
  expect(told.show).toMatch(/2 things.*Vetrachiara.*Saponella/);
  for (const said of ['empty my cart', 'add two bags of coffee to my cart', 'take the soap out of my cart'])
    expect([said, (await ana.says(said)).replies]).toEqual([said, ['CartCheckout.onlyThere']]);
  const paid = await ana.says('check out');
  expect(paid.replies).toEqual(['CartCheckout.onPage', 'Purchase.payHere']);
  const [page] = /https:\S+/.exec(paid.show) ?? [];
  const skus = new URL(page ?? '').searchParams.getAll('sku');
  expect([new URL(page ?? '').pathname, skus.length]).toEqual(['/checkout/cart/add', 2]);
  // Aloud no address is said; it stands on a card.
  const heard = await texter('speech').says('check out');
  expect(heard.show).not.toContain('http');
  expect(JSON.stringify(heard.answer.said?.card)).toContain('/checkout/cart/add?');
  // Nobody is asked whether to order what nobody here can order.
  expect((await ana.says('what does shipping cost')).asks).not.toMatch(/^CartCheckout/);
  expect(live.world.book.all().length).toBe(orders);
});

test('a cart that was bought is empty, as is one that says nothing we understand', async () => {
  const ana = texter();
  customer().set({ checkouttag: { DisplayValue: 'Finalizado' } });
  expect((await ana.says("what's in my cart")).replies).toEqual(['CartCheckout.empty']);
  customer().set({ checkouttag: { DisplayValue: 'Carrinho' }, rclastcart: 'https://evil.example/?sku=101&qty=1' });
  expect((await ana.says("what's in my cart")).replies).toEqual(['CartCheckout.empty']);
  // Of three lines one is one.
  customer().set({
    rclastcart: 'add?sku=101&qty=2&seller=1&sku=1%20or%201&qty=1&seller=1&sku=102&qty=-4&seller=1&sc=1',
  });
  const told = await ana.says("what's in my cart");
  expect(told.show).toMatch(/1 thing/);
  customer().set({ rclastcart: null });
});

test('a hand-off is in the contact history with its reference, without a word that was said, and goes with whoever is forgotten', async () => {
  const contacts = () =>
    [...(live.world.documents.get('earshot')?.values() ?? [])].filter(({ kind }) => kind === 'contact');
  const ana = texter();
  await ana.says('it smelled of petrol');
  expect((await ana.says('I want to talk to a person')).replies[0]).toBe('TalkToHuman.passed');
  live.world.limits.throttle(1);
  await settle(house);
  now += 2 * 60_000;
  await settle(house);
  const [one, ...more] = contacts();
  const { userId, id } = customer();
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    shopper: userId,
    customer: id,
    channels: 'web',
    when: expect.stringMatching(/^2026-11-26T/),
  });
  expect(String(one?.reference).length).toBeGreaterThan(3);
  expect(JSON.stringify(one)).not.toMatch(/petrol|Ana|Ferri/);

  // While Master Data does not answer it is not erased, and says so; then it is, here and there.
  live.world.limits.throttle(1);
  const whose = { shopper: userId };
  await expect(erase(whose, house)).rejects.toThrow(/has not forgotten/);
  expect(contacts()).toHaveLength(1);
  await erase(whose, house);
  expect(contacts()).toEqual([]);
});
