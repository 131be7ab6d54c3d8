/** A stateful VTEX of our own on loopback, with the demo shop's goods and people: for tests, and for talking to. */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ShopLanguage } from '../../../lambda/providers/shop/demo/goods/good';
import { afterwards } from './after';
import { carts } from './carts';
import { catalogue } from './catalogue';
import { changing, makeChanges } from './changes';
import { coupons } from './coupons';
import type { Judge } from './described';
import { documents } from './documents';
import { createNews } from './news';
import { readingOrders } from './oms';
import { paying } from './paying';
import { PEOPLE, type Person, personByEmail } from './people';
import { placing } from './placing';
import { profiles } from './profiles';
import { quoting } from './quote';
import { signingIn } from './sign-in';
import { store } from './store';
import { type Answer, type Asked, Refused, type Route, type Router, refusal, routerOf } from './wire';
import { ACCOUNT, createWorld, KEY, signIn, type World } from './world';

export type LiveVtex = {
  readonly url: string;
  /** The settings of a house that stands before it. */
  readonly env: Readonly<Record<string, string>>;
  readonly world: World;
  /** Tells the hook what has happened to orders since: how many events were heard. */
  tell(): Promise<number>;
  /** The cookie of a shopper's own session at the shop: "ana", "bruno". Throws where nobody is called so. */
  signIn(name: string): string;
  close(): Promise<void>;
};

export type VtexOptions = {
  /** What its pages are written in. */
  readonly language?: ShopLanguage;
  readonly clock?: () => number;
  /** Sees all that comes and goes. */
  readonly judge?: Judge;
};

export async function openVtex({ language = 'en', clock = Date.now, judge }: VtexOptions = {}): Promise<LiveVtex> {
  const world = createWorld(language, clock);
  const news = createNews(world);
  const selling = [
    catalogue(world),
    quoting(world),
    placing(world),
    paying(world),
    carts(world),
    coupons(world),
    store(world),
  ];
  const keeping = [
    profiles,
    signingIn(world),
    readingOrders(world),
    afterwards(world),
    changing(world),
    documents(world),
    news.routes,
  ];
  const route = routerOf([...selling, ...keeping].flat());
  const server = createServer(async (req, res) => {
    const { status, body, headers } = await answerTo(req, { world, route, judge: judge ?? null });
    const sent = body === undefined ? '' : JSON.stringify(body);
    const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
    res.writeHead(status, { ...type, ...(headers as Record<string, string | string[]>) }).end(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, world, tell: news.tell },
    env: {
      ...{ SHOP: 'vtex', VTEX_URL: url, VTEX_ACCOUNT: ACCOUNT, VTEX_KEY: KEY.key, VTEX_TOKEN: KEY.token },
      ...{ VTEX_CHANNELS: '1,2:GB,3:US', VTEX_STANDARD: 'Standard', VTEX_EXPRESS: 'Express', VTEX_PICKUP: 'Pickup' },
      ...{ VTEX_COUPON_UTM: 'earshot', VTEX_LANGUAGE: language },
    },
    signIn(name) {
      const person = PEOPLE.find(({ demo }) => demo.name === name);
      if (!person) throw new Error(`nobody is called ${name}`);
      return signIn(world, person);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Standing = { readonly world: World; readonly route: Router; readonly judge: Judge | null };

async function answerTo(req: IncomingMessage, { world, route, judge }: Standing): Promise<Answer> {
  const { method = 'GET', headers } = req;
  const { pathname: path, searchParams: query } = new URL(req.url ?? '/', 'http://vtex');
  const text = await textOf(req);
  makeChanges(world);
  const tooMany = world.limits.refused({ method, path });
  if (tooMany) return tooMany;
  const found = route(method, path);
  if (!found) return refusal(404, '404', `${method} ${path} is not here`);
  const body = text === '' ? undefined : parsed(text);
  const asked = { method, path, holes: found.holes, query, headers, body };
  const answer = await answerOf(found.route, asked, world);
  judge?.look(asked, answer);
  return answer;
}

async function answerOf(route: Route, asked: Omit<Asked, 'isKey' | 'shopper'>, world: World): Promise<Answer> {
  try {
    const { key, shopper } = whoAsks(asked.headers, world);
    return isRefused(route, key, shopper) ?? (await route.answer({ ...asked, isKey: key !== null, shopper }));
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

type Key = { readonly roles: readonly string[] };

function whoAsks(
  headers: Asked['headers'],
  world: World,
): { readonly key: Key | null; readonly shopper: Person | null } {
  const { 'x-vtex-api-appkey': appKey, 'x-vtex-api-apptoken': appToken } = headers;
  const known = typeof appKey === 'string' ? world.keys.get(appKey) : undefined;
  if (appKey !== undefined && (!known || known.token !== appToken))
    throw new Refused(refusal(401, '1', 'Unauthorized: the application key or its token is wrong'));
  const { vtexidclientautcookie: header, cookie = '' } = headers;
  const [, inCookie] = /VtexIdclientAutCookie(?:_\w+)?=([^;]+)/.exec(cookie) ?? [];
  const session = world.sessions.get(typeof header === 'string' ? header : (inCookie ?? ''));
  const shopper = session && session.until > world.clock() ? personByEmail(session.email) : null;
  return { key: known ?? null, shopper };
}

function isRefused({ needs }: Route, key: Key | null, shopper: Person | null): Answer | null {
  if (!needs) return null;
  if (needs === 'shopper') return shopper ? null : refusal(401, '1', 'Unauthorized');
  if (needs.or === 'shopper' && shopper) return null;
  if (!key) return refusal(401, '1', 'Unauthorized');
  return key.roles.includes(needs.role) ? null : refusal(403, '2', `Access denied: the key has no ${needs.role} role`);
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
