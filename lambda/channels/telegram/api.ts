/** grammY's client over the house's own fetch, with a deadline. */

import { Api, type ApiClientOptions } from 'grammy';
import type { TelegramOptions } from './options';

const ANSWERS_WITHIN_MS = 10_000;
/** A file takes longer than words. */
const TAKES_FILE_MS = 60_000;

export function createApi({ settings, fetch }: Omit<TelegramOptions, 'now'>): Api {
  return new Api(settings.token, {
    apiRoot: settings.base.replace(/\/$/, ''),
    fetch: over(fetch) as unknown as NonNullable<ApiClientOptions['fetch']>,
  });
}

type Sent = Pick<RequestInit, 'method' | 'headers' | 'body'>;

/** grammY's own signal and agent are of another library's making and stay behind. */
function over(fetch: typeof globalThis.fetch) {
  return async (url: string | URL, { method, headers, body }: Sent): Promise<Response> => {
    const isWords = typeof body === 'string' || !body;
    const request = {
      method: method ?? 'POST',
      headers: headers ?? {},
      body: body ?? null,
      // What streams is sent before it is answered.
      ...(isWords ? {} : { duplex: 'half' as const }),
      redirect: 'error',
      signal: AbortSignal.timeout(isWords ? ANSWERS_WITHIN_MS : TAKES_FILE_MS),
    } as const;
    const response = await fetch(url, request);
    const isTelegrams = (response.headers.get('content-type') ?? '').includes('json');
    if (response.ok || isTelegrams) return response;
    await response.body?.cancel();
    throw Object.assign(new Error(`Telegram answered ${response.status}`), { status: response.status });
  };
}
