/** Whole houses on files, whose shoppers and people write until the process is killed; says what was acknowledged. */

import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Earshot } from '../../lambda/house/earshot';
import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import type { Desk } from '../../lambda/services/hand-off/desk';
import type { OutboxItem } from '../../lambda/services/queue/item';
import type { Tried } from '../../lambda/services/queue/queues';
import type { OutMessage, TextChannel } from '../../lambda/services/reach/text-channel';
import type { Store } from '../../lambda/services/store';
import type { Turn } from '../../lambda/vocabulary/heard';

/** The moments at which the process may end; a send is one whose copy would be noticed, or one where it does no harm. */
export const MOMENTS = [
  'before commit',
  'after commit',
  'after noticed send',
  'after harmless send',
  'before mark',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** How each conversation is held, by its number: on a channel where copies are noticed, where they are not, and in the web chat. */
export const HELD = ['whatsapp', 'email', 'web'] as const;
/** What happens in each conversation, in this order; a request is named by its number over all conversations. */
export const STEPS = ['asks', 'writes', 'answered', 'writes', 'answered'] as const;

/** One house of the process. */
export type Life = {
  readonly folder: string;
  /** The phone and the desk of the parent, for this house. */
  readonly url: string;
  readonly now: number;
  /** The first request that was not acknowledged. */
  readonly from: number;
  /** The n-th such moment; absent: does that one request, delivers everything, tells what is in trouble, and ends. */
  readonly killAt?: { readonly moment: Moment; readonly nth: number };
};

/** Each house stands still when its moment has come; when it has for all of them, the process is killed. */
export type Task = {
  readonly root: string;
  readonly lives: readonly Life[];
  /** Without the outbox: what a turn has to deliver is sent right after its commit. */
  readonly isDirect: boolean;
};

/** What the parent is sent. */
export type Arrival = {
  readonly to: 'desk' | 'email' | 'whatsapp';
  readonly id: string;
  readonly kind: string;
  /** Of the hand-off or of the shopper. */
  readonly whose: string;
  readonly text: string;
};

type Where = {
  readonly life: Life;
  readonly task: Task;
  readonly at: (moment: Moment) => Promise<void>;
  /** Straight to the descriptor: a line that was written outlives the process. */
  readonly say: (line: string) => void;
};

/** Kept, so that nothing of a house that stands still is tidied away before the kill. */
const still: (() => void)[] = [];

async function main(task: Task): Promise<void> {
  let running = task.lives.length;
  const lives = task.lives.map((life, index) => {
    let left = life.killAt?.nth ?? 0;
    const at = async (moment: Moment): Promise<void> => {
      if (moment !== life.killAt?.moment || --left !== 0) return;
      running -= 1;
      if (running === 0) process.kill(process.pid, 'SIGKILL');
      await new Promise<void>((resolve) => void still.push(resolve));
    };
    return live({ life, task, at, say: (line) => void writeSync(1, `${index} ${line}\n`) });
  });
  // Houses that stand still hold nothing that would keep the process.
  const awake = setInterval(() => undefined, 1_000);
  await Promise.all(lives);
  clearInterval(awake);
}

async function live(where: Where): Promise<void> {
  const { life, task, say } = where;
  const clock = { now: life.now };
  const house = await openEarshot({
    folder: life.folder,
    shop: readShopFile(join(task.root, 'shop', 'shop.json')),
    locales: join(task.root, 'locales'),
    secret: 'the secret of the house of a test',
    now: () => clock.now,
    chance: () => 0,
    // A turn takes as long as a busy machine needs: an apology is no acknowledgement.
    timer: () => () => undefined,
    log: { error: (what: object) => say(`error ${JSON.stringify(what)}`), warn: () => undefined },
    channels: [channel('whatsapp', 'noticed', where), channel('email', 'harmless', where)],
    desk: () => deskAt(where),
    watchStore: (store) => watched(store, where),
  });
  for (let request = life.from; ; request += 1) {
    clock.now += 1_000;
    await happens(request, house, clock);
    say(`acked ${request} ${whoseOf(Math.floor(request / STEPS.length), house)}`);
    if (!life.killAt) break;
    if (request % 3 !== 0) await house.incoming.round();
    if (request % 2 === 0) await house.outgoing.round();
  }
  await drained(house, clock);
  const troubled = await house.store.outbox.troubled(10_000);
  say(`troubled ${JSON.stringify(troubled.map(({ id, state }) => ({ id, state })))}`);
  say(`depth ${JSON.stringify(await house.store.outbox.depth())}`);
  await house.close();
}

async function drained(house: Earshot, clock: { now: number }): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet += 1) {
    while ((await house.incoming.round()) + (await house.outgoing.round()) > 0) quiet = 0;
    clock.now += 3_600_000;
  }
}

