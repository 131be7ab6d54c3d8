/** The sentences of a purchase: the summary before the yes, and the receipt after it. */

import type { Order } from '../../services/commerce/orders';
import type { Proposal, ProposedLine } from '../../services/commerce/purchases';
import type { Card, HandOffRequest, Reply } from '../../vocabulary/outcome';
import type { MeansLabel, PlainDate, ProductName, ValueOf } from '../../vocabulary/values';
import { replies, type ShopperScene } from '../kit/define';
import { money } from '../kit/money';
import { amountOf } from './cart-words';
import { COUNT_SAYS } from './counts';
import { HELD_SAYS } from './purchase-held';

export const PURCHASE_SAYS = {
  summary: { items: 'list', place: 'place', day: 'day' },
  summaryMany: { count: 'number', items: 'list', place: 'place', day: 'day' },
  summaryCart: { count: 'number', items: 'list', place: 'place', day: 'day' },
  priceUp: { product: 'product', was: 'money', now: 'money' },
  priceDown: { product: 'product', was: 'money', now: 'money' },
  eachUp: { was: 'money', now: 'money' },
  eachDown: { was: 'money', now: 'money' },
  lastPrice: { was: 'money', now: 'money' },
  totalChanged: { was: 'money' },
  soldOut: { product: 'product' },
  soldOutUntil: { product: 'product', day: 'day' },
  noSubstitute: {},
  undeliverable: {},
  tooMany: { count: 'number' },
  tooLittle: { least: 'money' },
  declined: {},
  noneUnpaid: {},
  payingWith: { means: 'means' },
  cardMeans: { means: 'means' },
  paymentNeeded: {},
  payAtScreen: {},
  payHere: { page: 'shown' },
  pageSent: {},
  pageOnCard: {},
  cardPay: {},
  cardPage: { page: 'shown' },
  highValue: { total: 'money' },
  ...HELD_SAYS,
  unknown: {},
  stillChecking: {},
  notOrdered: {},
  withoutIt: {},
  ofWhich: {},
  ofWhichChange: {},
  noSuchChange: {},
  fewerInIt: {},
  notInIt: { said: 'name' },
  noCheaper: {},
  noBigger: {},
  noSmaller: {},
  noSuchSize: {},
  noSuchColour: {},
  costsLess: { product: 'product', price: 'money' },
  noSuchAddress: {},
  arrives: { day: 'day' },
  each: { product: 'product', price: 'money' },
  described: { product: 'product' },
  contents: { items: 'list' },
  contentsRest: { items: 'list' },
  named: { items: 'list' },
  namedMany: { count: 'number', items: 'list' },
  eachOthers: {},
  noCarrier: {},
  placed: { day: 'day' },
  details: {},
  detailsOnCard: {},
  latePlaced: { product: 'product', day: 'day' },
  lateRefused: { product: 'product' },
  cardTitle: {},
  cardItem: { item: 'amount' },
  cardTotal: { total: 'money', shipping: 'money' },
  cardTax: { tax: 'money' },
  cardDelivery: { place: 'place', day: 'day' },
  cardOrder: { number: 'shown' },
  ...COUNT_SAYS,
} as const;
export const say = replies('Purchase', PURCHASE_SAYS);

/** Something of it is not wanted any more. */
export function withoutThat(): Reply {
  return say('withoutIt');
}

/** What is bought, where it goes and when, then prices that have changed; the total is said by the question. */
export function summary(proposal: Proposal): readonly Reply[] {
  const { paidWith, lines } = proposal;
  if (!paidWith) return [inAll(proposal), ...priceChanges(lines)];
  // It was chosen a moment ago: of several goods there is no time to say it once more.
  const paying = lines.length > 1 ? [] : [say('payingWith', { means: meansOf({ ...paidWith, last: '' }) })];
  return [inAll(proposal), ...paying];
}

function meansOf({ kind, name, last }: MeansLabel) {
  return { type: 'means', means: { kind, name, last } } as const;
}

/** More than this are counted first; of a cart, which was read out before, only their number is said. */
const MOST_AT_ONCE = 2;

