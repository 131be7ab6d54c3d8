/** Speaks HTTP with Chatwoot: which token, in what time, and what each refusal means for trying again. */

import type * as z from 'zod/mini';
import type { Tried } from '../../../services/queue/queues';
import type { ChatwootSettings } from './settings';

type Refusal = Extract<Tried, { kind: 'later' | 'dead' }>;

/** Chatwoot did not do it; `tried` says whether asking again can help. It is caught where the port ends. */
export class ChatwootRefused extends Error {
  override name = 'ChatwootRefused';
  constructor(
    readonly tried: Refusal,
    /** null: no answer came. */
    readonly status: number | null,
  ) {
    super(tried.why);
  }
}

type Ask<T> = {
  readonly as: 'bot' | 'user';
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the account, beginning with a slash. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** In place of a body: with files. */
  readonly form?: FormData;
  /** What is needed of the answer; absent: nothing is. */
  readonly shape?: z.ZodMiniType<T>;
};

/** Throws `Refused`, and nothing else. */
export type Client = <T = unknown>(ask: Ask<T>) => Promise<T>;

export type ClientOptions = {
  readonly settings: ChatwootSettings;
  readonly fetch: typeof fetch;
  /** Milliseconds a request may take. */
  readonly timeoutMs: number;
};

export function createClient(options: ClientOptions): Client {
  const { base, accountId } = options.settings;
  const root = `${base.replace(/\/+$/, '')}/api/v1/accounts/${accountId}`;
  return async (ask) => {
    const response = await reach(`${root}${ask.path}`, ask, options);
    const text = await bodyOf(response, ask);
    if (!response.ok) throw refusalOf({ response, text, ask });
    if (!ask.shape) return undefined as never;
    const read = ask.shape.safeParse(parsed(text));
    if (!read.success) throw later(`its answer to ${named(ask)} cannot be read`, response.status);
    return read.data;
  };
}

/** A file takes longer than words. */
const PER_FILE = 4;

async function reach(url: string, ask: Ask<unknown>, { settings, fetch, timeoutMs }: ClientOptions): Promise<Response> {
  const headers = { api_access_token: ask.as === 'bot' ? settings.botToken : settings.userToken };
  try {
    return await fetch(url, {
      method: ask.method,
      headers: ask.body ? { ...headers, 'content-type': 'application/json' } : headers,
      ...(ask.form ? { body: ask.form } : ask.body ? { body: JSON.stringify(ask.body) } : {}),
      // Followed, it would carry the token to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.timeout(ask.form ? timeoutMs * PER_FILE : timeoutMs),
    });
  } catch (error) {
    throw unreached(ask, error);
  }
}

async function bodyOf(response: Response, ask: Ask<unknown>): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw unreached(ask, error);
  }
}

/** It may have been done all the same: whoever tries again looks first. */
function unreached(ask: Ask<unknown>, error: unknown): ChatwootRefused {
  return later(`no answer to ${named(ask)} (${error instanceof Error ? error.name : 'unknown'})`, null);
}

type Answered = { readonly response: Response; readonly text: string; readonly ask: Ask<unknown> };

function refusalOf({ response, text, ask }: Answered): ChatwootRefused {
  const { status } = response;
  if (status >= 500) return later(`${status} to ${named(ask)}`, status);
  if (status === 408 || status === 429 || isFlood(status, text)) {
    const after = waitOf(response.headers.get('retry-after'));
    return later(`asks to slow down at ${named(ask)}`, status, after);
  }
  return new ChatwootRefused({ kind: 'dead', why: `Chatwoot: ${reasonOf(status, ask)}` }, status);
}

function reasonOf(status: number, ask: Ask<unknown>): string {
  const token = ask.as === 'bot' ? 'botToken' : 'userToken';
  if (status === 401 || status === 403)
    return `${status} to ${named(ask)}: the setting ${token} is wrong or may not do it`;
  if (status === 404)
    return `404 to ${named(ask)}: it is gone, or the setting base, accountId, inboxId or teamId is wrong`;
  if (status >= 300 && status < 400) return `${status} to ${named(ask)}: the setting base points to another address`;
  return `${status} to ${named(ask)}`;
}

/** More messages a minute than one conversation may have are refused like wrong ones. */
function isFlood(status: number, text: string): boolean {
  return status === 422 && /too many messages/i.test(text);
}

function later(why: string, status: number | null, after?: number): ChatwootRefused {
  const tried = { kind: 'later', why: `Chatwoot: ${why}` } as const;
  return new ChatwootRefused(after === undefined ? tried : { ...tried, after }, status);
}

/** Milliseconds, of seconds. */
function waitOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}

/** Without the query: what was searched for belongs in no log. */
function named({ method, path }: Ask<unknown>): string {
  return `${method} ${path.replace(/\?.*$/, '')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs what belongs to one try. A mistake of ours is thrown on. */
export async function tried(run: () => Promise<Tried>): Promise<Tried> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ChatwootRefused) return error.tried;
    throw error;
  }
}
