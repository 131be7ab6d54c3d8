/** A Tryton as a whole shop's read side, before a real one: everything its people can bring an order to, said as it is, and nothing bought. */

import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import { systemsOpener } from '../../lambda/house/shops';
import { readSystems } from '../../lambda/house/systems';
import { workingDaysAfter } from '../../lambda/providers/shop/kit/working-days';
import { open as openTrytonShop } from '../../lambda/providers/shop/tryton/index';
import { callWithin, type ShopperCall } from '../../lambda/services/commerce/call';
import { PATIENCE } from '../../lambda/services/commerce/patience';
import type { OpenedShop, ShopHouse } from '../../lambda/services/commerce/shop';
import { dayAfter, dayIn } from '../../lambda/vocabulary/calendar';
import { checkShop } from '../../scripts/shop-check';
import { accepted, errorOf } from '../contracts/shop-trial';
import { LOCALES } from '../kit/house';
import { settles } from '../kit/settles';
import { createTexter } from '../kit/texter';
import { describeWithTryton } from './tryton/here';
import { decimal } from './tryton/office';
import { type LiveTryton, openTryton } from './tryton/open';
import { peopleOf, type Sold } from './tryton/people';
import { goodsOf } from './tryton/warehouse';
import { openVtex } from './vtex/open';

/** The shop's, as the company has set none. Days there begin half a day and more before those of UTC: whoever moves one is found out. */
const ZONE = 'Pacific/Auckland';
const EMAIL = 'ana_costa@shop.example';

