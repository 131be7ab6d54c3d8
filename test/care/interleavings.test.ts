/** Bot, two agents, retries and the chore at the same lines, with crashes and unknown outcomes: no remedy twice, none lost. */

import { readShopFile } from '../../lambda/house/shop-file';
import { openDemoShop } from '../../lambda/providers/shop/demo/demo-shop';
import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import type { Doer } from '../../lambda/services/care/actions';
import { CARE_KINDS, type Care, type CareAction, type CareCall } from '../../lambda/services/care/care';
import { createRemedies, type Remedied, type Remedies } from '../../lambda/services/care/remedies';
import { stageOf } from '../../lambda/services/care/worth';
import type { Order } from '../../lambda/services/commerce/orders';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { Store } from '../../lambda/services/store';
import { START } from '../kit/house';
import { mass } from '../kit/masses';

/** What becomes of one call to the shop. The process that dies writes nothing any more. */
const FATES = ['well', 'well', 'unknown', 'dies before', 'dies after', 'declined'] as const;
type Fate = (typeof FATES)[number];

const DOERS: readonly Doer[] = [{ kind: 'bot' }, { kind: 'agent', id: 'marta' }, { kind: 'agent', id: 'ugo' }];
const POLICY = { ...readShopFile().policy, bot: { perOrder: [], perShopperAMonth: [] } };
const ENOUGH = [
  { minor: 100_000_000, currency: 'EUR' },
  { minor: 100_000_000, currency: 'GBP' },
  { minor: 100_000_000, currency: 'USD' },
];

type Line = {
  readonly order: Order;
  readonly productId: string;
  readonly quantity: number;
  readonly shopperId: string;
};
type World = {
  readonly shop: Shop;
  readonly care: Care;
  readonly store: Store;
  now: number;
  readonly lines: readonly Line[];
};

/** The same numbers for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

async function open(): Promise<World & { close(): Promise<void> }> {
  const demo = openDemoShop({ file: ':memory:', clock: () => START, realNow: () => START });
  const store = await openSqliteStore({ file: ':memory:', now: () => START });
  const lines: Line[] = [];
  for (const { id, token } of demo.shoppers()) {
    const call = { ...callOf(id), credential: token };
    const orders = await demo.shop.history.orders({ limit: 100 }, call);
    for (const order of orders.ok ? orders.value : []) {
      for (const { product, quantity } of order.lines) {
        if (stageOf(order, product.id) !== 'delivered') continue;
        lines.push({ order, productId: product.id, quantity, shopperId: id });
      }
    }
  }
  if (!demo.shop.care) throw new Error('the demo shop cares for nobody');
  const close = async () => {
    await store.close();
    demo.close();
  };
  return { shop: demo.shop, care: demo.shop.care, store, now: START, lines, close };
}

function callOf(shopperId: string): CareCall {
  const signal = new AbortController().signal;
  return { locale: 'en-GB', deadline: Number.MAX_SAFE_INTEGER, signal, traceId: 't', shopperId };
}

const DIED = 'died' as const;

/** Remedies of a process whose calls meet this fate; `died` resolves when it is gone. */
function process(world: World, fate: Fate): { readonly remedies: Remedies; readonly died: Promise<typeof DIED> } {
  let die: (how: typeof DIED) => void = () => undefined;
  const died = new Promise<typeof DIED>((resolve) => {
    die = resolve;
  });
  const never = new Promise<never>(() => undefined);
  const gone = () => {
    die(DIED);
    return never;
  };
  const operations = CARE_KINDS.map((kind) => {
    const real = world.care[kind] as (action: CareAction, key: string, call: CareCall) => Promise<never>;
    return [
      kind,
      async (action: CareAction, key: string, call: CareCall) => {
        if (fate === 'dies before') return gone();
        if (fate === 'declined') return { ok: false, error: { kind: 'payment-declined' } };
        const result = await real(action, key, call);
        if (fate === 'dies after') return gone();
        return fate === 'unknown' ? { ok: false, error: { kind: 'timeout', outcome: 'unknown' } } : result;
      },
    ];
  });
  const care: Care = { ...Object.fromEntries(operations), reconcile: world.care.reconcile };
  const limits = { perOrder: ENOUGH, perShopperAMonth: ENOUGH };
  const policy = { ...POLICY, bot: limits, agent: limits };
  const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
  // Whoever follows another gives up at once: the clock stands still while they do.
  const remedies = createRemedies({ care, actions: world.store.careActions, policy, now: () => world.now, wait });
  return { remedies, died };
}

