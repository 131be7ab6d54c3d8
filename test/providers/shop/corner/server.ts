/** A corner shop with a small REST API, in memory: what the worked example of docs/connect-your-shop.md is connected to. */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const GOODS = [
  { id: 'tea', title: { en: 'Black tea 80 bags', it: 'Tè nero 80 filtri' }, kind: 'tea', cents: 420, stock: 500 },
  { id: 'green', title: { en: 'Green tea 20 bags', it: 'Tè verde 20 filtri' }, kind: 'tea', cents: 310, stock: 500 },
  { id: 'white', title: { en: 'White tea 20 bags', it: 'Tè bianco 20 filtri' }, kind: 'tea', cents: 450, stock: 0 },
  { id: 'honey', title: { en: 'Honey 250 g', it: 'Miele 250 g' }, kind: 'honey', cents: 560, stock: 4 },
  { id: 'spoon', title: { en: 'Tea spoon', it: 'Cucchiaino' }, kind: 'spoon', cents: 120, stock: 500 },
];
const PEOPLE = [
  {
    id: 'p1',
    token: 'token-of-ada',
    first: 'Ada',
    last: 'Rossi',
    email: 'ada@example.com',
    phone: '+39021',
    street: 'Via Uno 1',
    city: 'Milano',
    zip: '20121',
    country: 'IT',
  },
  {
    id: 'p2',
    token: 'token-of-bea',
    first: 'Bea',
    last: 'Verdi',
    email: 'bea@example.com',
    phone: '+39022',
    street: 'Via Due 2',
    city: 'Torino',
    zip: '10121',
    country: 'IT',
  },
];
const DELIVERY = 390;
const MOST = 20;
const DAY_MS = 86_400_000;
/** Orders on a page of their list. */
export const PAGE = 10;
/** Less than this is not brought to anybody. */
export const LEAST = 300;

type Line = { readonly id: string; readonly quantity: number; readonly cents: number };
type Sold = {
  readonly key: string;
  readonly shopper: string;
  readonly placedAt: number;
  readonly cents: number;
  readonly lines: readonly Line[];
  readonly state: string;
  readonly parcels: readonly Sent[];
};
export type Sent = {
  readonly number: string;
  readonly carrier: string;
  readonly ids: readonly string[];
  readonly state: string;
};
type Said = { readonly status: number; readonly body: unknown };
type Asked = {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Wish;
  readonly token: string;
};
type Wish = {
  readonly shopper?: string;
  readonly cents?: number;
  readonly lines?: readonly { readonly id: string; readonly quantity: number }[];
};

export type CornerShop = {
  readonly url: string;
  readonly tokens: readonly [string, string];
  /** What its people do: an order goes on, a price goes up. */
  bring(key: string, to: Partial<Pick<Sold, 'state' | 'parcels'>>): void;
  reprice(id: string, cents: number): void;
  close(): void;
};

