/** Speaks HTTP with the desk: reads, posts, and hears of changes. */

import type { Changed, Refusal, StreamEnd } from '../../lambda/desk/protocol';
import { hearNow } from '../shared/clock';

export type Code = Refusal | 'away' | 'too-many';
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly body: Readonly<Record<string, unknown>> };

const PATIENCE_MS = 15_000;
const FILE_PATIENCE_MS = 120_000;

/** Never throws: a network that fails is `away`. A body makes it a POST; bytes are sent as they are, and take a while. */
export async function call<T>(path: string, body?: object): Promise<Answered<T>> {
  const signal = AbortSignal.timeout
    ? { signal: AbortSignal.timeout(body instanceof Blob ? FILE_PATIENCE_MS : PATIENCE_MS) }
    : {};
  const post = body && posted(body);
  try {
    const response = await fetch(`/desk${path}`, { credentials: 'same-origin', cache: 'no-store', ...post, ...signal });
    hearNow(response);
    const answer = response.status === 204 ? {} : await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    return { ok: false, code: codeOf(response.status, answer), body: answer };
  } catch {
    return { ok: false, code: 'away', body: {} };
  }
}

function posted(body: object) {
  const isFile = body instanceof Blob;
  const type = isFile ? 'application/octet-stream' : 'application/json';
  return { method: 'POST', headers: { 'Content-Type': type }, body: isFile ? body : JSON.stringify(body) };
}

function codeOf(status: number, { error }: { readonly error?: Code }): Code {
  if (status === 429 && error !== 'locked') return 'too-many';
  return status >= 500 ? 'away' : (error ?? 'broken');
}

export type Listener = {
  /** Everything may have changed: it is (again) connected. */
  onReady(): void;
  onChanged(ids: readonly string[]): void;
  onLost(): void;
  /** The house ended it: the session is over, or too many pages are open. */
  onEnd(reason: StreamEnd['reason']): void;
};

const AGAIN_MS = 3_000;

/** Stays connected until the returned function is called. */
export function listen({ onReady, onChanged, onLost, onEnd }: Listener): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  const open = () => {
    source = new EventSource('/desk/stream');
    source.addEventListener('ready', onReady);
    source.addEventListener('changed', ({ data }) => onChanged((JSON.parse(data) as Changed).ids));
    source.addEventListener('end', ({ data }) => {
      const { reason } = JSON.parse(data) as StreamEnd;
      if (reason === 'stopping') return;
      source?.close();
      onEnd(reason);
    });
    source.addEventListener('error', () => {
      onLost();
      // Refused for good, as the browser sees it; the house may be starting.
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
