/** Tries what a shop can do, a line each with how long it took; what is wrong names the setting to change. It buys nothing unless told to. */

import { randomUUID } from 'node:crypto';
import { CARE_KINDS, type CareAction, type CareKind, doneBy } from '../lambda/services/care/care';
import { type Call, callWithin, type Result, type ShopperCall } from '../lambda/services/commerce/call';
import type { GoodsPage, Product } from '../lambda/services/commerce/catalogue';
import type { Order, Parcel } from '../lambda/services/commerce/orders';
import type { Proposal } from '../lambda/services/commerce/purchases';
import type { OpenedShop } from '../lambda/services/commerce/shop';
import { moneyShown } from '../lambda/services/commerce/sums';
import type { Tracking } from '../lambda/services/commerce/tracking';
import type { Money } from '../lambda/vocabulary/values';
import { wellSaid, worstTitles } from './titles-said';

export type Checking = {
  readonly opened: OpenedShop;
  /** One for each language. */
  readonly locales: readonly string[];
  /** Whose orders are looked at; null: nobody's. */
  readonly email: string | null;
  readonly buys: boolean;
  print(line: string): void;
};

/** A read waits no longer, in milliseconds: whoever sets up a shop has more patience than whoever talks to it. */
const PATIENCE_MS = 20_000;
const PERSON = 'not offered by voice, goes to a person';

class Broken extends Error {
  override name = 'Broken';
}

/** Whether all is well. */
export async function checkShop(checking: Checking): Promise<boolean> {
  const lines = createLines(checking.print);
  const faults = (await lines.tried('set-up', () => faultsOf(checking))) ?? [];
  for (const fault of faults) lines.wrong(fault);
  // Of what cannot be asked nothing more can be said.
  if (faults.length > 0 && !(await canBeAsked(checking))) return false;
  const goods = await checkGoods(checking, lines);
  await checkShopper(checking, lines);
  await checking.opened.check?.tidy(callIn(checking.locales[0] ?? 'en-GB'));
  for (const line of numbersOf(goods)) checking.print(line);
  return lines.isWell();
}

function callIn(locale: string): Call {
  return callWithin(PATIENCE_MS, { locale, now: Date.now });
}

async function faultsOf({ opened, locales }: Checking) {
  const faults = (await opened.check?.faults(callIn(locales[0] ?? 'en-GB'))) ?? [];
  return { told: faults.length === 0 ? 'credentials and settings are right' : null, value: faults };
}

async function canBeAsked({ opened, locales }: Checking): Promise<boolean> {
  return (await opened.shop.catalogue.page(null, callIn(locales[0] ?? 'en-GB'))).ok;
}

type Told<T> = { /** null: it says so itself. */ readonly told: string | null; readonly value: T };
type Lines = ReturnType<typeof createLines>;

function createLines(print: (line: string) => void) {
  let isWell = true;
  const line = (mark: string, name: string, what: string) => print(`${mark} ${name.padEnd(9)} ${what}`);
  return {
    isWell: () => isWell,
    wrong(fault: string) {
      isWell = false;
      line('✗', '', fault);
    },
    note: (name: string, what: string) => line('–', name, what),
    /** null: it failed, which the line says. */
    async tried<T>(name: string, work: () => Promise<Told<T>>): Promise<T | null> {
      const began = Date.now();
      try {
        const { told, value } = await work();
        if (told !== null) line('✓', name, `${told}  (${Date.now() - began} ms)`);
        return value;
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        isWell = false;
        line('✗', name, `${error.message}  (${Date.now() - began} ms)`);
        return null;
      }
    },
  };
}

/** Throws `Broken` in words of whoever sets up the shop. */
function said<T>(result: Result<T>, hint = 'look at its address and its credentials in .env'): T {
  if (result.ok) return result.value;
  const { error } = result;
  const detail = error.kind === 'timeout' ? 'it did not answer in time' : `it answered "${error.kind}"`;
  throw new Broken(`${detail}; ${hint}`);
}

