/** The desk on a real port of this computer, with the chat beside it, and people who sit at it. */

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type DeskDoor, type DeskDoorSettings, openDesk } from '../../lambda/desk/door';
import type { Detail, Me, Queue } from '../../lambda/desk/protocol';
import { computedHere } from '../../lambda/house/beside';
import { openChat } from '../../lambda/house/chat';
import { readShopFile } from '../../lambda/house/shop-file';
import { QUEUE_GROUPS } from '../../lambda/services/hand-off/queue';
import type { Role } from '../../lambda/services/sign-in/agents';
import { hashPassword } from '../../lambda/services/sign-in/passwords';
import { newAgent } from '../../lambda/services/sign-in/sign-in';
import { type House, LOCALES } from '../kit/house';
import { createTexter } from '../kit/texter';

export type DeskServer = {
  readonly url: string;
  readonly door: DeskDoor;
  readonly house: House;
  close(): Promise<void>;
};

export const PASSWORD = 'correct horse battery';
/** Cheap, so that tests are fast; what a hash costs stands in it. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

export type DeskServerOptions = {
  readonly pages?: string;
  readonly rhythm?: DeskDoorSettings['rhythm'];
  readonly needsSecond?: boolean;
  readonly translator?: DeskDoorSettings['translator'];
};

export async function serveDesk(house: House, options: DeskServerOptions = {}): Promise<DeskServer> {
  const { pages = '/nowhere', rhythm = { poll: 200, settle: 5 }, needsSecond = false, translator = null } = options;
  const log = { error: (what: object) => void house.errors.push(what) };
  const settings = { shop: readShopFile(), locales: LOCALES, pages, log, now: house.clock.now };
  const door = openDesk(house, {
    ...settings,
    translator,
    rhythm,
    second: { secret: 'a secret of the tests', isNeeded: needsSecond },
    cost: CHEAP,
  });
  const chat = openChat(house, { ...settings, rhythm: { poll: 20 }, beside: computedHere });
  const app = express();
  app.set('trust proxy', 'loopback');
  app.use(door.router, chat.router);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    door,
    house,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        door.close();
        chat.close();
        server.closeAllConnections();
      }),
  };
}

/** A desk with these people at it, by their logins. */
export async function deskOf<Login extends string>(
  house: House,
  people: Readonly<Record<Login, Role>>,
  options: DeskServerOptions = {},
): Promise<{ readonly server: DeskServer } & Readonly<Record<Login, Sitting>>> {
  const server = await serveDesk(house, options);
  const seated = {} as Record<Login, Sitting>;
  for (const login of Object.keys(people) as Login[]) {
    await employ(server, login, people[login]);
    seated[login] = await sitDown(server, login);
  }
  return { server, ...seated };
}

/** A desk with one agent at it. */
export function deskOfMarta(house: House, options: DeskServerOptions = {}) {
  return deskOf(house, { marta: 'agent' }, options);
}

export async function employ({ house }: DeskServer, login: string, role: Role = 'agent', name = named(login)) {
  const agent = newAgent({ login, name, role, hash: await hashPassword(PASSWORD, CHEAP) });
  await house.store.agents.add(agent);
  return agent;
}

function named(login: string): string {
  return login.charAt(0).toUpperCase() + login.slice(1);
}

export type Headers = Readonly<Record<string, string>>;

/** What a browser would send, without one. */
export function knock(
  { url }: DeskServer,
  path: string,
  ...[body, headers = {}, signal]: [body?: unknown, headers?: Headers, signal?: AbortSignal]
): Promise<Response> {
  return fetch(`${url}/desk${path}`, {
    ...(signal ? { signal } : {}),
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

export function signIn(server: DeskServer, login: string, password = PASSWORD, headers: Headers = {}) {
  return knock(server, '/session', { login, password }, headers);
}

export function cookieIn(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export type Sitting = Awaited<ReturnType<typeof sitDown>>;

/** Signs in, and works at the desk. */
export async function sitDown(server: DeskServer, login: string) {
  const entered = await signIn(server, login);
  if (entered.status !== 201) throw new Error(`${login} cannot sign in: ${entered.status}`);
  const me = (await entered.json()) as Me;
  const cookie = cookieIn(entered);
  const ask = (path: string, body?: unknown, ...[headers = {}, signal]: [headers?: Headers, signal?: AbortSignal]) =>
    knock(server, path, body, { cookie, ...headers }, signal);
  const read = async <T>(path: string) => (await (await ask(path)).json()) as T;
  const act = (id: string, what: string, body: object = {}) =>
    ask(`/hand-offs/${id}/${what}`, { id: randomUUID(), ...body });
  return {
    me,
    cookie,
    ask,
    queue: async () => {
      const { groups } = await read<Queue>('/queue');
      return QUEUE_GROUPS.flatMap((group) => groups[group].entries);
    },
    detail: (id: string) => read<Detail>(`/hand-offs/${id}`),
    act,
    takes: (id: string, from: string | null = null) => act(id, 'take', { from }),
    says: (id: string, text: string) => act(id, 'say', { text }),
  };
}

/** A shopper asks in the chat for a person; answers the hand-off's id. */
export async function askForPerson(house: House, shopper: string | null = 'ana') {
  const texter = createTexter(house, { shopper });
  await texter.says('I want to talk to a person');
  const [packet] = await house.store.handOffs.list(1);
  if (!packet) throw new Error('nothing was handed off');
  return { texter, id: packet.id, packet };
}
