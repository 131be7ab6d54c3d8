/** Asks the shop's REST API: in the time a call has, honest about a write without an answer, and never the same write twice. */

import type * as z from 'zod/mini';
import { askedOverKeptLine } from '../../../http/kept-line';
import { type Call, ok, type Result, refused, type ShopError } from '../../../services/commerce/call';
import { languageOf } from '../../../vocabulary/locales';
import type { Instant } from '../../../vocabulary/values';
import type { RestShopSettings } from './settings';
import { type RestRefusal, refusal } from './shapes';

/** `path`: from the slash on, each part encoded. Texts of `query` that are undefined are left out; `lang` is the call's. */
export type RestAsk<T> = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** What is needed of the answer. */
  readonly shape: z.ZodMiniType<T>;
  /** `PUT` and `PATCH` change something: an answer that cannot be read says nothing of whether they did. */
  readonly sends?: { readonly method: 'POST' | 'PUT' | 'PATCH'; readonly body: object };
  /** A shopper's own: only where it is asked whose it is. */
  readonly shopperToken?: string;
};

export type RestClient = {
  ask<T>(ask: RestAsk<T>, call: Call): Promise<Result<T>>;
  /** What was last wrong with being asked, in a line for whoever sets up the shop; null: nothing. */
  trouble(): string | null;
};

type ClientNeeds = { readonly settings: RestShopSettings; readonly fetch: typeof fetch; readonly now: () => Instant };

/** `untouched`: nothing was done. `lost`: it was sent, and nothing that can be read came back. */
type RestHeard =
  | { readonly kind: 'said' | 'refused'; readonly body: unknown }
  | { readonly kind: 'untouched' | 'lost' | 'silent'; readonly why: string };

export function createRestClient(needs: ClientNeeds): RestClient {
  const { settings, now } = needs;
  let trouble: string | null = null;

  function resultOf<T>(heard: RestHeard, { shape, sends }: RestAsk<T>): Result<T> {
    const writes = isWriting(sends);
    const unread = () => refused<T>(writes ? { kind: 'timeout', outcome: 'unknown' } : { kind: 'unavailable' });
    switch (heard.kind) {
      case 'said': {
        const read = shape.safeParse(heard.body);
        if (read.success) return ok(read.data, now());
        const [issue] = read.error.issues;
        trouble = `REST_SHOP_URL: what it answered is not as docs/rest-shop.openapi.yaml says: ${issue?.path.join('.')}`;
        return unread();
      }
      case 'refused': {
        const read = refusal.safeParse(heard.body);
        return read.success ? refused(errorOf(read.data)) : unread();
      }
      case 'untouched':
        return refused({ kind: 'unavailable' });
      case 'lost':
        return unread();
      case 'silent':
        return refused({ kind: 'timeout', outcome: writes ? 'unknown' : 'not-sent' });
    }
  }

  return {
    async ask<T>(ask: RestAsk<T>, call: Call): Promise<Result<T>> {
      if (call.signal.aborted || now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
      const heard = await send(ask, call, { settings, fetch: needs.fetch });
      trouble = 'why' in heard ? heard.why : null;
      return resultOf(heard, ask);
    },
    trouble: () => trouble,
  };
}

function isWriting(sends: RestAsk<unknown>['sends']): boolean {
  return sends?.method === 'PUT' || sends?.method === 'PATCH';
}

async function send(
  { path, query = {}, sends, shopperToken }: RestAsk<unknown>,
  call: Call,
  { settings, fetch: get }: Pick<ClientNeeds, 'settings' | 'fetch'>,
): Promise<RestHeard> {
  const { base, token } = settings;
  const texts = Object.entries(query).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  const search = texts.length === 0 ? '' : `?${new URLSearchParams(Object.fromEntries(texts))}`;
  const headers = {
    ...{ accept: 'application/json', authorization: `Bearer ${token}` },
    ...(sends ? { 'content-type': 'application/json' } : {}),
    ...(shopperToken === undefined ? {} : { 'shopper-token': shopperToken }),
  };
  const sending = sends && { ...sends, body: JSON.stringify(sends.body) };
  try {
    // Followed, a redirect would carry the token to wherever it points.
    const init = { headers, ...sending, redirect: 'manual', signal: call.signal } as const;
    const once = () => get(`${base}${path}${search}`, init);
    const response = await (isWriting(sends) ? once() : askedOverKeptLine(once, call.signal));
    return heardIn(response, await response.text());
  } catch (error) {
    if (call.signal.aborted) return { kind: 'silent', why: `REST_SHOP_URL: ${base} did not answer in time` };
    const isUnreached = error instanceof TypeError && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(codeOf(error.cause));
    return { kind: isUnreached ? 'untouched' : 'lost', why: `REST_SHOP_URL: ${base} cannot be reached` };
  }
}

function heardIn({ status, ok: isOk }: Response, text: string): RestHeard {
  if (status === 401) return { kind: 'untouched', why: 'REST_SHOP_TOKEN: the shop does not take it' };
  if (status === 429) return { kind: 'untouched', why: 'the shop was asked too often' };
  const body = jsonIn(text);
  const isTold = body !== undefined && (isOk || status === 404 || status === 409);
  if (!isTold) return { kind: 'lost', why: `REST_SHOP_URL: what answers there is not this API (${status})` };
  return { kind: isOk ? 'said' : 'refused', body };
}

/** In the words of the ports: a closed list, and the dialogue has words for each. */
function errorOf(told: RestRefusal): ShopError {
  switch (told.refusal) {
    case 'sold-out':
      return { kind: 'sold-out', productId: told.good, ...(told.backOn ? { backOn: told.backOn } : {}) };
    case 'too-many':
      return { kind: 'too-many', productId: told.good, max: told.max };
    case 'too-little':
      return { kind: 'too-little', least: told.least };
    case 'price-changed':
      return { kind: 'price-changed', was: told.was, now: told.now };
    default:
      return { kind: told.refusal };
  }
}

/** The language of a call, as it is asked for. */
export function langOf({ locale }: Call): { readonly lang: string } {
  return { lang: languageOf(locale) };
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
