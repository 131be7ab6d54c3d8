/** The web chat on a real port of this computer, and a page without looks that talks to it. */

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Rhythm } from '../../lambda/channels/web/options';
import { computedHere } from '../../lambda/house/beside';
import { type ChatSettings, openChat } from '../../lambda/house/chat';
import { readShopFile, type ShopFile } from '../../lambda/house/shop-file';
import { createParser, type ServerEvent } from '../../web/chat/parser';
import { type House, LOCALES } from './house';

export type ChatServer = { readonly url: string; close(): Promise<void> };

export type ServerOptions = {
  readonly shop?: Partial<ShopFile>;
  readonly pages?: string;
  readonly rhythm?: Partial<Rhythm>;
  readonly onBroke?: NonNullable<ChatSettings['onBroke']>;
  /** 0 takes any. */
  readonly port?: number;
};

/** Looks for other processes' lines every 20 ms, so that tests need not wait. */
export async function serveChat(house: House, options: ServerOptions = {}): Promise<ChatServer> {
  const { rhythm = { poll: 20 }, pages = '/nowhere', port = 0 } = options;
  const shop = { ...readShopFile(), ...options.shop };
  const told = options.onBroke ? { onBroke: options.onBroke } : {};
  const log = { error: (what: object) => void house.errors.push(what) };
  const chat = openChat(house, {
    shop,
    locales: LOCALES,
    pages,
    log,
    now: house.clock.now,
    rhythm,
    beside: computedHere,
    ...told,
  });
  const app = express();
  app.use(chat.router);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        chat.close();
        server.closeAllConnections();
      }),
  };
}

/** A line as the page gets it. */
export type Got = {
  readonly id: string;
  /** Written by this very browser. */
  readonly own?: true;
  readonly by: string;
  readonly channel: string;
  readonly text: string;
  readonly show?: {
    readonly ref?: string;
    readonly file?: string;
    readonly question?: { readonly options: readonly { id: string }[] };
  };
};

export type PageOptions = { readonly shopper?: string; readonly visitor?: string; readonly locale?: string };
export type TestPage = Awaited<ReturnType<typeof openPage>>;

export async function openPage({ url }: Pick<ChatServer, 'url'>, options: PageOptions = {}) {
  const { shopper, locale = 'en-GB' } = options;
  const visitor = options.visitor ?? (await newVisitor(url, locale));
  const headers = { authorization: `Bearer ${visitor}`, ...(shopper ? { 'x-shopper-token': shopper } : {}) };
  const post = (body: unknown, more: object = {}, path = '/chat/messages') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...more },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const stream = (after?: string, signal?: AbortSignal) =>
    fetch(`${url}/chat/stream`, {
      headers: { ...headers, ...(after ? { 'last-event-id': after } : {}) },
      ...(signal ? { signal } : {}),
    });
  return {
    visitor,
    post,
    stream,
    says: async (text: string, id: string = randomUUID()) => (await post({ id, text })).status,
    /** Reads events until `enough`, then leaves. */
    async read(enough: (events: readonly ServerEvent[]) => boolean, after?: string): Promise<readonly ServerEvent[]> {
      const leave = new AbortController();
      const response = await stream(after, leave.signal);
      if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
      const events: ServerEvent[] = [];
      const parse = createParser();
      const decoder = new TextDecoder();
      for await (const piece of response.body) {
        events.push(...parse(decoder.decode(piece, { stream: true })));
        if (enough(events)) break;
      }
      leave.abort();
      return events;
    },
    /** All that was said so far. */
    async lines(after?: string): Promise<readonly Got[]> {
      return linesIn(await this.read((events) => events.some(({ event }) => event === 'ready'), after));
    },
  };
}

export function linesIn(events: readonly ServerEvent[]): readonly Got[] {
  return events.filter(({ event }) => event === 'line').map(({ data }) => JSON.parse(data) as Got);
}

async function newVisitor(url: string, locale: string): Promise<string> {
  const response = await fetch(`${url}/chat/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale }),
  });
  const { visitor } = (await response.json()) as { visitor: string };
  return visitor;
}
