/** Orders of a VTEX, parcels of a Tryton: what has left the warehouse is said, part by part, whatever befalls the line between them. */

import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import { systemsOpener } from '../../lambda/house/shops';
import { readSystems } from '../../lambda/house/systems';
import { open as openTracking } from '../../lambda/providers/shop/tryton/tracking';
import { type Call, callWithin } from '../../lambda/services/commerce/call';
import type { PackedOrder } from '../../lambda/services/commerce/packed';
import { PATIENCE } from '../../lambda/services/commerce/patience';
import type { ShopHouse } from '../../lambda/services/commerce/shop';
import { accepted, errorOf } from '../contracts/shop-trial';
import { LOCALES } from '../kit/house';
import { settles } from '../kit/settles';
import { createTexter } from '../kit/texter';
import { VOICE } from './tryton/fill';
import { describeWithTryton } from './tryton/here';
import { openOffice } from './tryton/office';
import { type LiveTryton, openTryton } from './tryton/open';
import type { Sale } from './tryton/people';
import { goodsOf, takeOver } from './tryton/warehouse';
import { type LiveVtex, openVtex } from './vtex/open';

type Behind = Awaited<ReturnType<typeof takeOver>>;

describeWithTryton('a Tryton behind the counter', () => {
  let vtex: LiveVtex;
  let tryton: LiveTryton;
  let behind: Behind;
  /** Ana's dog food, which has left the warehouse. */
  let dogFood: string;

  beforeAll(async () => {
    vtex = await openVtex();
    const orders = vtex.world.book.all().filter(({ person }) => person.demo.name === 'ana');
    const open = orders.filter(({ packages }) => packages.some(({ courierStatus: there }) => !there?.finished));
    dogFood = open[0]?.orderId ?? '';
    tryton = await openTryton(goodsOf(vtex, vtex.world.book.all()));
    behind = await takeOver(open, vtex, tryton.office);
  });
  afterAll(async () => {
    await tryton?.close();
    await vtex?.close();
  });

  async function sold(orderId: string): Promise<Sale> {
    const order = vtex.world.book.byId(orderId);
    if (!order) throw new Error(`there is no order ${orderId}`);
    const { sales } = await takeOver([order], vtex, tryton.office);
    return sales.get(orderId) ?? { id: 0, lines: [] };
  }

  test('holds the conversation of the README, and follows what it has sold through the warehouse', async () => {
    const errors: object[] = [];
    const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
    const env = { ...vtex.env, ...tryton.env, TRACKING: 'tryton' };
    const provider = systemsOpener(readSystems(env, { secret: 'any', shopName: 'any' }, { systems: {} }));
    // A machine that has much to do is no Tryton that is slow.
    const patience = { ...PATIENCE, aside: 5_000 };
    const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log, patience };
    const house = await openEarshot({ ...options, provider });
    await house.ready('en');
    const before = vtex.world.book.all().length;
    const clock = { now: Date.now, advance: () => undefined };
    const texter = createTexter({ ...house, clock }, { token: vtex.signIn('ana'), locale: 'en-GB' });
    const hears = async (said: string, reply: string, words: RegExp) => {
      const { replies, show } = await texter.says(said);
      expect([said, replies[0], show]).toEqual([said, reply, expect.stringMatching(words)]);
      return replies;
    };
    await hears('reorder my coffee', 'Purchase.summary', /Bella Roma.*€14\.80/);
    await hears('make it three', 'Purchase.summary', /3 × Bella Roma.*€20\.25/);
    await hears('yes', 'Purchase.placed', /./);
    // VTEX has heard of no parcel: that it has left is known to the warehouse alone.
    await hears('where is my dog food', 'OrderStatus.shippedExpected', /Brontolino/);
    await hears('the last bag was torn', 'DeliveryProblem.sorry', /€18\.00/);
    await hears('yes', 'Remedy.refunded', /€18\.00/);
    const [bought] = vtex.world.book.all().slice(before);
    const sale = await sold(bought?.orderId ?? '');
    const [shipment = 0] = await behind.people.shipmentsOf(sale);
    await hears('where is my coffee', 'OrderStatus.preparingExpected', /Bella Roma/);
    await behind.people.pick(shipment, 1);
    await behind.people.pack(shipment, 'HE77');
    await behind.people.ship(shipment);
    const parts = ['OrderStatus.parcels', 'OrderStatus.parcelShippedExpected', 'OrderStatus.parcelPreparing'];
    // Who is slow is not waited for where something is known, and told the next time.
    const told = () => texter.says('where is my coffee').then(({ replies }) => replies.slice(0, 3));
    await settles(told, parts);
    await hears('I want to talk to a person', 'TalkToHuman.passed', /./);
    expect(errors).toEqual([]);
    await house.close();
  });

  describe('on the line between them', () => {
    const methods: string[] = [];
    const sessions: string[] = [];
    let now = Date.now();
    /** As it is, with all that was asked written down. */
    const watched: typeof fetch = async (input, init) => {
      methods.push(/"method":"([\w.]+)"/.exec(String(init?.body))?.[1] ?? '');
      sessions.push(new Headers(init?.headers).get('authorization') ?? '');
      return fetch(input, init);
    };
    const logins = () => methods.filter((name) => name === 'common.db.login').length;
    beforeEach(() => {
      methods.length = 0;
      sessions.length = 0;
      now = Date.now();
    });
    const call = () => callWithin(20_000, { locale: 'en-GB', now: () => now });

    async function ask(env: Partial<LiveTryton['env']> = {}) {
      const { TRYTON_URL: base, TRYTON_USER: user, TRYTON_PASSWORD: password } = { ...tryton.env, ...env };
      const settings = {
        ...{ base: base ?? '', database: 'shop', days: null },
        user: user ?? '',
        password: password ?? '',
      };
      const house = { fetch: watched, now: () => now } as Pick<ShopHouse, 'fetch' | 'now'>;
      const { tracking, faults } = await openTracking(settings, house);
      if (tracking.by !== 'warehouse' || !faults) throw new Error('a warehouse was opened');
      return {
        packed: (within: Call, number: string) => tracking.packed([number], within),
        faults: () => faults(call()),
      };
    }
    const stages = (told: readonly PackedOrder[]) => told.map(({ parcels }) => parcels.map(({ stage }) => stage));

    test('is let in once for all who ask at once, and once more when its session is over', async () => {
      const { packed, faults } = await ask();
      const all = await Promise.all([
        packed(call(), dogFood),
        packed(call(), dogFood),
        packed(call(), 'nobody knows it'),
      ]);
      expect(all.map((one) => stages(accepted(one)))).toEqual([[['shipped']], [['shipped']], []]);
      expect(logins()).toBe(1);
      const headers = { authorization: sessions.at(-1) ?? '', 'content-type': 'application/json' };
      const body = JSON.stringify({ id: 1, method: 'common.db.logout', params: [] });
      expect((await fetch(`${tryton.url}/shop/`, { method: 'POST', headers, body })).ok).toBe(true);
      const again = await Promise.all([packed(call(), dogFood), packed(call(), dogFood)]);
      expect(again.map((one) => stages(accepted(one)))).toEqual([[['shipped']], [['shipped']]]);
      expect([logins(), await faults()]).toEqual([2, []]);
    });

    test('tries a wrong password once a minute, so that Tryton locks nobody out', async () => {
      const wrong = await ask({ TRYTON_USER: 'another', TRYTON_PASSWORD: 'another one' });
      for (let tries = 0; tries < 8; tries += 1) expect((await wrong.packed(call(), dogFood)).ok).toBe(false);
      expect([logins(), await wrong.faults()]).toEqual([1, ['TRYTON_USER or TRYTON_PASSWORD is wrong']]);
      now += 61_000;
      expect([(await wrong.packed(call(), dogFood)).ok, logins()]).toEqual([false, 2]);
      expect(stages(accepted(await (await ask()).packed(call(), dogFood)))).toEqual([['shipped']]);
    });

    test('waits where Tryton asks for patience, and says so to whoever sets it up', async () => {
      const headers = { 'content-type': 'application/json' };
      const params = ['hurried', { password: 'guessed' }, 'en'];
      const body = JSON.stringify({ id: 1, method: 'common.db.login', params });
      const guess = async () => (await fetch(`${tryton.url}/shop/`, { method: 'POST', headers, body })).status;
      const statuses = [await guess(), await guess(), await guess()];
      expect(statuses).toEqual([401, 401, 429]);
      const hurried = await ask({ TRYTON_USER: 'hurried', TRYTON_PASSWORD: 'guessed' });
      for (let tries = 0; tries < 4; tries += 1) expect((await hurried.packed(call(), dogFood)).ok).toBe(false);
      expect([logins(), await hurried.faults()]).toEqual([1, ['Tryton was asked too often']]);
    });

    test('ends in time where being let in takes longer, and the next who asks is answered', async () => {
      const { packed } = await ask();
      const late = { ...call(), signal: AbortSignal.timeout(1) };
      expect(errorOf(await packed(late, dogFood))).toEqual({ kind: 'timeout', outcome: 'not-sent' });
      expect(stages(accepted(await packed(call(), dogFood)))).toEqual([['shipped']]);
      expect(logins()).toBe(1);
    });

    test('may read what it needs, and write nothing', async () => {
      const { faults } = await ask();
      expect(await faults()).toEqual([]);
      const office = await openOffice(tryton.url, VOICE);
      await expect(office.do('model.sale.sale.write', [1], { description: 'ours' })).rejects.toThrow(/not allowed/);
      const none = await ask({ TRYTON_URL: `${tryton.url}/elsewhere` });
      expect((await none.faults())[0]).toMatch(/TRYTON_/);
    });
  });
});