async function checkGoods({ opened, locales }: Checking, lines: Lines): Promise<readonly Product[]> {
  let goods: readonly Product[] = [];
  for (const locale of locales) {
    const found = await lines.tried(`goods ${locale.slice(0, 2)}`, async () => {
      const value = await everything(opened, locale);
      const [first] = value;
      if (!first) throw new Broken('nothing is for sale');
      return { told: `${value.length}, of them "${first.name.voiceTitle ?? first.name.title}"`, value };
    });
    if (goods.length === 0) goods = found ?? [];
  }
  return goods;
}

/** Each page has all its time. */
async function everything({ shop }: Checking['opened'], locale: string): Promise<readonly Product[]> {
  const all: Product[] = [];
  let after: string | null = null;
  do {
    const page: GoodsPage = said(await shop.catalogue.page(after, callIn(locale)));
    all.push(...page.goods);
    after = page.next;
  } while (after !== null);
  return all;
}

async function checkShopper(checking: Checking, lines: Lines): Promise<void> {
  const { opened, email, locales } = checking;
  const { check } = opened;
  if (!check)
    return lines.note('shopper', 'this provider finds nobody by e-mail: its goods are all that is tried here');
  if (email === null) return lines.note('shopper', 'give --shopper E-MAIL to see their orders, a parcel and a quote');
  const locale = locales[0] ?? 'en-GB';
  const found = await lines.tried('shopper', async () => {
    const value = said(await check.shopperBy(email, callIn(locale)));
    if (!value) throw new Broken(`nobody at the shop has the address ${email}; look at --shopper`);
    return { told: `${value.shopper.firstName}, ${value.shopper.address.city}`, value };
  });
  if (!found) return;
  const asked = (): ShopperCall => ({
    ...callIn(locale),
    shopperId: found.shopper.id,
    credential: found.credential,
  });
  const orders = (await lines.tried('orders', () => ordersOf(checking, asked()))) ?? [];
  await checkParcel(checking, { orders, lines }, asked());
  const quote = await checkQuote(checking, { orders, lines }, asked());
  await checkCart(checking, lines, asked());
  const bought = checking.buys && quote ? await buy(checking, { quote, lines }, asked()) : null;
  for (const kind of ORDERLY) await checkCare(checking, { kind, bought, lines }, asked());
}

/** What is done to the order that was just placed, so that all of it can be: taken back last. */
const ORDERLY: readonly CareKind[] = [...CARE_KINDS.filter((kind) => kind !== 'cancel'), 'cancel'];

async function ordersOf({ opened }: Checking, call: ShopperCall): Promise<Told<readonly Order[]>> {
  const value = said(await opened.shop.history.orders({ limit: 100 }, call));
  const [newest] = value;
  const told = newest ? `${value.length}, the newest of ${newest.placed}: ${newest.stage}` : 'none yet';
  return { told, value };
}

async function checkParcel({ opened }: Checking, { orders, lines }: Quoting, call: ShopperCall): Promise<void> {
  const sent = orders.find(({ parcels }) => parcels.some(({ trackingNumber }) => trackingNumber !== undefined));
  const parcel = sent?.parcels.find(({ trackingNumber }) => trackingNumber !== undefined);
  const told = parcel ? `${parcel.carrier ?? 'somebody'} has one: ${parcel.stage}` : 'none of them has one on its way';
  const { tracking } = opened.shop;
  const order = sent ?? orders[0];
  if (!tracking || !order || (tracking.by === 'carrier' && !parcel)) return lines.note('parcel', told);
  await lines.tried('parcel', async () => {
    return { told: `${told}; ${await followed(tracking, { order, parcel }, call)}`, value: null };
  });
}

type Followed = { readonly order: Order; readonly parcel: Parcel | undefined };

async function followed(tracking: Tracking, { order, parcel }: Followed, call: ShopperCall): Promise<string> {
  const hint = 'look at the settings of what follows parcels: TRACKING, or systems.tracking in shop/shop.json';
  if (tracking.by === 'carrier') {
    const [known] = said(await tracking.parcels([parcel?.trackingNumber ?? ''], call), hint);
    return `by its carrier: ${known?.stage ?? 'not heard of yet'}`;
  }
  const [known] = said(await tracking.packed([order.number], call), hint);
  return `by the warehouse: ${known ? known.parcels.map(({ stage }) => stage).join(', ') : 'nothing packed'}`;
}

type Quoting = { readonly orders: readonly Order[]; readonly lines: Lines };

