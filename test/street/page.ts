/** A chat page of somebody on the street: it posts until it is told that it was taken, and its stream goes on where it broke. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from '../../web/chat/parser';
import type { Line, Page, Street } from './street';

export type ChatPage = Page & {
  /** Resolves when it was acknowledged. Throws where it never was. */
  says(text: string): Promise<void>;
  /** The first line it is shown from `from` on that is so; null: none came in time. */
  sees(isIt: (line: Line) => boolean, from: number, withinMs?: number): Promise<Line | null>;
};

export type PageWish = { readonly writer: string; readonly at: number; readonly shopperToken?: string };

const MOST_TRIES = 150;
const PAUSE_MS = 600;
const SEES_WITHIN_MS = 45_000;
const LOOK_MS = 100;
const HASTE = 8;

export async function openChatPage({ writer, at, shopperToken }: PageWish, street: Street): Promise<ChatPage> {
  const source = { 'x-forwarded-for': `198.51.100.${at + 1}` };
  const reach = street.town.knocks.fetchAs(`the chat of ${writer}`, source);
  const { visitor } = (await insist('/chat/session', { locale: 'en-GB' }, {}, 201)) as { readonly visitor: string };
  const own = { authorization: `Bearer ${visitor}`, ...(shopperToken ? { 'x-shopper-token': shopperToken } : {}) };
  const leave = new AbortController();
  const lines: Line[] = [];
  void keepReading();

  /** The same again, at one server after the other, until one has taken it. */
  async function insist(path: string, body: object, headers: object, taken: number): Promise<unknown> {
    const servers = street.from(at);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const url = servers[tries % servers.length]?.url ?? '';
      const sent = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      };
      const answer = await reach(`${url}${path}`, sent).catch(() => null);
      if (answer?.status === taken) return answer.json();
      if (answer && answer.status >= 400 && ![429, 503, 500].includes(answer.status))
        throw new Error(`${writer} was refused: ${answer.status} ${await answer.text()}`);
      await sleep(answer?.status === 429 ? 1_000 * Number(answer.headers.get('retry-after') ?? 1) : PAUSE_MS);
    }
    throw new Error(`${writer} was never answered`);
  }

  async function keepReading(): Promise<void> {
    for (let tries = 0; !leave.signal.aborted; tries += 1) {
      await readOnce(street.from(at + tries)[0]?.url ?? '').catch(() => undefined);
      if (!leave.signal.aborted) await sleep(PAUSE_MS / 2);
    }
  }

  async function readOnce(url: string): Promise<void> {
    const last = lines.at(-1)?.id;
    const headers = { ...source, ...own, ...(last ? { 'last-event-id': last } : {}) };
    const { ok, body } = await fetch(`${url}/chat/stream`, { headers, signal: leave.signal });
    if (!ok || !body) return void (await body?.cancel());
    const parse = createParser();
    const decoder = new TextDecoder();
    for await (const piece of body) {
      for (const { event, data } of parse(decoder.decode(piece, { stream: true }))) {
        if (event === 'line') lines.push(JSON.parse(data) as Line);
      }
    }
  }

  return {
    writer,
    lines,
    async says(text) {
      await insist('/chat/messages', { id: randomUUID(), text }, own, 202);
    },
    async sees(isIt, from, withinMs = SEES_WITHIN_MS) {
      // Who goes home does not wait for long.
      for (let left = withinMs; ; left -= street.isOver() ? HASTE * LOOK_MS : LOOK_MS) {
        const found = lines.slice(from).find(isIt);
        if (found || left <= 0) return found ?? null;
        await sleep(LOOK_MS);
      }
    },
    close: () => leave.abort(),
  };
}
