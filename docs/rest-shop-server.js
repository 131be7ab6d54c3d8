/**
 * A shop that answers docs/rest-shop.openapi.yaml, in memory and in one file: start it with `node docs/rest-shop-server.js 4100`, set
 * SHOP=rest as it prints, and talk to it; `sw-1007 shipped`, typed there, brings that order so far, and the first you place is `sw-1008`.
 * Take it as a pattern: what stands in `books` is in your shop's own database.
 */

const { timingSafeEqual } = require('node:crypto');
const { createServer } = require('node:http');
const { createInterface } = require('node:readline');

const CURRENCY = 'EUR';
const ZONE = 'Europe/Rome';
const DAY_MS = 86_400_000;
/** Percent, in every price. */
const TAX = 22;
/** Goods for less are not brought to anybody. */
const LEAST = 300;
/** Orders and goods on a page. */
const PAGE = 10;
const OFFERS = ['means', 'cart', 'advice', 'changes', 'cancel', 'refund', 'resend', 'return', 'address', 'coupon'];
const DELIVERY = [
  { id: 'van', speed: 'standard', cents: 390, days: 2 },
  { id: 'bicycle', speed: 'express', cents: 790, days: 1 },
];
const COUNTRIES = ['IT', 'PT'];

const KINDS = {
  coffee: ['Coffee', 'Caffè'],
  'dog-food': ['Dog food', 'Cibo per cani'],
  'cat-food': ['Cat food', 'Cibo per gatti'],
  tea: ['Tea', 'Tè'],
  'toilet-paper': ['Toilet paper', 'Carta igienica'],
  'washing-up': ['Washing-up liquid', 'Detersivo per piatti'],
};
/** id, kind, brand, title in English and Italian, cents, stock */
const GOODS = [
  ['br-250', 'coffee', 'Bella Roma', 'Bella Roma ground coffee 250 g', 'Caffè macinato Bella Roma 250 g', 545, 5000],
  [
    'pg-250',
    'coffee',
    'Porto Grigio',
    'Porto Grigio ground coffee 250 g',
    'Caffè macinato Porto Grigio 250 g',
    590,
    5000,
  ],
  ['nd-250', 'coffee', 'Notturno', 'Notturno decaf coffee 250 g', 'Caffè decaffeinato Notturno 250 g', 640, 0],
  ['bt-3000', 'dog-food', 'Brontolino', 'Brontolino dog food 3 kg', 'Crocchette per cani Brontolino 3 kg', 1800, 5000],
  ['fm-3000', 'dog-food', 'Fenmoor', 'Fenmoor dog food 3 kg', 'Crocchette per cani Fenmoor 3 kg', 1950, 5000],
  ['mt-85', 'cat-food', 'Mirtilla', 'Mirtilla cat food 12 x 85 g', 'Cibo per gatti Mirtilla 12 x 85 g', 890, 5000],
  ['ht-80', 'tea', 'Harrowmere', 'Harrowmere black tea 80 bags', 'Tè nero Harrowmere 80 filtri', 420, 5000],
  ['vg-20', 'tea', 'Verdello', 'Verdello green tea 20 bags', 'Tè verde Verdello 20 filtri', 310, 3],
  [
    'cn-8',
    'toilet-paper',
    'Cartanuvola',
    'Cartanuvola toilet paper 8 rolls',
    'Carta igienica Cartanuvola 8 rotoli',
    430,
    5000,
  ],
  [
    'gw-500',
    'washing-up',
    'Gleamwell',
    'Gleamwell washing-up liquid 500 ml',
    'Detersivo per piatti Gleamwell 500 ml',
    260,
    5000,
  ],
];
const home = (street, city, postalCode) => {
  return { id: 'home', label: 'home', street, city, postalCode, country: 'IT', timeZone: ZONE };
};
const PEOPLE = [
  {
    ...{ id: 'p1', token: 'token-of-ana', firstName: 'Ana', lastName: 'Ferri', email: 'ana@shop.example' },
    ...{ phone: '+390212345678', currency: CURRENCY },
    addresses: [
      home('Via dei Salici 4', 'Milano', '20121'),
      { ...home('Corso Como 9', 'Milano', '20154'), id: 'work', label: 'work' },
    ],
  },
  {
    ...{ id: 'p2', token: 'token-of-bruno', firstName: 'Bruno', lastName: 'Conti', email: 'bruno@shop.example' },
    ...{ phone: '+390612345678', currency: CURRENCY, addresses: [home('Via delle Betulle 11', 'Roma', '00184')] },
  },
];
const MEANS = [
  { id: 'm1', kind: 'card', name: 'Visa', last: '4242' },
  { id: 'm2', kind: 'account', name: 'Conto', last: '' },
];
/** shopper, days ago, goods, state */
const EARLIER = [
  ['p1', 45, { 'br-250': 2 }, 'delivered'],
  ['p1', 24, { 'br-250': 2, 'mt-85': 1 }, 'delivered'],
  ['p1', 9, { 'bt-3000': 1 }, 'delivered'],
  ['p1', 1, { 'bt-3000': 1 }, 'shipped'],
  ['p2', 60, { 'ht-80': 1 }, 'delivered'],
  ['p2', 30, { 'pg-250': 1 }, 'delivered'],
  ['p2', 12, { 'pg-250': 2 }, 'delivered'],
];