async function checkQuote(
  { opened }: Checking,
  { orders, lines }: Quoting,
  call: ShopperCall,
): Promise<Proposal | null> {
  const usual = orders.flatMap((order) => order.lines)[0];
  if (opened.shop.purchases.isOffered === false) {
    lines.note('buying', PERSON);
    return null;
  }
  return lines.tried('quote', async () => {
    const productId = usual?.product.id ?? said(await opened.shop.catalogue.page(null, call)).goods[0]?.id ?? '';
    const wanted = { lines: [{ productId, quantity: 1 }] };
    const hint = 'look at the delivery methods, and at the stock of what was bought last';
    const value = said(await opened.shop.purchases.propose(wanted, call), hint);
    return { told: `${shown(value.total)} with ${shown(value.shipping)} delivery, arriving ${value.arrives}`, value };
  });
}

async function checkCart({ opened }: Checking, lines: Lines, call: ShopperCall): Promise<void> {
  const { cart } = opened.shop;
  if (!cart) return lines.note('cart', PERSON);
  await lines.tried('cart', async () => {
    const value = said(await cart.contents(call));
    return { told: value.length === 0 ? 'empty' : `${value.length} goods in it`, value };
  });
}

type Buying = { readonly quote: Proposal; readonly lines: Lines };

async function buy({ opened }: Checking, { quote, lines }: Buying, call: ShopperCall): Promise<Order | null> {
  return lines.tried('buy', async () => {
    const hint = 'look at the payment method';
    const value = said(await opened.shop.purchases.place(quote, call), hint);
    const again = said(await opened.shop.purchases.place(quote, call), hint);
    if (again.id !== value.id) throw new Broken('the same yes made two orders');
    return { told: `order ${value.number}, once for two yeses`, value };
  });
}

/** What a platform may rightly refuse of an order that has just been placed, and of a cent. */
const LATER: Readonly<Partial<Record<CareKind, string>>> = {
  refund: 'allowed; not tried: only what has been sent is refunded here',
  coupon: 'allowed; not tried: there is none of a cent here',
};

type Caring = { readonly kind: CareKind; readonly bought: Order | null; readonly lines: Lines };

async function checkCare({ opened }: Checking, { kind, bought, lines }: Caring, call: ShopperCall): Promise<void> {
  const { care } = opened.shop;
  if (!care?.[kind]) return lines.note(kind, PERSON);
  const action = bought && actionOn(bought, kind);
  await lines.tried(kind, async () => {
    const allowed = await opened.check?.may(kind, call);
    if (allowed?.ok && !allowed.value.may) throw new Broken(allowed.value.setting);
    const run = action && doneBy(care, action, randomUUID());
    if (!run) return { told: 'allowed; not tried', value: null };
    const result = await run(call);
    const later = LATER[kind];
    if (!result.ok && result.error.kind === 'not-now' && allowed?.ok && later) return { told: later, value: null };
    const receipt = said(result);
    return { told: `done: ${'how' in receipt ? receipt.how : receipt.kind}`, value: null };
  });
}

/** null: it is not tried on an order that has just been placed. */
function actionOn({ id, lines, total }: Order, kind: CareKind): CareAction | null {
  const one = { minor: 1, currency: total.currency };
  const parts = lines.slice(0, 1).map(({ product }) => ({ productId: product.id, quantity: 1 }));
  switch (kind) {
    case 'refund':
      return { kind, orderId: id, parts, amount: one };
    case 'coupon':
      return { kind, orderId: id, worth: one, days: 1 };
    case 'cancel':
      return { kind, orderId: id, parts: null };
    case 'resend':
    case 'return':
    case 'address':
      return null;
  }
}

function shown(money: Money): string {
  return moneyShown(money, 'en-GB');
}

function numbersOf(goods: readonly Product[]): readonly string[] {
  const well = goods.filter(wellSaid).length;
  const share = goods.length === 0 ? 0 : Math.round((100 * well) / goods.length);
  const worst = worstTitles(goods, 10);
  return [
    '',
    `${goods.length} goods, of which ${well} (${share} %) have a title that speaks well.`,
    ...(worst.length > 0 ? ['The worst titles:', ...worst.map((title) => `  ${title}`)] : []),
  ];
}