describeWithTryton('a Tryton as a whole shop', () => {
  let tryton: LiveTryton;
  let opened: OpenedShop;
  let around: ShopHouse;
  /** What Tryton says is said otherwise. */
  let bend: ((text: string) => string) | null = null;
  let people: ReturnType<typeof peopleOf>;
  let ana: number;
  let coffee: string;
  let house: Awaited<ReturnType<typeof openEarshot>>;
  const today = dayIn(ZONE, Date.now());
  const ago = (days: number) => dayAfter(today, -days);

  const call = () => callWithin(60_000, { locale: 'en-GB', now: Date.now });
  let pass: Pick<ShopperCall, 'shopperId' | 'credential'> | null = null;
  const asAna = async (): Promise<ShopperCall> => {
    if (pass) return { ...call(), ...pass };
    const found = accepted(await (opened.check as NonNullable<OpenedShop['check']>).shopperBy(EMAIL, call()));
    if (!found) throw new Error('nobody has the address');
    pass = { shopperId: found.shopper.id, credential: found.credential };
    return { ...call(), ...pass };
  };
  const orders = async () => accepted(await opened.shop.history.orders({ limit: 100 }, await asAna()));
  const orderOf = async ({ id }: { readonly id: number }) => (await orders()).find((one) => one.id === `${id}`);
  const stages = async (...sales: readonly { readonly id: number }[]) => {
    const all = await orders();
    return sales.map((sale) => all.find(({ id }) => id === `${sale.id}`)?.stage ?? 'no order');
  };
  const sold = (days: number, quantity = 1, more: Partial<Sold> = {}): Sold => {
    return { party: ana, day: ago(days), lines: [{ code: coffee, quantity, price: '10.00' }], ...more };
  };

  beforeAll(async () => {
    const vtex = await openVtex();
    const goods = goodsOf(vtex, vtex.world.book.all());
    await vtex.close();
    coffee = goods.find(({ name }) => /Bella Roma/.test(name))?.code ?? '';
    tryton = await openTryton(goods);
    const { office } = tryton;
    people = peopleOf(office);
    await people.shelve(coffee, ['Drinks', 'Coffee']);
    ana = await people.customer({ name: 'Ana Costa', email: EMAIL, city: 'Milano', country: 'IT' });
    // For whoever asks a database in its own words, "_" is any letter.
    await people.customer({ name: 'Another', email: 'anaxcosta@shop.example', city: 'Milano', country: 'IT' });
    const env = { SHOP: 'tryton', TRYTON_DELIVERY_DAYS: '2', ...tryton.env };
    const open = systemsOpener(readSystems(env, { secret: 'any', shopName: 'any' }, { systems: {} }));
    const provider: typeof open = async (within) => {
      const bent: typeof fetch = async (...asked) => {
        const answer = await within.fetch(...asked);
        return bend ? new Response(bend(await answer.text()), { headers: answer.headers }) : answer;
      };
      around = { ...within, fetch: bent };
      opened = await open(around);
      return opened;
    };
    // A machine that has much to do is no Tryton that is slow.
    const patience = { ...PATIENCE, read: 20_000, aside: 5_000 };
    const file = readShopFile();
    const hours = { ...file.support.hours, timeZone: ZONE };
    const shop = { ...file, support: { ...file.support, hours } };
    const log = { error: () => undefined, warn: () => undefined };
    house = await openEarshot({
      folder: null,
      shop,
      locales: LOCALES,
      strict: true,
      log,
      patience,
      provider,
    });
  });
  afterAll(async () => {
    await house?.close();
    await tryton?.close();
  });

  test('finds a party by its own address and no other, and keeps all that must not be written down', async () => {
    const { signIn } = opened.shop;
    if (signIn?.by !== 'code') throw new Error('shoppers are found by an address');
    expect(accepted(await signIn.find(EMAIL.toUpperCase(), call()))).toBe(`${ana}`);
    expect(accepted(await signIn.find('%@shop.example', call()))).toBeNull();
    expect(accepted(await signIn.find('nobody@shop.example', call()))).toBeNull();
    const twins = await people.customer({ name: 'One', email: 'two@shop.example', city: 'Milano', country: 'IT' });
    await people.customer({ name: 'Two', email: 'Two@shop.example', city: 'Milano', country: 'IT' });
    expect([twins > 0, accepted(await signIn.find('two@shop.example', call()))]).toEqual([true, null]);
    const known = accepted(await signIn.again(`${ana}`, call()))?.shopper.known ?? [];
    expect(new Set(known.map(({ kind }) => kind))).toEqual(new Set(['name', 'email', 'address']));
    for (const id of ['0', '-1', '9999999', "1' or 1=1", '__proto__']) {
      expect([id, accepted(await signIn.again(id, call()))]).toEqual([id, null]);
    }
    const mine = await asAna();
    const foreign = { ...mine, shopperId: `${twins}` };
    expect(errorOf(await opened.shop.history.orders({ limit: 1 }, foreign))).toEqual({ kind: 'unauthorised' });
    expect(errorOf(await opened.shop.accounts.whoIs('nobody', call()))).toEqual({ kind: 'unauthorised' });
  });

  test('tells every state of a sale and of what is sent of it, and of one nobody knows that it is unknown', async () => {
    const { office } = tryton;
    const draft = await people.note(sold(9));
    const off = await people.note(sold(8));
    await office.do('model.sale.sale.quote', [off.id]);
    expect(await stages(draft, off)).toEqual(['no order', 'no order']);
    await office.do('model.sale.sale.cancel', [off.id]);
    const stuck = await people.sell(sold(7));
    const [lost = 0] = await people.shipmentsOf(stuck);
    await office.do('model.stock.shipment.out.cancel', [lost]);
    const unpaid = await people.sell(sold(6, 1, { prepaid: true }));
    const sale = await people.sell(sold(5));
    const [shipment = 0] = await people.shipmentsOf(sale);
    await people.pick(shipment);
    expect(await stages(off, stuck, unpaid, sale)).toEqual(['cancelled', 'unknown', 'payment-pending', 'preparing']);
    for (const word of ['processing', 'waiting']) {
      bend = (text) => text.replaceAll(`"${word}"`, '"held-by-a-module"');
      expect([word, await stages(sale)]).toEqual([word, ['unknown']]);
    }
    bend = (text) => text.replaceAll('"processing"', '"confirmed"');
    expect(await stages(sale)).toEqual(['placed']);
    bend = null;
    await people.pack(shipment, 'HE10');
    await people.ship(shipment);
    const parcel = { stage: 'shipped', carrier: 'Heron Post', trackingNumber: 'HE10' };
    expect(await orderOf(sale)).toMatchObject({ stage: 'shipped', parcels: [parcel] });
  });

  test('tells of several shipments what has left and what has not, with the days they leave and come', async () => {
    const sale = await people.sell(sold(3, 3));
    const [first = 0] = await people.shipmentsOf(sale);
    await people.pick(first, 1);
    await people.pack(first, 'HE20');
    await people.ship(first);
    const order = await orderOf(sale);
    expect(order?.lines).toEqual([
      expect.objectContaining({ quantity: 3, unitPrice: { minor: 1000, currency: 'EUR' } }),
    ]);
    expect(order?.parcels.map(({ stage, trackingNumber }) => [stage, trackingNumber])).toEqual([
      ['shipped', 'HE20'],
      ['preparing', undefined],
    ]);
    expect(order).toMatchObject({ stage: 'shipped', total: { minor: 3000, currency: 'EUR' }, placed: ago(3) });
    // It left today, which Tryton writes in UTC where its company has no zone, and takes two working days from there.
    expect(order?.parcels[0]?.expected).toBe(workingDaysAfter(dayIn('UTC', Date.now()), 2));
  });

  test('tells days as the company wrote them, and moments in the zone they were in', async () => {
    const sale = await people.sell(sold(40));
    const now = await people.sell(sold(0));
    const all = await orders();
    const [old, fresh] = [sale, now].map(({ id }) => all.find((one) => one.id === `${id}`));
    expect([old?.placed, dayIn(ZONE, old?.placedAt ?? 0)]).toEqual([ago(40), ago(40)]);
    expect([fresh?.placed, dayIn(ZONE, fresh?.placedAt ?? 0)]).toEqual([today, today]);
    expect(Math.abs((fresh?.placedAt ?? 0) - Date.now())).toBeLessThan(600_000);
    expect(fresh?.today).toBe(dayIn('Europe/Rome', Date.now()));
    const times = all.map(({ placedAt }) => placedAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('tells what came back as a part of what was bought, and never as an order', async () => {
    const sale = await people.sell(sold(20, 2));
    for (const one of await people.shipmentsOf(sale)) {
      await people.pick(one);
      await people.pack(one, 'HE30');
      await people.ship(one);
    }
    const back = await people.takeBack(sale);
    const order = await orderOf(sale);
    expect(order).toMatchObject({ stage: 'shipped', refunded: [{ amount: { minor: 2000, currency: 'EUR' } }] });
    await people.receive(back);
    expect(await stages(sale, back)).toEqual(['returned', 'no order']);
  });

  test('tells the money of a return, of a credit note and of neither, by what the books say of it', async () => {
    const { id: company } = await tryton.office.first('company.company', []);
    const day = dayIn('UTC', Date.now());
    await people.openBooks(day, company as number);
    const mine = await asAna();
    const refunds = async ({ id }: { readonly id: number }) =>
      accepted((await opened.shop.care?.refunds?.(`${id}`, mine)) ?? fail()).map(({ state, amount, by }) => {
        return [state, amount.minor, state === 'paid' ? by : null];
      });
    const paid = async (sale: Awaited<ReturnType<typeof people.sell>>) => {
      const [invoice = 0] = await people.invoicesOf(sale);
      await people.post([invoice], day);
      await people.pay(invoice, day);
      return invoice;
    };
    const sale = await people.sell(sold(2, 2));
    const other = await people.sell(sold(2, 3));
    const unpaid = await people.sell(sold(2));
    await paid(sale);
    const invoice = await paid(other);
    expect([await refunds(sale), await refunds(other)]).toEqual([[], []]);
    const back = await people.takeBack(sale);
    expect(await refunds(sale)).toEqual([['asked', 2000, null]]);
    const [note = 0] = await people.invoicesOf(back);
    await people.post([note], day);
    expect(await refunds(sale)).toEqual([['on-its-way', 2000, null]]);
    await people.pay(note, day);
    expect(await refunds(sale)).toEqual([['paid', 2000, day]]);

    // Of money alone, which no sale the other way round says anything of.
    const credit = await people.credit(invoice);
    expect(await refunds(other)).toEqual([['asked', 3000, null]]);
    await people.post([credit], day);
    expect(await refunds(other)).toEqual([['on-its-way', 3000, null]]);
    expect((await orderOf(other))?.refunded).toMatchObject([{ amount: { minor: 3000, currency: 'EUR' } }]);
    const [open = 0] = await people.invoicesOf(unpaid);
    await people.post([open], day);
    await people.credit(open);
    expect(await refunds(unpaid)).toEqual([]);
    const stranger = { ...mine, shopperId: '999999' };
    expect(errorOf((await opened.shop.care?.refunds?.(`${sale.id}`, stranger)) ?? fail())).toEqual({
      kind: 'not-found',
    });
    const file = accepted((await opened.shop.care?.file?.(mine)) ?? fail());
    expect([file.orders.length > 2, file.addresses.map(({ city }) => city)]).toEqual([true, ['Milano']]);
    const clock = { now: Date.now, advance: () => undefined };
    const texter = createTexter({ ...house, clock }, { token: mine.credential, locale: 'en-GB' });
    await settles(
      () => texter.says('where is my refund').then(({ replies }) => replies),
      ['RefundStatus.onItsWay', 'RefundStatus.paid'],
    );
  });

  test('offers what lies in the warehouse and is promised to nobody, with its taxes, in its own money alone', async () => {
    const { shop } = opened;
    const { TRYTON_URL: base = '', TRYTON_USER: user = '', TRYTON_PASSWORD: password = '' } = tryton.env;
    const settings = { base, database: 'shop', user, password, days: null };
    const { id } = await tryton.office.first('product.product', [['code', '=', coffee]]);
    const offer = async (currency = 'EUR') =>
      accepted(await shop.catalogue.offers([`${id}`, '0', 'x'], currency, call()));
    await people.stock(coffee, 500);
    const [free] = await offer();
    expect(free).toMatchObject({ price: { minor: 100, currency: 'EUR' }, availability: { state: 'available' } });
    await people.sell(sold(0, 500));
    expect((await offer())[0]?.availability).toEqual({ state: 'sold-out' });
    expect(await offer('USD')).toEqual([]);
    // What is not a plain share of the price, nobody guesses.
    for (const [tax, price] of [
      [{ type: 'percentage', rate: decimal('0.22') }, 122] as const,
      [{ type: 'fixed', amount: decimal('1') }, null] as const,
    ]) {
      await people.taxedWith(tax);
      // Taxes are asked for again after ten minutes only.
      const again = await openTrytonShop(settings, around);
      const priced = accepted(await again.shop.catalogue.offers([`${id}`], 'EUR', call()));
      expect(priced[0]?.price.minor ?? null).toBe(price);
    }
    const [product] = accepted(await shop.catalogue.byIds([`${id}`, '0', '__proto__'], call()));
    const found = accepted(await shop.catalogue.find(product?.words[0] ?? '', call()));
    expect([product?.id, found.map((one) => one.id)]).toEqual([`${id}`, expect.arrayContaining([`${id}`])]);
    const page = accepted(await shop.catalogue.page(null, call()));
    // What delivery is booked as is nothing to buy.
    expect(page.goods.filter(({ name }) => name.title === 'Delivery')).toEqual([]);
  });

  test('answers where an order is, buys nothing, and says so with the way to a person', async () => {
    const email = 'bruno@shop.example';
    const party = await people.customer({ name: 'Bruno Conti', email, city: 'Milano', country: 'IT' });
    await people.sell(sold(0, 1, { party }));
    const bruno = accepted(await (opened.check as NonNullable<OpenedShop['check']>).shopperBy(email, call()));
    const clock = { now: Date.now, advance: () => undefined };
    const texter = createTexter({ ...house, clock }, { token: bruno?.credential ?? '', locale: 'en-GB' });
    // A machine that has much to do is no Tryton that is slow: who is not waited for is asked again.
    const hears = async (said: string, reply: string | undefined, asks: string) => {
      const told = () => texter.says(said).then(({ replies, asks: asked }) => [said, replies[0], asked]);
      await settles(told, [said, reply, asks]);
    };
    await hears('where is my order', 'OrderStatus.preparingExpected', 'Welcome.more');
    await hears('reorder my coffee', 'Trouble.notOffered', 'TalkToHuman.offer');
    await hears('what does shipping to Italy cost', 'Trouble.notOffered', 'TalkToHuman.offer');
    await hears('cancel my order', 'Care.cannot', 'TalkToHuman.offer');
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    expect(await checkShop({ opened, locales: ['en-GB'], email, buys: true, print })).toBe(true);
    expect(lines.join('\n')).toMatch(/– buying {4}not offered by voice, goes to a person/);
  });
});

function fail(): never {
  throw new Error('nothing of it is told here');
}
