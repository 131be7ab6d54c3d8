/** How the VTEX of ours is asked and answers: who may ask what, the path of each call, and what VTEX says of a call it refuses. */

import type { IncomingHttpHeaders } from 'node:http';
import type * as z from 'zod/mini';
import type { Person } from './people';

export type Asked = {
  readonly method: string;
  readonly path: string;
  /** What stands in the holes of the route's path. */
  readonly holes: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
  /** The application key has come with it, and is right. */
  readonly isKey: boolean;
  /** Whose session it comes with. */
  readonly shopper: Person | null;
};

export type Answer = {
  readonly status: number;
  /** Absent: nothing is in it. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
};

/** What a key may be allowed, as License Manager has it. */
export const ROLES = ['orders', 'checkout', 'payments', 'promotions', 'master-data', 'sign-in', 'logistics'] as const;
export type Role = (typeof ROLES)[number];

export type Route = {
  /** "GET /api/…/{hole}". */
  readonly on: string;
  /** `role`: with a key that may do this. `shopper`: with a session. `either`. Absent: anybody may ask. */
  readonly needs?: { readonly role: Role; readonly or?: 'shopper' } | 'shopper';
  answer(asked: Asked): Answer | Promise<Answer>;
};

export const answered = (body: unknown, status = 200): Answer => ({ status, body });

/** As most parts of VTEX refuse. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message, exception: null } } };
}

/** Throws what is caught where it is answered: a body that is not as it must be. */
export function read<T extends z.ZodMiniType>(shape: T, body: unknown): z.output<T> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refused(refusal(400, 'CHK002', `Invalid request body: ${issue?.path.join('.')}`));
}

export class Refused extends Error {
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

export type Found = { readonly route: Route; readonly holes: Readonly<Record<string, string>> };

export type Router = (method: string, path: string) => Found | null;

/** Of several that fit, the one with the most literal parts. */
export function routerOf(routes: readonly Route[]): Router {
  const all = new Map<string, (readonly [Route, readonly string[]])[]>();
  for (const route of routes) {
    const [verb = '', pattern = ''] = route.on.split(' ');
    const names = pattern.split('/');
    const alike = all.get(`${verb} ${names.length}`) ?? [];
    all.set(`${verb} ${names.length}`, [...alike, [route, names]]);
  }
  const holesIn = (names: readonly string[]) => names.filter(isHole).length;
  for (const alike of all.values()) alike.sort(([, a], [, b]) => holesIn(a) - holesIn(b));
  return (method, path) => {
    const parts = path.split('/');
    const fits = (names: readonly string[]) =>
      names.every((name, at) => (isHole(name) ? parts[at] !== '' : parts[at] === name));
    const [route, names] = all.get(`${method} ${parts.length}`)?.find((one) => fits(one[1])) ?? [];
    if (!route || !names) return null;
    const holes = names.flatMap((name, at) =>
      isHole(name) ? [[name.slice(1, -1), decodeURIComponent(parts[at] ?? '')] as const] : [],
    );
    return { route, holes: Object.fromEntries(holes) };
  };
}

const isHole = (name: string): boolean => name.startsWith('{');
