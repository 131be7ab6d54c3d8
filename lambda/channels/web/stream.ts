/** Server-Sent Events: a conversation's lines in order, each once, from any place on, until one side ends it. */

import { once } from 'node:events';
import type { Request, Response } from 'express';
import type { Line, Place, Rhythm, WebOptions } from './options';
import { type Known, recognise } from './verify';
import { BEAT, endOf, eventOf, placeOf, READY, RETRY } from './write';

const RHYTHM: Rhythm = { poll: 1_000, beat: 15_000, recheck: 60_000 };
/** What a page begins with; also how many lines are read at once. */
const LINES = 50;
const PER_VISITOR = 4;
const IN_ALL = 2_000;

export type Streams = {
  /** False: the house is full. */
  open(req: Request, res: Response, known: Known): boolean;
  /** This visitor's conversation is another one now. */
  moved(address: string): void;
  close(): void;
};

type Open = { readonly address: string; readonly end: (reason: Parameters<typeof endOf>[0]) => void };

export function createStreams(options: WebOptions): Streams {
  const open = new Set<Open>();
  return {
    open(req, res, known) {
      const own = [...open].filter(({ address }) => address === known.address);
      // The oldest is most likely a page that is gone without saying so.
      if (own.length >= PER_VISITOR) own[0]?.end('too-many');
      if (open.size >= IN_ALL) return false;
      const stream: Open = {
        address: known.address,
        end: begin({ req, res, known, options }, () => open.delete(stream)),
      };
      open.add(stream);
      return true;
    },
    moved(address) {
      for (const one of [...open]) if (one.address === address) one.end('moved');
    },
    close() {
      for (const { end } of [...open]) end('stopping');
    },
  };
}

type Setting = {
  readonly req: Request;
  readonly res: Response;
  readonly known: Known;
  readonly options: WebOptions;
};

/** Returns what ends it. */
function begin({ req, res, known, options }: Setting, onEnd: () => void): Open['end'] {
  const rhythm = { ...RHYTHM, ...options.rhythm };
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.write(RETRY);
  const send = sender({ res, known, options }, placeOf(req.get('last-event-id') ?? req.query.after));
  const look = () => void send().catch((error: unknown) => broke(error));
  const stops = [options.onCommit(known.conversationId, look)];
  const every = (ms: number, act: () => void) => {
    const timer = setInterval(act, ms);
    stops.push(() => clearInterval(timer));
  };
  const finish = () => {
    for (const stop of stops.splice(0)) stop();
    onEnd();
  };
  const end: Open['end'] = (reason) => {
    finish();
    res.end(endOf(reason));
  };
  const broke = (error: unknown) => {
    if (res.closed || res.writableEnded) return;
    options.log.error({ err: error }, 'a stream of the web chat broke');
    finish();
    res.end();
  };
  every(rhythm.poll, look);
  every(rhythm.beat, () => res.write(BEAT));
  every(rhythm.recheck, () => void reasonToEnd({ req, known, options }).then((reason) => reason && end(reason), broke));
  res.on('close', finish);
  look();
  return end;
}

type Reader = Pick<Setting, 'res' | 'known' | 'options'>;

/** Sends what is new. One look at a time, and a wish that comes meanwhile means one look more: nothing twice or late. */
function sender({ res, known, options }: Reader, from: Place | null): () => Promise<void> {
  let after = from;
  let ready = false;
  let busy = false;
  let wished = false;
  const isOver = () => res.closed || res.writableEnded;
  async function look(): Promise<void> {
    let lines: readonly Line[];
    do {
      lines = await options.since(known.conversationId, after, LINES);
      if (isOver()) return;
      const last = lines.at(-1);
      after = last ? { version: last.version, line: last.line } : (after ?? { version: 0, line: 0 });
      if (lines.length > 0 && !res.write(lines.map((one) => eventOf(one, known.firstName)).join('')))
        await drained(res);
    } while (lines.length === LINES && !isOver());
    if (!ready && !isOver()) res.write(READY);
    ready = true;
  }
  return async () => {
    wished = true;
    if (busy) return;
    busy = true;
    try {
      while (wished && !isOver()) {
        wished = false;
        await look();
      }
    } finally {
      busy = false;
    }
  };
}

async function drained(res: Response): Promise<void> {
  const closed = new AbortController();
  const stop = () => closed.abort();
  res.once('close', stop);
  await once(res, 'drain', { signal: closed.signal }).catch(() => undefined);
  res.off('close', stop);
}

/** A shop that cannot be asked right now takes nothing away. */
async function reasonToEnd({
  req,
  known,
  options,
}: Pick<Setting, 'req' | 'known' | 'options'>): Promise<'signed-out' | 'moved' | null> {
  const visitor = await options.visitors.recognise(/^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? '');
  if (!visitor) return 'signed-out';
  const now = await recognise(req, visitor, options);
  if (now === 'unreachable') return null;
  if (now === 'unlinked') return 'signed-out';
  return now.conversationId === known.conversationId ? null : 'moved';
}
