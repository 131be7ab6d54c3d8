/** The stream of the web chat: a conversation's lines in order, each once, from any place on, until one side ends it. */

import type { Request, Response } from 'express';
import { sourceOf } from '../../http/limits';
import { bearerOf } from '../../http/secrets';
import { createStreams, type EventStream, READY } from '../../http/sse';
import type { LinePlace } from '../../services/conversation/lines';
import type { Rhythm, WebHolder, WebLine, WebOptions } from './options';
import { seenBy } from './seen-by';
import { type KnownVisitor, recognise } from './verify';
import { eventOf, holderEvent, placeOf } from './write';

const RHYTHM: Rhythm = { poll: 1_000, beat: 15_000, recheck: 60_000 };
/** What a page begins with; also how many lines are read at once. */
const LINES = 50;
/** What was answered to a closed page is all there when it opens, up to so many lines. */
const MOST_LINES = 1_000;
const PER_VISITOR = 4;
/** A whole office, or a tram full of phones, may share an address. */
const PER_SOURCE = 200;
const IN_ALL = 2_000;

export type ChatStreams = {
  /** False: the house is full, or this visitor's source is. */
  open(req: Request, res: Response, known: KnownVisitor): boolean;
  /** This visitor's conversation is another one now. */
  moved(address: string): void;
  close(): void;
};

type Reason = 'signed-out' | 'moved';

export function createChatStreams(options: WebOptions): ChatStreams {
  const rhythm = { ...RHYTHM, ...options.rhythm };
  const streams = createStreams<Reason>({
    ...{ perOwner: PER_VISITOR, perSource: PER_SOURCE, inAll: IN_ALL },
    beat: rhythm.beat,
  });
  return {
    open(req, res, known) {
      const stream = streams.open(res, { owner: known.address, source: sourceOf(req.ip) });
      if (stream) begin({ req, known, options, stream, rhythm });
      return stream !== null;
    },
    moved: (address) => streams.endOf(address, 'moved'),
    close: streams.close,
  };
}

type Setting = {
  readonly req: Request;
  readonly known: KnownVisitor;
  readonly options: WebOptions;
  readonly stream: EventStream<Reason>;
  readonly rhythm: Rhythm;
};

function begin(setting: Setting): void {
  const { req, known, options, stream, rhythm } = setting;
  const broke = (error: unknown) => {
    if (stream.isOver()) return;
    options.log.error({ err: error }, 'a stream of the web chat broke');
    stream.end();
  };
  const send = sender(setting, placeOf(req.get('last-event-id') ?? req.query.after));
  const tell = teller(setting);
  const look = () => void send().catch(broke);
  // Who takes a conversation writes no line; another process says nothing of it but by being asked.
  const lookAround = () => void tell().then(send).catch(broke);
  stream.onEnd(options.onCommit(known.conversationId, lookAround));
  stream.every(rhythm.poll, look);
  stream.every(rhythm.recheck, () => {
    reasonToEnd(setting).then((reason) => reason && stream.end(reason), broke);
    lookAround();
  });
  lookAround();
}

/** Tells who has the conversation, where that is not what was told last; one look at a time, so that none is late. */
function teller({ stream, known, options }: Setting): () => Promise<void> {
  let told: WebHolder | null = null;
  let looking = Promise.resolve();
  async function look(): Promise<void> {
    const holder = await options.holder(known.conversationId);
    if (holder.isTheirs === told?.isTheirs && holder.name === told.name) return;
    told = holder;
    stream.send(holderEvent(holder));
  }
  return () => {
    looking = looking.then(look);
    return looking;
  };
}

/** The last lines, and all since the shopper wrote: what came while the page was closed may be more than it begins with. */
async function beginning({ known, options }: Setting): Promise<readonly WebLine[]> {
  const last = await options.since(known.conversationId, null, LINES);
  if (last.length < LINES || last.some(isWritten)) return last;
  const all = await options.since(known.conversationId, null, MOST_LINES);
  const wrote = all.findLastIndex(isWritten);
  const from = wrote < 0 ? all.findIndex(({ by }) => by === 'person') : wrote;
  return from < 0 ? last : all.slice(Math.min(from, all.length - LINES));
}

function isWritten({ by, channel, changes }: WebLine): boolean {
  return by === 'shopper' && channel !== 'alexa' && changes === undefined;
}

/** Sends what is new. One look at a time, and a wish that comes meanwhile means one look more: nothing twice or late. */
function sender(setting: Setting, from: LinePlace | null): () => Promise<void> {
  const { stream, known, options } = setting;
  let after = from;
  let ready = false;
  let busy = false;
  let wished = false;
  async function look(): Promise<void> {
    let lines: readonly WebLine[];
    do {
      lines = after ? await options.since(known.conversationId, after, LINES) : await beginning(setting);
      const last = lines.at(-1);
      after = last ? { version: last.version, line: last.line } : (after ?? { version: 0, line: 0 });
      if (lines.length > 0) stream.send(lines.map((one) => eventOf(seenBy(known, one), known)).join(''));
      await stream.drained();
    } while (lines.length >= LINES && !stream.isOver());
    if (!ready) stream.send(READY);
    ready = true;
  }
  return async () => {
    wished = true;
    if (busy) return;
    busy = true;
    try {
      while (wished && !stream.isOver()) {
        wished = false;
        await look();
      }
    } finally {
      busy = false;
    }
  };
}

/** A shop that cannot be asked right now takes nothing away. */
async function reasonToEnd({ req, known, options }: Setting): Promise<Reason | null> {
  const visitor = await options.visitors.recognise(bearerOf(req.headers.authorization));
  if (!visitor) return 'signed-out';
  const now = await recognise(req, visitor, options);
  if (now === 'unreachable') return null;
  if (now === 'unlinked') return 'signed-out';
  return now.conversationId === known.conversationId ? null : 'moved';
}
