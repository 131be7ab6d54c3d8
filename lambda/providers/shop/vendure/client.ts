/** Speaks GraphQL with Vendure: as the shopper or as the back office, in the time a call has, and never the same write twice. */

import * as z from 'zod/mini';
import { askedOverKeptLine } from '../../../http/kept-line';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { Instant } from '../../../vocabulary/values';
import { unlessAborted } from '../kit/unless-aborted';
import { type GraphHeard, heardIn } from './heard';
import type { VendureSettings } from './settings';

export type VendureAsk<T> = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What is needed of the answer's data. */
  readonly shape: z.ZodMiniType<T>;
  /** It changes something: an answer that cannot be read says nothing of whether it did. */
  readonly writes?: true;
  /** The shopper's own token, at the API of the shop, or null for nobody's there; absent: the back office's. */
  readonly token?: string | null;
};

/** Refuses with `not-found`, `unauthorised`, `unavailable` and `timeout`. */
export type VendureClient = {
  ask<T>(ask: VendureAsk<T>, call: Call): Promise<Result<T>>;
  /** What was last wrong with being asked, in a line for whoever sets up the shop; null: nothing. */
  trouble(): string | null;
};

type ClientNeeds = {
  readonly settings: VendureSettings;
  readonly fetch: typeof fetch;
  readonly now: () => Instant;
};

/** What a header can carry. */
const CARRIED = /^[\x21-\x7e]{1,2000}$/;

const LOGIN = `mutation($user: String!, $password: String!) {
  login(username: $user, password: $password) { ... on CurrentUser { id } ... on ErrorResult { errorCode } }
}`;

export function createVendureClient(needs: ClientNeeds): VendureClient {
  let session: Promise<string | null> | null = null;
  let trouble: string | null = null;

  /** One login at a time, for everybody who waits for it. */
  function office(): Promise<string | null> {
    session ??= login(needs).then((heard) => {
      if (heard.kind === 'data' && heard.token !== null) return heard.token;
      session = null;
      trouble = heard.kind === 'data' ? 'VENDURE_USER or VENDURE_PASSWORD is wrong' : heard.why;
      return null;
    });
    return session;
  }

  async function asOffice(ask: VendureAsk<unknown>, call: Call): Promise<GraphHeard> {
    const token = await unlessAborted(call.signal, office());
    if (token === null) return { kind: 'unreached', why: trouble ?? 'nobody could sign in' };
    const heard = await send({ ...ask, token }, 'admin-api', { ...needs, call });
    if (heard.kind !== 'forbidden') return heard;
    // The session is over, and nothing of this was done: it is asked once more with a new one.
    session = null;
    const again = await unlessAborted(call.signal, office());
    return again === null ? heard : send({ ...ask, token: again }, 'admin-api', { ...needs, call });
  }

  return {
    async ask<T>(ask: VendureAsk<T>, call: Call): Promise<Result<T>> {
      if (call.signal.aborted || needs.now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
      if (typeof ask.token === 'string' && !CARRIED.test(ask.token)) return refused({ kind: 'unauthorised' });
      const heard =
        ask.token === undefined ? await asOffice(ask, call) : await send(ask, 'shop-api', { ...needs, call });
      trouble = heard.kind === 'data' ? null : heard.why;
      return resultOf(heard, ask, needs);
    },
    trouble: () => trouble,
  };
}

function resultOf<T>(heard: GraphHeard, { shape, writes, token }: VendureAsk<T>, { now }: ClientNeeds): Result<T> {
  switch (heard.kind) {
    case 'data': {
      const read = shape.safeParse(heard.data);
      return read.success ? ok(read.data, now()) : unread(writes);
    }
    case 'gone':
      return refused({ kind: 'not-found' });
    case 'forbidden':
      return refused({ kind: token === undefined ? 'unavailable' : 'unauthorised' });
    case 'unreached':
      return refused({ kind: 'unavailable' });
    case 'refused':
      return unread(writes);
    case 'silent':
      return refused({ kind: 'timeout', outcome: writes ? 'unknown' : 'not-sent' });
  }
}

/** It was sent, and what came back says nothing we understand. */
function unread(writes: true | undefined): Result<never> {
  return refused(writes ? { kind: 'timeout', outcome: 'unknown' } : { kind: 'unavailable' });
}

const LOGIN_MS = 5_000;

async function login({ settings, ...needs }: ClientNeeds): Promise<GraphHeard> {
  const { user, password } = settings;
  const signal = AbortSignal.timeout(LOGIN_MS);
  const call: Call = { locale: 'en', deadline: needs.now() + LOGIN_MS, signal, traceId: 'sign in' };
  const ask = { query: LOGIN, variables: { user, password }, shape: z.unknown() };
  return send(ask, 'admin-api', { settings, ...needs, call });
}

type Sending = ClientNeeds & { readonly call: Call };

async function send(
  { query, variables = {}, token }: VendureAsk<unknown>,
  api: 'admin-api' | 'shop-api',
  { settings, fetch, call }: Sending,
): Promise<GraphHeard> {
  const url = `${settings.base}/${api}?languageCode=${call.locale.split('-')[0]}`;
  const headers = {
    'content-type': 'application/json',
    ...(typeof token === 'string' ? { authorization: `Bearer ${token}` } : {}),
    ...(settings.channel === null ? {} : { 'vendure-token': settings.channel }),
  };
  const body = JSON.stringify({ query, variables });
  try {
    // Followed, it would carry the token to wherever it points.
    const init = { method: 'POST', headers, body, redirect: 'manual', signal: call.signal } as const;
    const once = () => fetch(url, init);
    const response = await (isQuestion(query) ? askedOverKeptLine(once, call.signal) : once());
    return heardIn(await response.text(), response);
  } catch (error) {
    if (call.signal.aborted) return { kind: 'silent', why: `VENDURE_URL: ${settings.base} did not answer in time` };
    const isRefused = error instanceof TypeError && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(codeOf(error.cause));
    const why = `VENDURE_URL: ${settings.base} cannot be reached`;
    return isRefused ? { kind: 'unreached', why } : { kind: 'refused', why };
  }
}

/** What GraphQL calls a query changes nothing. */
function isQuestion(query: string): boolean {
  return !query.trimStart().startsWith('mutation');
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