function actionFor({ order, productId, quantity }: Line, pick: number): CareAction {
  const parts = [{ productId, quantity }];
  const line = order.lines.find(({ product }) => product.id === productId);
  const amount = { minor: (line?.unitPrice.minor ?? 0) * quantity, currency: order.total.currency };
  return pick < 0.5
    ? { kind: 'refund', orderId: order.id, parts, amount }
    : { kind: 'resend', orderId: order.id, parts };
}

/** Three doers at one line, each up to three times, and the chore: at once, or one after the other. */
async function rush(world: World, line: Line, random: () => number): Promise<readonly Remedied[]> {
  const told: Remedied[] = [];
  const tries = DOERS.flatMap((by, at) => {
    const action = actionFor(line, random());
    const key = `${line.order.id} ${line.productId} ${at}`;
    return Array.from({ length: 1 + Math.floor(random() * 3) }, () => async () => {
      const { remedies, died } = process(world, FATES[Math.floor(random() * FATES.length)] ?? 'well');
      const call = { ...callOf(line.shopperId), deadline: world.now + 100 };
      const doing = { action, order: line.order, key, conversationId: 'c', by };
      const ended = await Promise.race([remedies.act(doing, call), died]);
      if (ended !== DIED) told.push(ended);
    });
  });
  // The chore that looks after what hangs may come at any moment.
  if (random() < 0.5) tries.push(async () => void (await process(world, 'well').remedies.reconcile(callOf(''), 100)));
  const shuffled = tries.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  if (random() < 0.5) await Promise.all(shuffled.map(({ one }) => one()));
  else for (const { one } of shuffled) await one();
  return told;
}

/** How often the shop's own books say that this line was put right. */
async function countIn(world: World, { order, productId, shopperId }: Line): Promise<number> {
  const refunds = await world.care.refunds?.(order.id, callOf(shopperId));
  const paid = refunds?.ok ? refunds.value.filter(({ productIds }) => productIds.includes(productId)).length : 0;
  const credential = shopperId.replace('shopper-', 'demo-');
  const orders = await world.shop.history.orders({ limit: 100 }, { ...callOf(shopperId), credential });
  const now = orders.ok ? orders.value.find(({ id }) => id === order.id) : undefined;
  const again = now?.parcels.filter(({ id, productIds }) => id.includes('-again-') && productIds.includes(productId));
  return paid + (again?.length ?? 0);
}

async function settled(world: World): Promise<void> {
  const { remedies } = process(world, 'well');
  world.now += 70_000;
  for (let found = 1; found > 0; ) found = await remedies.reconcile(callOf(''), 100);
}

const RUSHES = mass(400, 10_000);

function isOf(action: string, { productId }: Line): boolean {
  return JSON.stringify(JSON.parse(action).parts).includes(`"${productId}"`);
}

/** Once at most; whoever heard "done" is right; and our own books say what the shop's say. */
async function expectTruth(world: World, line: Line, heard: readonly Remedied[]): Promise<number> {
  const count = await countIn(world, line);
  const all = await world.store.careActions.ofOrder(line.order.id);
  const kept = all.filter(({ action }) => isOf(action, line)).map(({ state }) => state);
  expect({ line, count, kept }).toEqual({ line, count: kept.length, kept: kept.map(() => 'done') });
  expect(count).toBeLessThanOrEqual(1);
  if (heard.some(({ kind }) => kind === 'done')) expect(count).toBe(1);
  return count;
}

/** Nothing came of it: the line is free, and not lost. */
async function expectFree(world: World, line: Line): Promise<void> {
  const { remedies } = process(world, 'well');
  const key = `last ${line.order.id} ${line.productId}`;
  const doing = {
    action: actionFor(line, 0),
    order: line.order,
    key,
    conversationId: 'c',
    by: { kind: 'bot' } as const,
  };
  expect(await remedies.act(doing, callOf(line.shopperId))).toMatchObject({ kind: 'done' });
  expect(await countIn(world, line)).toBe(1);
}

test(`in ${RUSHES} rushes no line is put right twice, and what was told is so`, async () => {
  const random = chance(20_261_128);
  const seen = new Set<string>();
  for (let left = RUSHES; left > 0; ) {
    const world = await open();
    const lines = world.lines.slice(0, left);
    left -= lines.length;
    const told: (readonly Remedied[])[] = [];
    for (const line of lines) told.push(await rush(world, line, random));
    await settled(world);
    expect(await world.store.careActions.unresolved(world.now, 10)).toEqual([]);
    for (const [at, line] of lines.entries()) {
      const heard = told[at] ?? [];
      for (const { kind } of heard) seen.add(kind);
      if ((await expectTruth(world, line, heard)) === 1) continue;
      seen.add('free');
      await expectFree(world, line);
    }
    await world.close();
  }
  // It met each of the ways it can end.
  expect([...seen].sort()).toEqual(['done', 'free', 'refused', 'taken', 'unknown']);
});