/** Resolves when it is acknowledged. The same number is the same delivery, whoever sends it. */
async function happens(request: number, house: Earshot, clock: { now: number }): Promise<void> {
  const number = Math.floor(request / STEPS.length);
  const step = STEPS[request % STEPS.length];
  const held = HELD[number % HELD.length] ?? 'web';
  const address = addressOf(number);
  if (step === 'answered') return answers({ request, house, whose: whoseOf(number, house), now: clock.now });
  const heard =
    step === 'asks'
      ? ({ kind: 'intent', intent: 'TalkToHuman', slots: {} } as const)
      : ({ kind: 'text', text: textOf(request) } as const);
  if (held === 'web') return void (await house.app.answer(turnOf(request, { address, heard, now: clock.now })));
  const message = { kind: 'heard', from: { address }, key: `m${request}`, heard };
  const lane = `${held}:${address}`;
  await house.receive({ source: held, key: `m${request}`, lane, body: JSON.stringify([message]) });
}

function addressOf(number: number): string {
  return `guest-${number}@example.org`;
}

export function textOf(request: number): string {
  return `words of ${'abcdefghij'[request % 10]}${'abcdefghij'[Math.floor(request / 10) % 10]}${'abcdefghij'[Math.floor(request / 100) % 10]}`;
}

function whoseOf(number: number, { reach }: Pick<Earshot, 'reach'>): string {
  const held = HELD[number % HELD.length] ?? 'web';
  return held === 'web' ? `web:${addressOf(number)}` : `${held}:${reach.contactIdOf(held, addressOf(number), '')}`;
}

type Answering = {
  readonly request: number;
  readonly house: Earshot;
  readonly whose: string;
  readonly now: number;
};

async function answers({ request, house, whose, now }: Answering): Promise<void> {
  const handOffOf = async () => (await house.store.handOffs.of([whose]))[0];
  while (!(await handOffOf())) if ((await house.incoming.round()) === 0) throw new Error(`no hand-off of ${whose}`);
  const handOffId = (await handOffOf())?.id ?? '';
  const agent = { id: 'marta', name: 'Marta' };
  const text = textOf(request);
  await house.events.apply({ id: `said-${request}`, handOffId, at: now, kind: 'said', agent, text });
}

function turnOf(request: number, { address, heard, now }: Pick<Turn, 'address' | 'heard'> & { now: number }): Turn {
  const id = `request-${request}`;
  const session = { id: address, isNew: false };
  return {
    id,
    channel: 'web',
    form: 'text',
    requestId: id,
    session,
    address,
    locale: 'en-GB',
    deadline: now + 6_000,
    heard,
  };
}

async function post(arrival: Arrival, { life, at }: Where): Promise<Tried> {
  const response = await fetch(life.url, { method: 'POST', body: JSON.stringify(arrival) });
  await response.text();
  await at(arrival.to === 'whatsapp' ? 'after noticed send' : 'after harmless send');
  return { kind: 'done', ref: `ref-${arrival.id}` };
}

function channel(name: 'whatsapp' | 'email', copies: TextChannel['copies'], where: Where): TextChannel {
  return {
    name,
    copies,
    send: ({ id, text, by }: OutMessage, { address }) =>
      post({ to: name, id, kind: by, whose: address ?? '', text }, where),
    read: ({ body }) => JSON.parse(body),
  };
}

function deskAt(where: Where): Desk {
  const done = async (): Promise<Tried> => ({ kind: 'done' });
  return {
    name: 'parent',
    availability: async () => ({ kind: 'open', waiting: 0 }),
    open: ({ handOff: { id, conversationId } }) =>
      post({ to: 'desk', id, kind: 'hand-off', whose: conversationId, text: '' }, where),
    tell: ({ id, handOffId, text }) => post({ to: 'desk', id, kind: 'message', whose: handOffId, text }, where),
    ...{ end: done, forget: done, read: async () => [] },
  };
}

function watched(store: Store, where: Where): Store {
  const { task, at } = where;
  const { commit } = store.conversations;
  return {
    ...store,
    conversations: {
      ...store.conversations,
      async commit(all) {
        await at('before commit');
        const result = await commit(task.isDirect ? { ...all, outbox: [] } : all);
        await at('after commit');
        if (task.isDirect && result === 'committed')
          for (const item of all.outbox) await post(bare(item, all.conversationId), where);
        return result;
      },
    },
    outbox: {
      ...store.outbox,
      async mark(...marked) {
        await at('before mark');
        return store.outbox.mark(...marked);
      },
    },
  };
}

/** As much of an item as the harness can tell of without the house's own workers. */
function bare({ id, kind, destination, body }: OutboxItem, conversation: string): Arrival {
  const { handOff, text = '', by } = JSON.parse(body) as { handOff?: string; text?: string; by?: string };
  const to = destination === 'desk' || destination === 'email' ? destination : 'whatsapp';
  if (kind === 'hand-off') return { to, id: handOff ?? id, kind, whose: conversation, text };
  if (to === 'desk') return { to, id, kind, whose: handOff ?? '', text };
  return { to, id, kind: by ?? '', whose: conversation, text };
}

if (require.main === module) void main(JSON.parse(process.argv[2] ?? '{}') as Task);
