/** Marta at the desk: takes whoever waits, writes to them, sees what they wrote, and says goodbye. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Detail, Queue, QueueEntry } from '../../lambda/desk/protocol';
import type { Street } from './street';
import { LOGIN } from './town';

const THINKS = [800, 2_000] as const;
const LINES = 3;
const MOST_TRIES = 150;
const PAUSE_MS = 600;

export async function sitAllDay(street: Street): Promise<void> {
  const marta = await sitDown(street);
  const chance = street.chance('marta');
  await marta.does('/me', { available: true });
  while (!street.isOver()) {
    const queue = (await marta.sees('/queue')) as Queue;
    // Whoever asks again comes back to whom they had; whose order the shop did not take is told in a line.
    const waiting = [...queue.groups.mine.entries, ...queue.groups.free.entries];
    const [next] = [...waiting.filter(isAsked), ...waiting];
    if (next && !street.isOver()) await serve(next.id, isAsked(next) ? LINES : 1);
    await sleep(chance.between(...THINKS));
  }

  async function serve(id: string, most: number): Promise<void> {
    await marta.does(`/hand-offs/${id}/take`, { id: randomUUID(), from: null });
    const reader = await readerOf(id);
    for (let line = 0; line < most; line += 1) {
      const text = line < most - 1 ? `${markOf(line)} I am looking into it` : `${markOf(line)} goodbye`;
      await marta.does(`/hand-offs/${id}/say`, { id: randomUUID(), text });
      if (reader) street.told.byDesk.push({ reader, text });
      await sleep(THINKS[0]);
    }
    await look(id, reader);
    await marta.does(`/hand-offs/${id}/close`, { id: randomUUID(), done: 'answered' });
  }

  /** Whoever wrote it stands in each of their lines. */
  async function readerOf(id: string): Promise<string | null> {
    const { lines } = (await marta.sees(`/hand-offs/${id}`)) as Detail;
    const marks = lines.flatMap(({ text }) => /\b(asker[a-j])q/.exec(text)?.[1] ?? []);
    return marks.at(-1) ?? null;
  }

  /** What was acknowledged to the shopper before the look is there, each once. */
  async function look(id: string, reader: string | null): Promise<void> {
    const before = street.told.written.filter(({ writer }) => writer === reader).map(({ text }) => text);
    const { lines } = (await marta.sees(`/hand-offs/${id}`)) as Detail;
    for (const text of before) {
      street.told.seen.desk += 1;
      const times = lines.filter((line) => line.text === text).length;
      if (times !== 1) street.told.faults.desk.push(`"${text}" of ${reader} is at the desk ${times} times`);
    }
  }
}

const isAsked = ({ reason }: QueueEntry): boolean => reason === 'asked';

let lines = 0;
function markOf(line: number): string {
  lines += 1;
  return `line${[...String(lines)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}q${line === 0 ? 'first' : 'then'}`;
}

async function sitDown(street: Street) {
  const reach = street.town.knocks.fetchAs('the desk', { 'x-forwarded-for': '192.0.2.20' });
  const ask = async (path: string, body: object | null, cookie: string): Promise<Response> => {
    const headers = { 'content-type': 'application/json', cookie };
    const sent = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const [server] = street.from(tries);
      const answer = await reach(`${server?.url}/desk${path}`, sent).catch(() => null);
      if (answer?.ok) return answer;
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`the desk refused ${path}: ${answer.status} ${await answer.text()}`);
      await sleep(PAUSE_MS);
    }
    throw new Error(`the desk never answered ${path}`);
  };
  const entered = await ask('/session', LOGIN, '');
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    does: async (path: string, body: object) => void (await ask(path, body, cookie)),
    sees: async (path: string): Promise<unknown> => (await ask(path, null, cookie)).json(),
  };
}
