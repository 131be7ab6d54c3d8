/** A house on files whose shopper orders until the process is killed; says on its output how far it came. */

import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Earshot } from '../../lambda/house/earshot';
import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { Heard, Turn } from '../../lambda/vocabulary/heard';
import { createPostBox } from '../kit/post-box';

/** Between two orders of this life, so that none is asked about as the same again. */
export const HOUR = 3_600_000;

/** The steps of a yes at which the process may end, in the order in which they come. */
export const STEPS = [
  'before begin',
  'after begin',
  'before place',
  'after place',
  'before finish',
  'after finish',
  'before commit',
  'after commit',
] as const;
export type Step = (typeof STEPS)[number];

/** `killAt`: in the n-th order and at which step; absent: until somebody else ends it. */
export type Life = {
  readonly root: string;
  readonly folder: string;
  readonly start: number;
  readonly killAt?: { readonly order: number; readonly step: Step };
};

/** Straight to the descriptor: a line that was written outlives the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function main({ root, folder, start, killAt }: Life): Promise<void> {
  let time = start;
  let order = 0;
  const at = (step: Step) => {
    if (killAt && order === killAt.order && step === killAt.step) process.kill(process.pid, 'SIGKILL');
  };
  const house = await openEarshot({
    folder,
    shop: { ...readShopFile(join(root, 'shop', 'shop.json')), mailsReceipts: false },
    channels: [createPostBox()],
    locales: join(root, 'locales'),
    now: () => time,
    // A turn takes as long as a busy machine needs.
    timer: () => () => undefined,
    log: { error: (what: object) => say(`error ${JSON.stringify(what)}`), warn: () => undefined },
    wrap: (shop) => stepping(shop, at),
  });
  steps(house, at);
  for (;;) {
    time += HOUR;
    await house.app.answer(turn(`asks-${order}`, time, { kind: 'intent', intent: 'Reorder', slots: COFFEE }));
    order += 1;
    say('yes');
    const { answer } = await house.app.answer(turn(`yes-${order}`, time, YES));
    say(`answered ${answer.replies.join(' ')}`);
  }
}

export const YES: Heard = { kind: 'intent', intent: 'Yes', slots: {} };
const COFFEE = { product: { said: 'coffee', ids: ['bella-roma-ground'] } };

/** What the child sends, and what its device sends once more when no answer came. */
export function turn(id: string, time: number, heard: Heard): Turn {
  return {
    id,
    channel: 'alexa',
    form: 'speech',
    requestId: id,
    session: { id: `session-${time}`, isNew: id.startsWith('asks') },
    address: 'house',
    credential: 'demo-ana',
    locale: 'en-GB',
    deadline: time + 6_000,
    heard,
  };
}

function stepping(shop: Shop, at: (step: Step) => void): Shop {
  return {
    ...shop,
    purchases: {
      ...shop.purchases,
      async place(proposal, call) {
        at('before place');
        const placed = await shop.purchases.place(proposal, call);
        at('after place');
        return placed;
      },
    },
  };
}

function steps({ store }: Earshot, at: (step: Step) => void): void {
  const { begin, finish } = store.attempts;
  const { commit } = store.conversations;
  const around =
    <A extends readonly unknown[], R>(step: 'begin' | 'finish' | 'commit', call: (...values: A) => Promise<R>) =>
    async (...values: A): Promise<R> => {
      at(`before ${step}`);
      const result = await call(...values);
      at(`after ${step}`);
      return result;
    };
  Object.assign(store.attempts, { begin: around('begin', begin), finish: around('finish', finish) });
  Object.assign(store.conversations, { commit: around('commit', commit) });
}

if (require.main === module) void main(JSON.parse(process.argv[2] ?? '{}') as Life);
