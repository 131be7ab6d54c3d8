/** Speaks HTTP with VTEX: with the application key, in the time a call has, and never the same write twice. */

import type * as z from 'zod/mini';
import { askedOverKeptLine } from '../../../http/kept-line';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { Instant } from '../../../vocabulary/values';
import type { VtexSettings } from './settings';

type Asked = {
  readonly path: string;
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
};

export type VtexAsk = Asked & {
  /** With the session of a shopper (`SESSION_HEADER`) it is they who ask, and no key is shown. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Statuses that are an answer here, and no trouble: of a session that is over, say, or of what may not be there. */
  readonly takes?: readonly number[];
  /** `writes`: something that lasts is changed, and without an answer nobody knows whether it was. `asks`: nothing is, though it is posted. */
  readonly does?: 'writes' | 'asks';
};

/** What came back: any status is an answer. `body`: null where there is none, undefined where it is no JSON. */
export type VtexAnswer = {
  readonly status: number;
  readonly body: unknown;
  /** "name=value" of each cookie it sets. */
  readonly cookies: readonly string[];
  /** How many there are of what it shows some of; null: it does not say. */
  readonly total: number | null;
};

/** Answers refuse with `unavailable` where VTEX asks for patience or does not know the key, and `timeout` without one. */
export type VtexClient = {
  answer(ask: VtexAsk, call: Call): Promise<Result<VtexAnswer>>;
  /** The body of an answer that is a success; also refuses with `not-found` where it takes 404, and `unavailable` for all else. */
  ask<T>(ask: VtexAsk & { readonly shape: z.ZodMiniType<T> }, call: Call): Promise<Result<T>>;
  /** What was last wrong with being asked, in a line for whoever sets up the shop; null: nothing. */
  trouble(): string | null;
};

type ClientNeeds = {
  readonly settings: VtexSettings;
  readonly fetch: typeof fetch;
  readonly now: () => Instant;
};

export function createVtexClient(needs: ClientNeeds): VtexClient {
  let trouble: string | null = null;
  const told = <T>(why: string | null, result: Result<T>): Result<T> => {
    trouble = why;
    return result;
  };

  function send(place: string, ask: VtexAsk, { signal }: Call): Promise<Response> {
    const init = {
      ...{ method: ask.method ?? 'GET', headers: headersOf(ask, needs.settings), signal },
      // Followed, it would carry the key to wherever it points.
      redirect: 'manual',
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    } as const;
    const once = () => needs.fetch(place + ask.path + queryOf(ask), init);
    return isQuestion(ask) ? askedOverKeptLine(once, signal) : once();
  }

  async function answer(ask: VtexAsk, call: Call): Promise<Result<VtexAnswer>> {
    const { settings, now } = needs;
    if (call.signal.aborted || now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
    const lost = lostOf(ask);
    const place = isGateway(ask) ? settings.payments : settings.base;
    try {
      const response = await send(place, ask, call);
      const { status } = response;
      const body = jsonOf(await response.text());
      const heard = { status, body, cookies: cookiesOf(response), total: totalIn(response) };
      const why = troubleIn(heard.status, ask);
      // It asks for patience, or does not know who asks: nothing was done.
      return why === null ? told(null, ok(heard, now())) : told(why, refused(UNAVAILABLE));
    } catch (error) {
      if (call.signal.aborted) return told(`VTEX_URL: ${place} did not answer in time`, refused(lost));
      const isUnsent = isUnreached(error);
      return told(`VTEX_ACCOUNT: ${place} cannot be reached`, refused(isUnsent ? UNAVAILABLE : unread(ask)));
    }
  }

  return {
    answer,
    async ask(ask, call) {
      const heard = await answer(ask, call);
      if (!heard.ok) return heard;
      const { status, body } = heard.value;
      // A page of somebody on the way says nothing of what is there.
      if (status === 404 && ask.takes?.includes(404) && body !== undefined) return refused({ kind: 'not-found' });
      const read = status >= 200 && status < 300 ? ask.shape.safeParse(body) : null;
      if (read?.success) return ok(read.data, heard.asOf);
      return told(`VTEX answered ${status} to ${ask.path}, which is not understood`, refused(unread(ask)));
    },
    trouble: () => trouble,
  };
}

/** Carries a session of VTEX ID. */
export const SESSION_HEADER = 'VtexIdclientAutCookie';

const UNAVAILABLE = { kind: 'unavailable' } as const;

function lostOf({ does }: VtexAsk) {
  return { kind: 'timeout', outcome: does === 'writes' ? 'unknown' : 'not-sent' } as const;
}

/** It was sent, and what came back says nothing we understand. */
function unread(ask: VtexAsk) {
  return ask.does === 'writes' ? lostOf(ask) : UNAVAILABLE;
}

/** It may be asked twice. */
function isQuestion({ method, does }: VtexAsk): boolean {
  return method === undefined || does === 'asks';
}

/** It is at another host, and takes no key. */
function isGateway({ path }: VtexAsk): boolean {
  return path.startsWith('/api/payments/');
}

/** VTEX wants both said, of a request without a body too. */
function headersOf(ask: VtexAsk, { key, token }: VtexSettings): Record<string, string> {
  const isOwn = ask.headers?.[SESSION_HEADER] !== undefined;
  const known = isOwn || isGateway(ask) ? {} : { 'X-VTEX-API-AppKey': key, 'X-VTEX-API-AppToken': token };
  return { accept: 'application/json', 'content-type': 'application/json', ...known, ...ask.headers };
}

function queryOf({ query = {} }: VtexAsk): string {
  const all = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return all.length > 0 ? `?${all.join('&')}` : '';
}

function troubleIn(status: number, { path, takes }: VtexAsk): string | null {
  if (takes?.includes(status)) return null;
  if (status === 401) return 'VTEX_KEY or VTEX_TOKEN is wrong, or the key is not active';
  if (status === 403) return `VTEX_KEY: its role may not ask for ${path}`;
  if (status === 429) return 'VTEX asks for fewer requests a minute';
  return status === 503 ? 'VTEX is not there just now, or keeps us out for a while' : null;
}

function cookiesOf(response: Response): readonly string[] {
  return response.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
}

/** "resources: 0-49/2813". */
function totalIn(response: Response): number | null {
  const [, total] = /\/(\d+)$/.exec(response.headers.get('resources') ?? '') ?? [];
  return total === undefined ? null : Number(total);
}

function jsonOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isUnreached(error: unknown): boolean {
  const cause = error instanceof TypeError ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(code);
}
