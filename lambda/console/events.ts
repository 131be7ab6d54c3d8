/** Tells every open page what happened, as Server-Sent Events. */

import type { Request, Response } from 'express';
import { type EventStream, eventText, openStream } from '../http/sse';
import type { ConsoleEvents } from './protocol';

export type Events = {
  open(req: Request, res: Response): void;
  tell<E extends keyof ConsoleEvents>(event: E, data: ConsoleEvents[E]): void;
  close(): void;
};

export function createEvents(): Events {
  const pages = new Set<EventStream>();
  return {
    open(_req, res) {
      const page = openStream(res);
      pages.add(page);
      page.onEnd(() => pages.delete(page));
    },
    tell(event, data) {
      for (const page of pages) page.send(eventText(event, data));
    },
    close() {
      for (const page of [...pages]) page.end();
    },
  };
}
