/** A way to a shop that is cut where a test says so: the request never leaves, or nobody can read its answer. */

import type { Cut } from '../contracts/shop-behind';

/** `limited`: it was one too many. `expired`: it comes with the token of a session that is over. */
type Harm = Cut | 'limited' | 'expired' | 'hangs';

export type CutWay = {
  readonly fetch: typeof fetch;
  /** Of the next request that has these words in it, or of the next one at all. */
  next(harm: Harm, words?: string): void;
  /** Of all from now on. */
  hang(): void;
  mend(): void;
};

/** As Node's own client says it. */
const LINE_OVER = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

/** `ask`: what is at its end. */
export function createCutWay(ask: typeof fetch = fetch): CutWay {
  let harm: Harm | null = null;
  let mark = '';
  const way: typeof fetch = async (input, init) => {
    if (harm === 'hangs') return never(init?.signal);
    if (harm === null || !`${init?.method} ${String(input)} ${String(init?.body)}`.includes(mark))
      return ask(input, init);
    const now = harm;
    harm = null;
    if (now === 'unsent') throw new TypeError('fetch failed');
    if (now === 'limited') return new Response('Too many requests', { status: 429 });
    const headers = {
      ...Object.fromEntries(new Headers(init?.headers)),
      authorization: 'Bearer of-a-session-that-is-over',
    };
    if (now === 'expired') return ask(input, { ...init, headers });
    const text = await (await ask(input, init)).text();
    if (now === 'unanswered') throw new TypeError('fetch failed', { cause: LINE_OVER });
    return now === 'half' ? new Response(text.slice(0, text.length / 2)) : new Response('Oh no', { status: 502 });
  };
  return {
    fetch: way,
    next(wish, words = '') {
      [harm, mark] = [wish, words];
    },
    hang() {
      harm = 'hangs';
    },
    mend() {
      harm = null;
    },
  };
}

function never(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const over = () => reject(new DOMException('nobody waits any more', 'AbortError'));
    if (signal?.aborted) over();
    signal?.addEventListener('abort', over);
  });
}