/** What is in it, with its sizes; of many goods those that the summary only counts, and how many of each. */
export function contents(lines: readonly ProposedLine[]): Reply {
  const listed = (items: readonly ValueOf<'amount'>[]) => ({ type: 'list', items, join: 'and' }) as const;
  if (lines.length <= MOST_TOLD) return say('contents', { items: listed(lines.map(amount)) });
  return say('contentsRest', { items: listed(lines.slice(MOST_AT_ONCE).map(amountOf)) });
}

/** So many goods are told one by one in a breath, with their sizes. */
const MOST_TOLD = 3;

/** The same before the question is put again: of many their number, and the first of them. */
export function namedAnew(lines: readonly ProposedLine[]): Reply {
  const listed = (some: readonly ProposedLine[]) => ({ type: 'list', items: some.map(amount), join: 'and' }) as const;
  if (lines.length <= MOST_TOLD) return say('named', { items: listed(lines) });
  const count = { type: 'number', number: lines.length } as const;
  return say('namedMany', { count, items: listed(lines.slice(0, MOST_AT_ONCE)) });
}

function inAll(proposal: Proposal): Reply {
  const { lines, shipTo, fromCart } = proposal;
  const values = {
    items: { type: 'list', items: lines.map(amount), join: 'and' },
    place: { type: 'place', label: shipTo.label },
    day: dayOf(proposal),
  } as const;
  if (lines.length <= MOST_AT_ONCE) return say('summary', values);
  const counted = { ...values, count: { type: 'number', number: lines.length } } as const;
  return fromCart ? say('summaryCart', counted) : say('summaryMany', counted);
}

/** What one of these cost last time, where that was another price; a single product was just named. */
function priceChanges(lines: readonly ProposedLine[]): readonly Reply[] {
  return lines.flatMap((line) => {
    const last = line.lastUnitPrice;
    if (!last || last.minor === line.unitPrice.minor) return [];
    const isUp = last.minor < line.unitPrice.minor;
    const prices = { was: money(last), now: money(line.unitPrice) };
    if (lines.length === 1) return [isUp ? say('eachUp', prices) : say('eachDown', prices)];
    const values = { ...prices, product: { type: 'product', product: line.product.name } } as const;
    return [isUp ? say('priceUp', values) : say('priceDown', values)];
  });
}

const PRICE_CHANGES = new Set(['priceUp', 'priceDown', 'eachUp', 'eachDown'].map((key) => `Purchase.${key}`));

/** Without what single products cost before. */
export function withoutPrices(replies: readonly Reply[]): readonly Reply[] {
  return replies.filter(({ key }) => !PRICE_CHANGES.has(key));
}

function amount(line: {
  readonly product: { readonly name: ProductName };
  readonly quantity: number;
}): ValueOf<'amount'> {
  return { type: 'amount', product: line.product.name, quantity: line.quantity };
}

/** What the shopper gets on a card and by e-mail of an order that was placed. */
export function receiptOf(order: Order, proposal: Proposal): Card {
  const place = { type: 'place', label: proposal.shipTo.label } as const;
  return {
    kind: 'simple',
    title: say('cardTitle'),
    lines: [
      ...proposal.lines.map((line) => say('cardItem', { item: amount(line) })),
      say('cardTotal', { total: money(proposal.total), shipping: money(proposal.shipping) }),
      ...(proposal.tax && proposal.tax.minor > 0 ? [say('cardTax', { tax: money(proposal.tax) })] : []),
      ...(proposal.paidWith ? [say('cardMeans', { means: meansOf(proposal.paidWith) })] : []),
      say('cardDelivery', { place, day: dayOf(proposal) }),
      say('cardOrder', { number: { type: 'shown', text: order.number } }),
    ],
  };
}

export function arrivesOn(proposal: Proposal): Reply {
  return say('arrives', { day: dayOf(proposal) });
}

export function dayOf({ arrives, today }: Proposal) {
  return { type: 'day', day: arrives, today } as const;
}

export function topicOf(lines: readonly ProposedLine[]) {
  const product = lines[0]?.product;
  return product ? { productId: product.id, product: product.name } : {};
}

export function linesOf(proposal: Proposal): HandOffRequest['lines'] {
  return proposal.lines.map(({ product, quantity }) => ({
    productId: product.id,
    title: product.name.title,
    quantity,
  }));
}

export function todayOf({ services, shopper }: ShopperScene): PlainDate {
  return services.today(shopper.address.timeZone);
}
