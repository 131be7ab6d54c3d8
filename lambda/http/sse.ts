/** Server-Sent Events: one stream to one page, and all that are open, so many of one owner, of one source and in all. */

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

export type EventStream<Reason extends string = string> = {
  /** After the end nothing is sent. */
  send(event: string): void;
  /** False: what was sent waits for the page to read it. */
  keepsUp(): boolean;
  /** Waits until the page has read what was sent, or is gone. */
  drained(): Promise<void>;
  /** Again and again, until it is over. Milliseconds. */
  every(ms: number, act: () => void): void;
  /** Once it is over, whoever ended it. */
  onEnd(act: () => void): void;
  /** With an event that says why; without one the page comes back by itself. */
  end(reason?: Reason): void;
  isOver(): boolean;
};

/** How long a page waits before it comes back, milliseconds. */
const RETRY = 'retry: 1000\n\n';
const STILL_HERE = ': still here\n\n';
const BEAT_MS = 15_000;

/** JSON holds no line break, so one `data:` line is enough. `id`: where a page goes on when it comes back. */
export function eventText(event: string, data: object, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Everything there was has been sent: what follows is new. */
export const READY = eventText('ready', {});

/** `beat`: a comment this often keeps a quiet connection open, milliseconds. */
export function openStream<Reason extends string>(res: ServerResponse, beat = BEAT_MS): EventStream<Reason> {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.write(RETRY);
  const stops: (() => void)[] = [];
  const finish = () => {
    for (const stop of stops.splice(0)) stop();
  };
  res.once('close', finish);
  const isOver = () => res.closed || res.writableEnded;
  const stream: EventStream<Reason> = {
    isOver,
    send: (event) => void (isOver() || res.write(event)),
    keepsUp: () => !res.writableNeedDrain,
    drained: () => drained(res),
    every(ms, act) {
      const timer = setInterval(act, ms);
      stream.onEnd(() => clearInterval(timer));
    },
    // A page may be gone before it was answered: nobody tells of that again.
    onEnd: (act) => void (isOver() ? act() : stops.push(act)),
    end(reason) {
      if (isOver()) return;
      finish();
      res.end(reason === undefined ? undefined : eventText('end', { reason }));
    },
  };
  stream.every(beat, () => stream.send(STILL_HERE));
  return stream;
}

async function drained(res: ServerResponse): Promise<void> {
  if (!res.writableNeedDrain) return;
  const closed = new AbortController();
  const stop = () => closed.abort();
  res.once('close', stop);
  await once(res, 'drain', { signal: closed.signal }).catch(() => undefined);
  res.off('close', stop);
}

export type OpenStreams<Reason extends string> = {
  /** null: the house is full, or this source has as many as one may have. */
  open(res: ServerResponse, by: StreamOwner): EventStream<Reason> | null;
  /** Without a reason their pages come back by themselves, if they may. */
  endOf(owner: string, reason?: Reason): void;
  close(): void;
};

export type StreamOwner = { readonly owner: string; readonly source: string };

export type StreamBounds = {
  readonly perOwner: number;
  readonly perSource: number;
  readonly inAll: number;
  readonly beat?: number;
};

export function createStreams<Reason extends string>(
  bounds: StreamBounds,
): OpenStreams<Reason | 'too-many' | 'stopping'> {
  type Why = Reason | 'too-many' | 'stopping';
  const open = new Set<StreamOwner & { readonly stream: EventStream<Why> }>();
  const of = (whose: string) => [...open].filter(({ owner }) => owner === whose);
  return {
    open(res, { owner, source }) {
      // The oldest is most likely a page that is gone without saying so.
      const own = of(owner);
      if (own.length >= bounds.perOwner) own[0]?.stream.end('too-many');
      if ([...open].filter((one) => one.source === source).length >= bounds.perSource) return null;
      if (open.size >= bounds.inAll) return null;
      const one = { owner, source, stream: openStream<Why>(res, bounds.beat) };
      open.add(one);
      one.stream.onEnd(() => open.delete(one));
      return one.stream;
    },
    endOf(owner, reason) {
      for (const { stream } of of(owner)) stream.end(reason);
    },
    close() {
      for (const { stream } of [...open]) stream.end('stopping');
    },
  };
}
