/** The stream of the web chat: a conversation's lines in order, each once, from any place on, until one side ends it. */

import type { Request, Response } from 'express';
import { sourceOf } from '../../http/limits';
import { bearerOf } from '../../http/secrets';
import { createStreams, type EventStream, READY } from '../../http/sse';
import type { LinePlace } from '../../services/conversation/lines';
import type { Rhythm, WebLine, WebOptions } from './options';
import { type KnownVisitor, recognise } from './verify';
import { eventOf, placeOf } from './write';

const RHYTHM: Rhythm = { poll: 1_000, beat: 15_000, recheck: 60_000 };
/** What a page begins with; also how many lines are read at once. */
const LINES = 50;
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
  const look = () => void send().catch(broke);
  stream.onEnd(options.onCommit(known.conversationId, look));
  stream.every(rhythm.poll, look);
  stream.every(rhythm.recheck, () => {
    reasonToEnd(setting).then((reason) => reason && stream.end(reason), broke);
  });
  look();
}

/** Sends what is new. One look at a time, and a wish that comes meanwhile means one look more: nothing twice or late. */
function sender({ stream, known, options }: Setting, from: LinePlace | null): () => Promise<void> {
  let after = from;
  let ready = false;
  let busy = false;
  let wished = false;
  async function look(): Promise<void> {
    let lines: readonly WebLine[];
    do {
      lines = await options.since(known.conversationId, after, LINES);
      const last = lines.at(-1);
      after = last ? { version: last.version, line: last.line } : (after ?? { version: 0, line: 0 });
      if (lines.length > 0) stream.send(lines.map((one) => eventOf(seenBy(known, one), known.firstName)).join(''));
      await stream.drained();
    } while (lines.length === LINES && !stream.isOver());
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

/** Whoever has joined a shopper's conversation reads along; that shopper's data are not theirs to save. */
function seenBy({ shopperId, conversationId }: KnownVisitor, line: WebLine): WebLine {
  if (!line.show?.file || shopperId !== undefined || !conversationId.startsWith('shopper:')) return line;
  const { file, ...show } = line.show;
  return { ...line, show };
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