export async function openCornerShop(): Promise<CornerShop> {
  const shelf = GOODS.map((good) => ({ ...good }));
  /** When the last order was placed: no two at once, so that they have an order. */
  let placed = 0;
  const decided = new Map<string, Sold | { readonly shopper: string; readonly refusal: unknown }>();
  for (const [at, { id }] of [...PEOPLE, ...PEOPLE, ...PEOPLE].entries()) {
    const placedAt = Date.now() - (9 - at) * DAY_MS;
    const lines = [{ id: 'tea', quantity: 1, cents: 420 }];
    decided.set(`old-${at}`, {
      key: `old-${at}`,
      shopper: id,
      placedAt,
      cents: 420 + DELIVERY,
      lines,
      state: 'there',
      parcels: [],
    });
  }
  const server = createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://shop');
    const token = (req.headers.authorization ?? '').replace('Bearer ', '');
    const asked = { path: pathname.slice(1).split('/'), query: searchParams, body: await bodyOf(req), token };
    const { status, body } = req.headers['x-shop-key'] === 'the back office' ? answer(asked, req.method) : denied;
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const denied: Said = { status: 403, body: {} };

  function answer({ path, query, body, token }: Asked, method = 'GET'): Said {
    const [what, key = ''] = path;
    if (what === 'me')
      return found(
        PEOPLE.find((one) => one.token === token),
        401,
      );
    if (what === 'goods')
      return found(
        shelf.map(({ title, ...good }) => ({ ...good, title: query.get('lang') === 'it' ? title.it : title.en })),
      );
    if (what === 'rates') return found(query.get('to') === 'IT' ? [{ id: 'van', cents: DELIVERY, days: 2 }] : []);
    if (what === 'quotes') return quote(body);
    if (what === 'orders' && method === 'PUT') return place(key, body);
    if (what === 'orders' && key !== '')
      return found(
        soldTo(query.get('shopper')).find((one) => one.key === key),
        404,
      );
    const from = PAGE * Number(query.get('page'));
    return found(soldTo(query.get('shopper')).slice(from, from + PAGE));
  }

  function soldTo(shopper: string | null): readonly Sold[] {
    const all = [...decided.values()].flatMap((one) => ('lines' in one && one.shopper === shopper ? [one] : []));
    return all.sort((a, b) => b.placedAt - a.placedAt || b.key.localeCompare(a.key));
  }

  function quote({ lines = [] }: Wish): Said {
    const priced: Line[] = [];
    for (const { id, quantity } of lines) {
      const good = shelf.find((one) => one.id === id);
      if (!good) return { status: 409, body: { refusal: 'unknown', id } };
      const short = shortOf(id, quantity);
      if (short) return short;
      if (quantity > MOST) return { status: 409, body: { refusal: 'many', id, max: MOST } };
      priced.push({ id, quantity, cents: good.cents });
    }
    const items = priced.reduce((sum, line) => sum + line.quantity * line.cents, 0);
    if (items < LEAST) return { status: 409, body: { refusal: 'little', least: LEAST } };
    return { status: 200, body: { lines: priced, items, delivery: DELIVERY, cents: items + DELIVERY } };
  }

  function shortOf(id: string, quantity: number): Said | null {
    const stock = shelf.find((one) => one.id === id)?.stock ?? 0;
    if (quantity <= Math.min(stock, MOST) || stock > MOST) return null;
    return { status: 409, body: stock === 0 ? { refusal: 'gone', id } : { refusal: 'many', id, max: stock } };
  }

  /** Once for its key, whatever it came to. */
  function place(key: string, { shopper = '', cents = 0, lines = [] }: Wish): Said {
    const before = decided.get(key);
    if (before && before.shopper !== shopper) return { status: 404, body: {} };
    if (before) return 'lines' in before ? found(before) : { status: 409, body: before.refusal };
    const priced = lines.map(({ id, quantity }) => ({
      id,
      quantity,
      cents: shelf.find((one) => one.id === id)?.cents ?? 0,
    }));
    const now = priced.reduce((sum, line) => sum + line.quantity * line.cents, DELIVERY);
    if (now !== cents) return refuse({ key, shopper }, { refusal: 'price', was: cents, now });
    const short = priced.flatMap(({ id, quantity }) => shortOf(id, quantity) ?? [])[0];
    if (short) return refuse({ key, shopper }, short.body);
    for (const { id, quantity } of priced) take(id, quantity);
    placed = Math.max(placed + 1, Date.now());
    const sold = { key, shopper, placedAt: placed, cents: now, lines: priced, state: 'new', parcels: [] };
    decided.set(key, sold);
    return found(sold);
  }

  function take(id: string, quantity: number): void {
    for (const good of shelf) if (good.id === id) good.stock -= quantity;
  }

  function refuse({ key, shopper }: { key: string; shopper: string }, refusal: unknown): Said {
    decided.set(key, { shopper, refusal });
    return { status: 409, body: refusal };
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, tokens: ['token-of-ada', 'token-of-bea'], close: () => void server.close() },
    bring(key, to) {
      const sold = decided.get(key);
      if (sold && 'lines' in sold) decided.set(key, { ...sold, ...to });
    },
    reprice(id, cents) {
      for (const good of shelf) if (good.id === id) good.cents = cents;
    },
  };
}

function found(body: unknown, otherwise = 404): Said {
  return body === undefined ? { status: otherwise, body: {} } : { status: 200, body };
}

async function bodyOf(req: IncomingMessage): Promise<Wish> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}