const money = (minor) => ({ minor, currency: CURRENCY });
const dayAt = (at) => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(at);
const sumOf = (lines) => lines.reduce((sum, { quantity, cents }) => sum + quantity * cents, 0);

/** What a shop keeps. */
function openBooks(now, people) {
  const goods = new Map(
    GOODS.map(([id, kind, brand, en, it, cents, stock]) => [id, { id, kind, brand, en, it, cents, stock }]),
  );
  const books = { people, goods, orders: new Map(), carts: new Map(), keys: new Map(), refunds: [], changes: [] };
  Object.assign(books, { placedAt: 0, coupons: 0 });
  for (const [shopper, days, wanted, state] of EARLIER) {
    const lines = Object.entries(wanted).map(([id, quantity]) => ({ id, quantity, cents: goods.get(id).cents }));
    const order = keep(books, { shopper, at: now() - days * DAY_MS, lines, way: DELIVERY[0], address: 'home' });
    const parcel = { id: `${order.id}-1`, goods: lines.map(({ id }) => id), state, carrier: 'Postalia' };
    Object.assign(order, { state, parcels: [{ ...parcel, trackingNumber: `PX${1000 + books.orders.size}` }] });
  }
  return books;
}

function keep(books, { shopper, at, lines, way, address }) {
  const id = `sw-${1001 + books.orders.size}`;
  const arrives = dayAt(at + way.days * DAY_MS);
  const paid = sumOf(lines) + way.cents;
  const order = { id, shopper, at, lines, shipping: way.cents, paid, arrives, address, state: 'placed', parcels: [] };
  books.orders.set(id, order);
  return order;
}

/** Thrown by whatever refuses, and told as it is. */
class Refusal extends Error {
  constructor(refusal, details = {}) {
    super(refusal);
    this.status = refusal === 'not-found' ? 404 : 409;
    this.body = { refusal, ...details };
  }
}

const goodOf = ({ id, kind, brand, ...title }, lang) => {
  const at = lang === 'it' ? 1 : 0;
  return {
    id,
    title: at ? title.it : title.en,
    language: at ? 'it' : 'en',
    categories: [KINDS[kind][at]],
    kind,
    brand,
    codes: [id],
  };
};
const stockOf = ({ stock }) => ({ state: stock > 0 ? 'available' : 'sold-out' });
const offerOf = (good, lang) => ({ ...goodOf(good, lang), price: money(good.cents), stock: stockOf(good) });

function orderAs(books, order, lang) {
  const { id, at, lines, shipping, state, parcels, arrives } = order;
  return {
    ...{ id, number: id.toUpperCase(), placedAt: new Date(at).toISOString(), timeZone: ZONE, state },
    lines: lines.map((line) => ({
      ...{ good: goodOf(books.goods.get(line.id), lang), quantity: line.quantity, unitPrice: money(line.cents) },
    })),
    ...{ parcels: parcels.map((parcel) => ({ promised: arrives, ...parcel })), total: money(sumOf(lines) + shipping) },
    refunded: books.refunds
      .filter((one) => one.order === id && one.goods.length > 0)
      .map(({ goods, amount }) => ({ goods, amount })),
    ...(state === 'cancelled' ? { cancelledBecause: 'asked' } : { expected: arrives }),
  };
}

