/** The console on a real port of this computer, with the chat beside it, and a way to speak through its API. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import { watchCalls } from '../../lambda/console/calls';
import { createClock } from '../../lambda/console/clock';
import { openConsole } from '../../lambda/console/door';
import { keyOf } from '../../lambda/console/key';
import { printMail } from '../../lambda/console/printed-mail';
import type { SayRequest, Told } from '../../lambda/console/protocol';
import { openDesk } from '../../lambda/desk/door';
import { computedHere } from '../../lambda/house/beside';
import { openChat } from '../../lambda/house/chat';
import { openLinking } from '../../lambda/house/linking';
import { readShopFile } from '../../lambda/house/shop-file';
import { consoleOnly } from '../../lambda/link/settings';
import { localiserOf } from '../../scripts/locales/localiser';
import { playFor } from '../../scripts/locales/play-for';
import { createParser, type ServerEvent } from '../../web/chat/parser';
import { type House, LOCALES, openHouse, START } from './house';
import { SECRET } from './link-server';

/** What the developer of the tests has. */
export const KEY = 'the key of the console in the tests';

const TESTER = { speaker: 'test', visit: 'test', device: 'speaker', locale: 'en-GB', shopper: 'ana' } as const;

export type ConsoleServer = {
  readonly url: string;
  /** The link that lets a browser in. */
  readonly link: string;
  /** The Express door of the console and the one of the desk, to look at. */
  readonly routers: { readonly console: Router; readonly desk: Router };
  readonly house: House;
  /** Every letter of the linking page, as it was printed. */
  readonly letters: readonly string[];
  /** Asks the API and shows the key; `body` makes it a POST. */
  ask(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The answer as JSON. */
  get<T>(path: string): Promise<T>;
  /** Says something, by default as Ana in English. */
  say(what: SayRequest['what'] | string, who?: Partial<SayRequest>): Promise<Told>;
  /** The next events of the stream, opened when this is called. */
  events(): Promise<{ next(event: string): Promise<unknown>; close(): void }>;
  close(): Promise<void>;
};

export type ConsoleServerOptions = {
  readonly pages?: string;
  /** The folder with one folder per language. */
  readonly locales?: string;
  /** Where tests are saved. */
  readonly tests?: string;
  readonly key?: string;
  /** Other wordings than the sentences are understood, too. */
  readonly learning?: 'at once';
};

export async function serveConsole(options: ConsoleServerOptions = {}): Promise<ConsoleServer> {
  const { pages = '/nowhere', locales = LOCALES, tests = '/nowhere', key = KEY } = options;
  const { learning } = options;
  const calls = watchCalls();
  const clock = createClock(0, () => START);
  const house = await openHouse({
    ...{ wrap: calls.wrap, calendar: clock.now, locales, drafts: true, linksAccounts: true },
    ...(learning ? { learning } : {}),
  });
  const shop = readShopFile();
  const log = { error: (what: object) => void house.errors.push(what), warn: () => undefined };
  const second = { secret: 'of a console', isNeeded: false };
  const desk = openDesk(house, { shop, locales, pages, log, second, translator: null, now: house.clock.now });
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const letters: string[] = [];
  const linking = await openLinking(
    { ...house, now: house.clock.now },
    {
      ...{ settings: consoleOnly(), consoleAt: [`${url}/console/linked`], url, shop, locales, pages, log },
      ...{ secret: SECRET, letters: 'terminal', openId: null, post: printMail((text) => void letters.push(text)) },
    },
  );
  const developers = openConsole({
    ...{ earshot: house, calls, clock, key: keyOf(key), shop, locales, pages, log, desk },
    now: house.clock.now,
    settings: join(dirname(locales), 'shop'),
    save: { folder: tests, play: playFor({ root: dirname(LOCALES) }) },
    localiser: localiserOf({ root: dirname(locales) }),
    linking: linking.console,
  });
  const chat = openChat(house, {
    shop,
    locales,
    pages,
    log,
    now: house.clock.now,
    rhythm: { poll: 20 },
    beside: computedHere,
  });
  app.use(developers.router, linking.router, chat.router, desk.router);
  const ask: ConsoleServer['ask'] = (path, body, headers = {}) =>
    fetch(`${url}/console/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-earshot-key': key, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return {
    url,
    link: `${url}/console?key=${encodeURIComponent(key)}`,
    routers: { console: developers.router, desk: desk.router },
    house,
    letters,
    ask,
    get: async <T>(path: string) => (await (await ask(path)).json()) as T,
    async say(what, who = {}) {
      const said = typeof what === 'string' ? { kind: 'text', text: what } : what;
      const response = await ask('/say', { ...TESTER, what: said, ...who });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Told;
    },
    events: () => openEvents(`${url}/console/api/events`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => void house.close().then(resolve));
        developers.close();
        chat.close();
        desk.close();
        server.closeAllConnections();
      }),
  };
}

async function openEvents(url: string) {
  const leave = new AbortController();
  const { body } = await fetch(url, { signal: leave.signal, headers: { 'x-earshot-key': KEY } });
  if (!body) throw new Error('the stream has no body');
  const pieces = body[Symbol.asyncIterator]();
  const parse = createParser();
  const decoder = new TextDecoder();
  const waiting: ServerEvent[] = [];
  return {
    async next(wanted: string): Promise<unknown> {
      for (;;) {
        const found = waiting.shift();
        if (found?.event === wanted) return JSON.parse(found.data);
        if (found) continue;
        const { value, done } = await pieces.next();
        if (done) throw new Error('the stream ended');
        waiting.push(...parse(decoder.decode(value, { stream: true })));
      }
    },
    close: () => leave.abort(),
  };
}
