/** What stays in the demo shop's file: over days, between processes, and when the file is no good. */

import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { DemoShop } from '../../../lambda/providers/shop/demo/demo-shop';
import { accepted } from '../../contracts/shop-trial';
import { as, COFFEE, DAY, NOON, open, ordersOf, propose } from './demo-kit';

describe('The demo shop in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-shop-'));
    file = join(folder, 'data', 'shop.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const buy = async (demo: DemoShop, productId = COFFEE) =>
    accepted(await demo.shop.purchases.place(accepted(await propose(demo, productId, 'ana', 2)), as('ana')));

  it('keeps orders when it is opened again on the same day', async () => {
    const first = open({ file });
    const order = await buy(first);
    first.close();
    const again = open({ file, clock: () => NOON + 3_600_000 });
    expect(again.reanchored).toBe(false);
    expect(await ordersOf(again, 'ana', 1)).toEqual([order]);
    again.close();
  });

  it.each([1, 40, 400, -3])('moves with a calendar %s days on, voice orders too', async (days) => {
    const first = open({ file });
    const proposal = accepted(await propose(first, COFFEE));
    const order = accepted(await first.shop.purchases.place(proposal, as('ana')));
    first.close();
    const later = NOON + days * DAY + 60_000;
    const again = open({ file, clock: () => later });
    expect(again.reanchored).toBe(true);
    expect(again.countVoiceOrders()).toBe(1);
    const [moved, ...others] = await ordersOf(again);
    const on = (day: string) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
    expect(moved).toMatchObject({ id: order.id, number: order.number, placed: on(order.placed), stage: 'placed' });
    expect(moved?.expected).toBe(on(order.expected ?? ''));
    expect(moved?.placedAt).toBeLessThanOrEqual(later);
    const fresh = open({ clock: () => later });
    expect(others).toEqual((await ordersOf(fresh)).slice(0, others.length));
    expect(accepted(await again.shop.purchases.place(proposal, as('ana')))).toEqual(moved);
    fresh.close();
    again.close();
  });

  it('moves at the very moment the first of its people has another day, and back', () => {
    const opened = (now: number) => {
      const demo = open({ file, clock: () => now });
      demo.close();
      return demo.reanchored;
    };
    // NOON is a day of winter: midnight comes to Athens at ten in the evening, to Los Angeles at eight in the morning.
    const athens = NOON - (NOON % DAY) + 22 * 3_600_000;
    const moved = [NOON, NOON, athens - 1, athens, athens, athens + 1, athens - 1, NOON].map(opened);
    expect(moved).toEqual([false, false, false, true, false, false, true, false]);
  });

  it('never moves an order into the future', async () => {
    const first = open({ file });
    first.close();
    let now = NOON + 2 * DAY;
    const running = open({ file, clock: () => now });
    now += 6 * DAY;
    await buy(running);
    running.close();
    now -= 3 * DAY;
    const back = open({ file, clock: () => now });
    const [order] = await ordersOf(back, 'ana', 1);
    expect(order?.placedAt).toBeLessThanOrEqual(now);
    expect((order?.placed ?? '') <= (order?.today ?? '')).toBe(true);
    expect((order?.expected ?? '') > (order?.placed ?? '')).toBe(true);
    back.close();
  });

  it('begins again when asked to', async () => {
    const first = open({ file });
    await buy(first);
    first.close();
    const again = open({ file, fresh: true });
    expect(again.countVoiceOrders()).toBe(0);
    expect(again.reanchored).toBe(false);
    again.close();
  });

  it('fills the shelves and forgets raised prices when it moves', async () => {
    const first = open({ file });
    first.setFault('price-changed');
    await first.shop.purchases.place(accepted(await propose(first, COFFEE)), as('ana'));
    expect(accepted(await propose(first, COFFEE)).lines[0]?.unitPrice.minor).toBe(600);
    first.close();
    const again = open({ file, clock: () => NOON + DAY });
    expect(accepted(await propose(again, COFFEE)).lines[0]?.unitPrice.minor).toBe(545);
    again.close();
  });

  it('shows what another process has ordered, and makes one order of one proposal with it', async () => {
    const [one, other] = [open({ file }), open({ file })];
    const before = await ordersOf(other, 'ana', 1);
    const proposal = accepted(await propose(one, COFFEE));
    const placed = await Promise.all([one, other].map(({ shop }) => shop.purchases.place(proposal, as('ana'))));
    expect(new Set(placed.map((result) => accepted(result).id)).size).toBe(1);
    expect(await ordersOf(other, 'ana', 1)).not.toEqual(before);
    expect(await ordersOf(other, 'ana', 1)).toEqual(await ordersOf(one, 'ana', 1));
    expect(one.countVoiceOrders()).toBe(1);
    one.close();
    other.close();
  });

  const advice = /cannot be used: .*npm start -- --fresh/;

  it('says how to begin again when the file is not a database', () => {
    const garbage = join(folder, 'garbage.db');
    writeFileSync(garbage, 'this is not a database, it is a shopping list: coffee, dog food, nappies\n'.repeat(40));
    expect(() => open({ file: garbage })).toThrow(advice);
    open({ file: garbage, fresh: true }).close();
  });

  it('says how to begin again when the file is damaged', () => {
    open({ file }).close();
    const damaged = join(folder, 'damaged.db');
    copyFileSync(file, damaged);
    truncateSync(damaged, Math.floor(statSync(file).size / 2 / 4096) * 4096);
    expect(() => open({ file: damaged })).toThrow(advice);
    open({ file: damaged, fresh: true }).close();
  });

  it('says how to begin again when another version wrote the file', () => {
    open({ file }).close();
    const older = new Database(file);
    older.exec('pragma user_version = 99');
    older.close();
    expect(() => open({ file })).toThrow(advice);
  });

  it("leaves another program's database alone", () => {
    const foreign = join(folder, 'foreign.db');
    const handle = new Database(foreign);
    handle.exec('create table letters (text text)');
    handle.close();
    const before = readFileSync(foreign);
    expect(() => open({ file: foreign })).toThrow(advice);
    expect(readFileSync(foreign).equals(before)).toBe(true);
  });
});
