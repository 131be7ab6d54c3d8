/** Tells every open page what happened, as Server-Sent Events. */

import type { Request, Response } from 'express';
import type { ConsoleEvents } from './protocol';

export type Events = {
  open(req: Request, res: Response): void;
  tell<E extends keyof ConsoleEvents>(event: E, data: ConsoleEvents[E]): void;
  close(): void;
};

const BEAT_MS = 15_000;

export function createEvents(): Events {
  const pages = new Set<Response>();
  const beat = setInterval(() => {
    for (const page of pages) page.write(': still here\n\n');
  }, BEAT_MS);
  beat.unref();
  return {
    open(req, res) {
      res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      res.write('retry: 1000\n\n');
      pages.add(res);
      req.once('close', () => pages.delete(res));
    },
    tell(event, data) {
      for (const page of pages) page.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      clearInterval(beat);
      for (const page of pages) page.end();
    },
  };
}
