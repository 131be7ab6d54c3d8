/** Keeps a stream of the conversation open: comes back after every break, from the last line it saw. */

import { hearNow } from '../shared/clock';
import { forgetVisitor, headersOf, refusalOf, visitorToken, type Who } from './api';
import { readEvents } from './events';
import type { ServerEvent } from './parser';
import type { Holder, Line, State } from './types';

/** The house says something every 15 s. */
const SILENCE_MS = 40_000;
const LONGEST_WAIT_MS = 15_000;

export type Listener = {
  onLine(line: Line): void;
  onHolder(holder: Holder): void;
  onReady(): void;
  onLink(link: State['link']): void;
  /** The shop does not know the shopper's token: nothing goes on until somebody decides. */
  onRefused(): void;
  /** A new visitor, or another conversation: what was shown is not of it. */
  onForgotten(): void;
};

export type Connection = {
  who(): Promise<Who>;
  /** Comes back now, as another shopper or none. */
  become(shopper: string | null): void;
  /** Tries at once instead of waiting. */
  hurry(): void;
};

export function connect(locale: string, listener: Listener): Connection {
  let shopper: string | null = null;
  let after = '';
  let tries = 0;
  let current: AbortController | null = null;
  let timer = 0;

  const who = async (): Promise<Who> => ({ visitor: await visitorToken(locale), shopper });

  async function run(): Promise<void> {
    current?.abort();
    clearTimeout(timer);
    const own = new AbortController();
    current = own;
    const next = await once(own.signal).catch(() => (own.signal.aborted ? 'stop' : 'again'));
    if (current !== own || next === 'stop') return;
    if (next === 'now') tries = 0;
    again(next === 'now' ? 0 : typeof next === 'number' ? next : 0);
  }

  function again(least: number): void {
    listener.onLink(navigator.onLine === false ? 'offline' : tries > 0 ? 'lost' : 'connecting');
    const patience = Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries);
    tries += 1;
    timer = window.setTimeout(run, Math.max(least, patience * (0.5 + Math.random() / 2)));
  }

  type Next = 'again' | 'now' | 'stop' | number;

  async function once(signal: AbortSignal): Promise<Next> {
    const headers = { ...headersOf(await who()), ...(after ? { 'Last-Event-ID': after } : {}) };
    const response = await fetch('/chat/stream', { headers, signal, cache: 'no-store' });
    hearNow(response);
    if (!response.ok || !response.body) return refused(await refusalOf(response));
    let next: Next = 'again';
    const onEvent = (event: ServerEvent) => {
      if (!signal.aborted) next = take(event) ?? next;
    };
    await readEvents(response.body, onEvent, SILENCE_MS);
    return next;
  }

  function refused({ why, waitMs }: { readonly why: string; readonly waitMs: number }): Next {
    if (why === 'sign-in') {
      listener.onRefused();
      return 'stop';
    }
    if (why !== 'visitor') return waitMs || 'again';
    forgetVisitor();
    after = '';
    listener.onForgotten();
    return 'again';
  }

  /** What the end of the stream will mean, where the house says it. */
  function take({ event, id, data }: ServerEvent): Next | null {
    if (event === 'line') {
      after = id;
      listener.onLine(JSON.parse(data) as Line);
    }
    if (event === 'holder') listener.onHolder(JSON.parse(data) as Holder);
    if (event === 'ready') {
      tries = 0;
      listener.onLink('open');
      listener.onReady();
    }
    if (event !== 'end') return null;
    const { reason } = JSON.parse(data) as { reason: string };
    if (reason === 'moved') {
      after = '';
      listener.onForgotten();
      return 'now';
    }
    if (reason !== 'too-many') return reason === 'signed-out' ? 'now' : 'again';
    listener.onLink('elsewhere');
    return 'stop';
  }

  const hurry = () => {
    tries = 0;
    void run();
  };
  void run();
  return {
    who,
    hurry,
    become(next) {
      shopper = next;
      after = '';
      hurry();
    },
  };
}