/** Refuses what cannot be had; the price of each is today's. */
function priced(books, wanted) {
  const lines = wanted.map(({ good: id, quantity }) => {
    const good = books.goods.get(id);
    if (!good) throw new Refusal('not-found');
    if (good.stock === 0) throw new Refusal('sold-out', { good: id });
    if (quantity > good.stock) throw new Refusal('too-many', { good: id, max: good.stock });
    return { id, quantity, cents: good.cents };
  });
  if (sumOf(lines) < LEAST) throw new Refusal('too-little', { least: money(LEAST) });
  return lines;
}

/** What this shopper paid for one the last time; undefined: they never bought it. */
function lastPaid({ orders }, shopper, good) {
  const isIts = (line) => line.id === good;
  return [...orders.values()]
    .findLast((order) => order.shopper === shopper && order.lines.some(isIts))
    ?.lines.find(isIts).cents;
}

function quote(books, { lines: wanted, speed = 'standard', address, means, shopper }, { lang, now }) {
  const person = books.people.find(({ id }) => id === shopper);
  const way = DELIVERY.find((one) => one.speed === speed);
  if (!person) throw new Refusal('not-found');
  if (!way) throw new Refusal('undeliverable');
  const lines = priced(books, wanted);
  const { id, label } = person.addresses.find((one) => one.id === address) ?? person.addresses[0];
  const paidWith = MEANS.find((one) => one.id === means) ?? MEANS[0];
  const total = sumOf(lines) + way.cents;
  return {
    lines: lines.map((line) => {
      const last = lastPaid(books, shopper, line.id);
      const good = goodOf(books.goods.get(line.id), lang);
      const one = { good, quantity: line.quantity, unitPrice: money(line.cents) };
      return last === undefined ? one : { ...one, lastUnitPrice: money(last) };
    }),
    ...{ speed, option: way.id, address: { id, label }, arrives: dayAt(now() + way.days * DAY_MS), timeZone: ZONE },
    ...{ items: money(sumOf(lines)), shipping: money(way.cents), total: money(total), paidWith },
    tax: money(Math.round((total * TAX) / (100 + TAX))),
  };
}

/** Whatever a key came to stays: the same for every request that bears it. Somebody else's key is not there. */
function once(books, { key, shopper }, work) {
  const before = books.keys.get(key);
  if (before && before.shopper !== shopper) throw new Refusal('not-found');
  const kept = before ?? { shopper, ...attempted(work) };
  books.keys.set(key, kept);
  if (kept.refusal) throw kept.refusal;
  return kept.value;
}

