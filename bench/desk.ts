/** Is the desk quick with 5 000 open and 100 000 ended hand-offs? Its queue, its counts and its search, asked of the store. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../lambda/providers/store/sqlite/open';
import type { Commit } from '../lambda/services/conversation/conversation';
import { freshMemory } from '../lambda/services/conversation/memory';
import type { QueueSearch } from '../lambda/services/hand-off/queue';
import type { Store } from '../lambda/services/store';
import { machine } from './kit/machine';
import { print, run } from './kit/print';

const { values } = parseArgs({
  options: { open: { type: 'string', default: '5000' }, ended: { type: 'string', default: '100000' } },
});
const OPEN = Number(values.open);
const ENDED = Number(values.ended);
const ROUNDS = 30;
/** Nobody notices that they wait. Milliseconds. */
const AIM_MS = 100;
const NOW = Date.UTC(2026, 10, 22, 9);
const MINUTE = 60_000;
const GOODS = ['coffee', 'dog food', 'olive oil', 'washing powder', 'rice', 'apples', 'honey', 'batteries'];
const TROUBLE = ['was torn', 'never came', 'is the wrong size', 'arrived broken', 'tastes odd', 'came twice'];

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-desk-'));
  const store = await openSqliteStore({ file: join(folder, 'desk.db'), now: () => NOW });
  try {
    print(machine(folder));
    const began = performance.now();
    await fill(store);
    print(`${OPEN} open and ${ENDED} ended hand-offs, written in ${seconds(began)} s\n`);
    print('| asked | median | slowest |');
    print('| --- | --- | --- |');
    const slow = [];
    for (const [name, ask] of Object.entries(questions(store))) slow.push(await told(name, ask));
    const worst = Math.max(...slow);
    print(`\nslowest median: ${worst.toFixed(1)} ms (aim ${AIM_MS} ms: ${worst <= AIM_MS ? 'met' : 'MISSED'})`);
    if (worst > AIM_MS) process.exitCode = 1;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function questions({ queue, handOffs }: Store): Readonly<Record<string, () => Promise<unknown>>> {
  const view = { agentId: 'agent1', endedSince: NOW - 24 * 60 * MINUTE };
  const page = { ...view, after: null, limit: 50 };
  const any: QueueSearch = { words: [], tag: null, state: 'all', kind: null, after: null, limit: 50 };
  return {
    'the first page of those nobody has': () => queue.page({ ...page, group: 'free' }),
    'the first page of mine': () => queue.page({ ...page, group: 'mine' }),
    'how many there are of each': () => queue.counts(view),
    'everything that ended, a page': () => queue.search({ ...any, state: 'ended' }),
    'a reference': () => queue.search({ ...any, words: ['00054321'] }),
    'a word few said': () => queue.search({ ...any, words: ['nr4711'] }),
    'a word every eighth said': () => queue.search({ ...any, words: ['coffee'] }),
    'two such words': () => queue.search({ ...any, words: ['coffee', 'torn'] }),
    'a word everybody said': () => queue.search({ ...any, words: ['hello'] }),
    'a word nobody said': () => queue.search({ ...any, words: ['zeppelin'] }),
    'the beginning of many words': () => queue.search({ ...any, words: ['nr'] }),
    'the other cases of a shopper': () => handOffs.of(['c500']),
  };
}

async function told(name: string, ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    await ask();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const median = took[ROUNDS / 2] ?? 0;
  print(`| ${name} | ${median.toFixed(1)} ms | ${(took.at(-1) ?? 0).toFixed(1)} ms |`);
  return median;
}

const AT_ONCE = 500;

async function fill(store: Store): Promise<void> {
  for (let from = 0; from < OPEN + ENDED; from += AT_ONCE) {
    const lot = Array.from({ length: Math.min(AT_ONCE, OPEN + ENDED - from) }, (_, n) => from + n);
    await Promise.all(lot.map((n) => store.conversations.commit(commitOf(n))));
  }
}

/** The older ones are over. */
function commitOf(n: number): Commit {
  const id = `c${n}`;
  const at = NOW - (OPEN + ENDED - n) * MINUTE;
  const isOver = n < ENDED;
  const agent = isOver || n % 3 === 0 ? { id: `agent${n % 10}`, name: `Agent ${n % 10}` } : null;
  const goods = GOODS[n % GOODS.length] ?? '';
  const words = `hello, my ${goods} ${TROUBLE[n % TROUBLE.length]}, it is nr${n}`;
  const line = { at, channel: 'web' } as const;
  const history = [
    { ...line, by: 'shopper', text: words },
    { ...line, by: 'bot', text: "I've passed this on, with our whole conversation." },
  ] as const;
  const reference = String(n).padStart(8, '0');
  const about = { reason: 'asked', wish: 'answer', locale: 'en-GB', reference } as const;
  const shopper = { id: '0123456789abcdef', guest: false, name: 'Ana' };
  return {
    ...{ conversationId: id, expectedVersion: 0, follows: 0, memory: freshMemory(), history, outbox: [] },
    ...{ told: [], tokens: [], joins: [], missed: [], files: [], mirror: null, amended: null },
    handOff: {
      ...{ id, conversationId: id, ...about, agent, createdAt: at, acceptedAt: agent ? at + MINUTE : null },
      state: isOver ? 'completed' : agent ? 'accepted' : 'pending',
      ...{ endedAt: isOver ? at + 20 * MINUTE : null, done: isOver ? 'answered' : null, topic: null },
      waitingSince: isOver ? null : at,
      rating: null,
      call: null,
    },
    packet: {
      ...{
        version: 1,
        id,
        ...about,
        createdAt: at,
        summary: ['The shopper asked for a person.', `It is about ${goods}.`],
      },
      ...{
        intent: 'TalkToHuman',
        slots: {},
        openQuestion: null,
        notUnderstood: [],
        transcript: history,
        answerTo: null,
      },
      ...{ orders: [], lines: [], about: [], shopper, channels: ['web'], resumePoint: { questions: [], topic: {} } },
    },
    fact: {
      ...{
        turn: id,
        at,
        channel: 'web',
        locale: 'en-GB',
        heard: 'text',
        intent: 'TalkToHuman',
        replies: [],
        asks: null,
      },
      ...{ outcome: 'handed-off', misses: 0, rating: null, milliseconds: 1, wording: {} },
    },
    answer: { channel: 'web', requestId: id, body: '{}' },
  };
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1_000).toFixed(0);
}

run(main);