function attempted(work) {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

/** What became of a key: only what was done is there. */
function done(books, { key, shopper }) {
  const kept = books.keys.get(key);
  if (!kept || kept.shopper !== shopper || kept.refusal) throw new Refusal('not-found');
  return kept.value;
}

/** All of it happens in one go: in a database this is one transaction, with the key as a unique column. */
function buy(books, { shopper, lines: wanted, option, address, total, fromCart }, now) {
  const lines = priced(books, wanted);
  const way = DELIVERY.find(({ id }) => id === option);
  if (!way) throw new Refusal('undeliverable');
  const cents = sumOf(lines) + way.cents;
  if (cents !== total.minor) throw new Refusal('price-changed', { was: total, now: money(cents) });
  for (const { id, quantity } of lines) books.goods.get(id).stock -= quantity;
  if (fromCart)
    for (const { id, quantity } of lines)
      putAside(books, shopper, id, (inCart(books, shopper).get(id) ?? 0) - quantity);
  // No two at once, so that they have an order.
  books.placedAt = Math.max(books.placedAt + 1, now());
  const order = keep(books, { shopper, at: books.placedAt, lines, way, address });
  tell(books, order);
  return order;
}

/** In a database it is written in the same transaction as what has changed. */
function tell({ changes }, { id: order, shopper }) {
  changes.push({ id: `change-${changes.length + 1}`, order, shopper });
}

/** The shop's own people: an order is there now, or somewhere else. */
function move(books, id, to) {
  const order = found(books.orders.get(id));
  tell(books, Object.assign(order, to));
}

/** The place is how many came before. */
function changesAfter({ changes }, after) {
  if (after === null) return { changes: [], next: String(changes.length), more: false };
  const from = /^\d{1,9}$/.test(after) ? Number(after) : Number.POSITIVE_INFINITY;
  if (from > changes.length) throw new Refusal('not-found');
  const to = Math.min(changes.length, from + PAGE);
  return { changes: changes.slice(from, to), next: String(to), more: to < changes.length };
}

const inCart = ({ carts }, shopper) => carts.get(shopper) ?? new Map();

function putAside(books, shopper, id, quantity) {
  const cart = new Map(inCart(books, shopper));
  if (quantity > 0) cart.set(id, quantity);
  else cart.delete(id);
  books.carts.set(shopper, cart);
}

function change(books, shopper, wanted) {
  for (const { good: id, quantity } of wanted) {
    const good = books.goods.get(id);
    if (!good) throw new Refusal('not-found');
    if (quantity > 0 && good.stock === 0) throw new Refusal('sold-out', { good: id });
  }
  for (const { good, quantity } of wanted) putAside(books, shopper, good, quantity);
}

function cartAs(books, shopper, lang) {
  const lines = [...inCart(books, shopper)].map(([id, quantity]) => {
    const good = books.goods.get(id);
    return { good: goodOf(good, lang), quantity, unitPrice: money(good.cents), stock: stockOf(good) };
  });
  return { lines };
}

/** Puts an order right. Amounts were agreed with the shopper; more than was paid for those pieces is never given. */
const ACTIONS = {
  cancel(books, { order, parts }, now) {
    if (order.state === 'cancelled') throw new Refusal('not-now');
    const isSent = order.state !== 'placed';
    if (isSent) return { kind: 'cancel', how: 'too-late', instead: order.state === 'delivered' ? 'return' : 'none' };
    const worth = parts === null ? sumOf(order.lines) : worthOf(order, parts);
    const isWhole = worth === sumOf(order.lines);
    if (isWhole) order.state = 'cancelled';
    else for (const { good, quantity } of parts) order.lines.find(({ id }) => id === good).quantity -= quantity;
    order.lines = order.lines.filter(({ quantity }) => quantity > 0);
    // What came back before does not come back again.
    const minor = Math.min(leftOf(books, order), worth + (isWhole ? order.shipping : 0));
    return { kind: 'cancel', how: 'done', back: minor > 0 ? giveBack(books, { order, parts: [], minor }, now) : null };
  },
  refund(books, { order, parts, amount }, now) {
    if (amount.minor > worthOf(order, parts)) throw new Refusal('not-now');
    return { kind: 'refund', back: giveBack(books, { order, parts, minor: amount.minor }, now) };
  },
  resend(_books, { order, parts }, now) {
    worthOf(order, parts);
    const arrives = dayAt(now() + DELIVERY[0].days * DAY_MS);
    const id = `${order.id}-${order.parcels.length + 1}`;
    order.parcels.push({
      id,
      goods: parts.map(({ good }) => good),
      state: 'preparing',
      promised: arrives,
      expected: arrives,
    });
    return { kind: 'resend', arrives };
  },
  return(books, { order, parts, by, amount }, now) {
    if (amount.minor > worthOf(order, parts)) throw new Refusal('not-now');
    const back = giveBack(books, { order, parts, minor: amount.minor, state: 'waiting-for-goods' }, now);
    const isFetched = by === 'pick-up';
    const label = isFetched ? null : `https://shop.example/labels/${order.id}`;
    return { kind: 'return', by, day: isFetched ? dayAt(now() + DAY_MS) : null, label, back };
  },
  address({ people }, { order, address, shopper }) {
    if (order.state !== 'placed') return { kind: 'address', how: 'too-late', addressId: address };
    const isTheirs = people.some((one) => one.id === shopper && one.addresses.some(({ id }) => id === address));
    if (!isTheirs) throw new Refusal('not-found');
    order.address = address;
    return { kind: 'address', how: 'done', addressId: address };
  },
  coupon(books, { worth, days }, now) {
    books.coupons += 1;
    return { kind: 'coupon', code: `THANKS-${1000 + books.coupons}`, worth, until: dayAt(now() + days * DAY_MS) };
  },
};

/** Refuses pieces that are not in the order, or come twice. */
function worthOf({ lines, state }, parts) {
  if (state === 'cancelled' || new Set(parts.map(({ good }) => good)).size < parts.length) throw new Refusal('not-now');
  return parts.reduce((sum, { good, quantity }) => {
    const line = lines.find(({ id }) => id === good);
    if (!line || quantity > line.quantity) throw new Refusal('not-now');
    return sum + quantity * line.cents;
  }, 0);
}

/** What was paid and has not come back. */
function leftOf({ refunds }, { id, paid }) {
  return refunds.reduce((left, one) => left - (one.order === id ? one.amount.minor : 0), paid);
}

function giveBack(books, { order, parts, minor, state = 'on-its-way' }, now) {
  if (minor > leftOf(books, order)) throw new Refusal('not-now');
  const back = { amount: money(minor), means: 'original', by: dayAt(now() + 5 * DAY_MS) };
  const refund = { order: order.id, goods: parts.map(({ good }) => good), state, since: new Date(now()).toISOString() };
  books.refunds.unshift({ ...refund, ...back });
  return back;
}

const WORDS = /[\p{L}\p{N}]+/gu;
const wordsOf = (text) => text.toLowerCase().match(WORDS) ?? [];

function goodsPage(books, query, lang) {
  const all = [...books.goods.values()];
  if (query.has('ids')) {
    const ids = query.get('ids').split(',');
    return { goods: all.filter(({ id }) => ids.includes(id)).map((good) => offerOf(good, lang)), next: null };
  }
  if (query.has('words')) {
    const wanted = wordsOf(query.get('words'));
    const isFound = (good) =>
      wordsOf(`${good.title} ${good.brand} ${good.categories}`).some((word) => wanted.includes(word));
    return { goods: all.map((good) => offerOf(good, lang)).filter(isFound), next: null };
  }
  return pageOf(
    all.map((good) => offerOf(good, lang)),
    'goods',
    query,
  );
}

function pageOf(all, name, query) {
  const from = Number(query.get('after') ?? 0);
  const size = Math.min(PAGE, Number(query.get('limit') ?? PAGE));
  return { [name]: all.slice(from, from + size), next: from + size < all.length ? String(from + size) : null };
}

const shopperAs = ({ token: _token, ...person }) => person;
const found = (one) => {
  if (!one) throw new Refusal('not-found');
  return one;
};

/** Method, path and what answers it; what stands in braces comes as `params`. */
const routesOf = (books, now) => [
  ['GET', '/shop', () => ({ name: 'The sample shop', offers: OFFERS })],
  ['GET', '/me', ({ shopperToken }) => shopperAs(found(books.people.find(({ token }) => token === shopperToken)))],
  [
    ...['GET', '/shoppers'],
    ({ query }) => ({
      shoppers: books.people.filter(({ email }) => email === query.get('email')?.toLowerCase()).map(shopperAs),
    }),
  ],
  [
    'GET',
    '/shoppers/{shopper}',
    ({ params }) => shopperAs(found(books.people.find(({ id }) => id === params.shopper))),
  ],
  [
    ...['GET', '/shoppers/{shopper}/orders'],
    ({ params, query, lang }) => {
      const theirs = [...books.orders.values()].filter(({ shopper }) => shopper === params.shopper);
      const { orders, next } = pageOf(theirs.reverse(), 'orders', query);
      return { orders: orders.map((order) => orderAs(books, order, lang)), next };
    },
  ],
  ['GET', '/goods', ({ query, lang }) => goodsPage(books, query, lang)],
  [
    ...['GET', '/delivery'],
    ({ query }) => ({
      options: DELIVERY.filter(() => COUNTRIES.includes(query.get('country'))).map(({ id, speed, cents, days }) => {
        const day = dayAt(now() + days * DAY_MS);
        return { id, speed, price: money(cents), earliest: day, latest: day, timeZone: ZONE };
      }),
    }),
  ],
  ['POST', '/quotes', ({ body, lang }) => quote(books, body, { lang, now })],
  [
    ...['PUT', '/purchases/{key}'],
    ({ params, body, lang }) => {
      const order = once(books, { key: `order ${params.key}`, shopper: body.shopper }, () => buy(books, body, now));
      return orderAs(books, order, lang);
    },
  ],
  [
    ...['GET', '/purchases/{key}'],
    ({ params, query, lang }) =>
      orderAs(books, done(books, { key: `order ${params.key}`, shopper: query.get('shopper') }), lang),
  ],
  ['GET', '/shoppers/{shopper}/means', () => ({ means: MEANS })],
  ['GET', '/shoppers/{shopper}/cart', ({ params, lang }) => cartAs(books, params.shopper, lang)],
  [
    ...['PATCH', '/shoppers/{shopper}/cart'],
    ({ params, body, lang }) => {
      change(books, params.shopper, body.lines);
      return cartAs(books, params.shopper, lang);
    },
  ],
  [
    ...['GET', '/advice'],
    ({ query, lang }) => {
      const all = [...books.goods.values()].filter(({ id, stock }) => stock > 0 && id !== query.get('with'));
      return { goods: all.slice(0, 5).map((good) => goodOf(good, lang)) };
    },
  ],
  [
    ...['PUT', '/actions/{key}'],
    ({ params, body }) =>
      once(books, { key: `action ${params.key}`, shopper: body.shopper }, () => {
        const order = found(books.orders.get(body.order));
        if (order.shopper !== body.shopper) throw new Refusal('not-found');
        const receipt = ACTIONS[body.kind](books, { ...body, order }, now);
        tell(books, order);
        return receipt;
      }),
  ],
  [
    'GET',
    '/actions/{key}',
    ({ params, query }) => done(books, { key: `action ${params.key}`, shopper: query.get('shopper') }),
  ],
  ['GET', '/changes', ({ query }) => changesAfter(books, query.get('after'))],
  [
    ...['GET', '/shoppers/{shopper}/refunds'],
    ({ params, query }) => {
      const order = found(books.orders.get(query.get('order')));
      if (order.shopper !== params.shopper) throw new Refusal('not-found');
      return { refunds: books.refunds.filter((one) => one.order === order.id) };
    },
  ],
];

/** Reads `{name}` out of a path; null: it is another one. */
function paramsIn(template, path) {
  const [names, parts] = [template.split('/'), path.split('/')];
  if (names.length !== parts.length) return null;
  const params = {};
  for (const [at, name] of names.entries()) {
    if (name.startsWith('{')) params[name.slice(1, -1)] = decodeURIComponent(parts[at]);
    else if (name !== parts[at]) return null;
  }
  return params;
}

function isRight(given, token) {
  const [one, other] = [Buffer.from(given), Buffer.from(`Bearer ${token}`)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

/** Port 0 takes a free one. `token`: what it is asked with. `people`: more of them, for whoever needs a whole street. */
async function openSampleShop({ port = 0, token = 'only-on-this-machine', now = Date.now, people = PEOPLE } = {}) {
  const books = openBooks(now, people);
  const routes = routesOf(books, now);
  const answer = async (request) => {
    if (!isRight(request.headers.authorization ?? '', token)) return { status: 401, body: {} };
    const { pathname, searchParams: query } = new URL(request.url, 'http://shop');
    for (const [method, template, work] of routes) {
      const params = method === request.method ? paramsIn(template, pathname) : null;
      if (!params) continue;
      const shopperToken = request.headers['shopper-token'];
      const asked = { params, query, lang: query.get('lang'), body: await bodyOf(request), shopperToken };
      const { value, refusal } = attempted(() => work(asked));
      return refusal ?? { status: 200, body: value };
    }
    return { status: 400, body: {} };
  };
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch(() => ({ status: 500, body: {} }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${server.address().port}`;
  const shoppers = people.map((one) => ({ name: one.firstName.toLowerCase(), token: one.token, email: one.email }));
  const env = { SHOP: 'rest', REST_SHOP_URL: url, REST_SHOP_TOKEN: token, REST_SHOP_OFFERS: OFFERS.join() };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, env, shoppers, books, move: (id, to) => move(books, id, to), close };
}

module.exports = { openSampleShop };

if (require.main === module) {
  openSampleShop({ port: Number(process.argv[2] ?? 4100) }).then(({ env, move }) => {
    for (const [name, value] of Object.entries(env)) process.stdout.write(`${name}=${value}\n`);
    createInterface({ input: process.stdin }).on('line', (line) => {
      const [id = '', state = ''] = line.trim().split(/\s+/);
      const { refusal } = attempted(() => move(id, { state }));
      process.stderr.write(`# ${refusal ? 'there is no such order' : `${id} is ${state} now`}\n`);
    });
  });
}
