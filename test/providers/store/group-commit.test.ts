/** Group commit on a real connection: one transaction a tick, nothing said before it is safe, no fault shared. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileConnection, openFile } from '../../../lambda/providers/store/sqlite/file';
import { groupCommit } from '../../../lambda/providers/store/sqlite/group-commit';
import { ticks } from '../../contracts/store-samples';

const folder = mkdtempSync(join(tmpdir(), 'earshot-group-'));
let files = 0;
let real: FileConnection;
let log: string[];

beforeEach(() => {
  real = openFile(join(folder, `${++files}.db`), 100);
  real.exec('create table t (n integer primary key, filling text)');
  log = [];
});
afterEach(() => real.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything goes to the file; what begins and ends a transaction is noted. */
function noted(): FileConnection {
  const exec = (sql: string) => {
    real.exec(sql);
    if (/^(BEGIN|COMMIT|ROLLBACK$)/.test(sql)) log.push(sql);
  };
  return { ...real, exec };
}

const INSERT = { sql: 'insert into t values (?, ?)', bind: (values: readonly (string | number)[]) => values };

function insertAll(inputs: readonly number[], filling = ''): readonly number[] {
  for (const n of inputs) real.run(INSERT, [n, filling]);
  return inputs;
}

function stored(): number {
  const [row] = real.run<null, { n: number }>({ sql: 'select count(*) as n from t', bind: () => [] }, null);
  return row?.n ?? -1;
}

/** A disk that is certain only when it is told to be. */
function heldDisk() {
  let times = 0;
  let settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  return {
    takesAll: async () => {},
    async again() {
      await this.takesAll();
    },
    sync: () =>
      new Promise<void>((resolve, reject) => {
        times += 1;
        settle = { resolve, reject };
      }),
    certain: () => settle?.resolve(),
    broken: (error: Error) => settle?.reject(error),
    async asked(count: number) {
      while (times < count) await ticks(1);
    },
  };
}

describe('group commit', () => {
  it('writes all that waits in one tick in one transaction, and says so afterwards', async () => {
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs));
    await Promise.all([1, 2, 3, 4].map((n) => group.add(n).then((done) => log.push(`${done}`))));
    expect(log).toEqual(['BEGIN IMMEDIATE', 'COMMIT', '1', '2', '3', '4']);
  });

  it('bounds a transaction and leaves nobody waiting', async () => {
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs));
    await Promise.all(Array.from({ length: 1000 }, (_, n) => group.add(n)));
    expect(log.filter((line) => line === 'COMMIT')).toHaveLength(4);
    expect(stored()).toBe(1000);
  });

  it('lets only the faulty piece fail, within the same transaction', async () => {
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs));
    const settled = await Promise.allSettled([1, 2, 2, 3].map((n) => group.add(n)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
    expect(stored()).toBe(3);
  });

  it('acknowledges nothing of a full disk, keeps what was there, and goes on when there is room', async () => {
    const filling = 'x'.repeat(3000);
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs, filling));
    await group.add(0);
    real.exec('PRAGMA max_page_count = 40');
    const settled = await Promise.allSettled(Array.from({ length: 200 }, (_, n) => group.add(n + 1)));
    const kept = settled.filter(({ status }) => status === 'fulfilled').length;
    expect(settled.filter((result) => result.status === 'rejected')).not.toHaveLength(0);
    expect(settled.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'SQLITE_FULL' } });
    expect(stored()).toBe(1 + kept);
    real.exec('PRAGMA max_page_count = 4000');
    expect(await group.add(999)).toBe(999);
    expect(stored()).toBe(2 + kept);
  });

  it('rejects everybody when the COMMIT fails, and leaves no transaction behind', async () => {
    const broken: FileConnection = {
      ...real,
      exec: (sql) => {
        if (sql === 'COMMIT') throw new Error('the disk is gone');
        real.exec(sql);
      },
    };
    const group = groupCommit(broken, (inputs: readonly number[]) => insertAll(inputs));
    const settled = await Promise.allSettled([1, 2].map((n) => group.add(n)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(real.inTransaction()).toBe(false);
    expect(stored()).toBe(0);
  });

  it('says nothing before the disk is certain, and lets the next batch gather meanwhile', async () => {
    const disk = heldDisk();
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs), { disk });
    const add = (n: number) => group.add(n).then(() => log.push(`${n}`));
    const all = [add(1), add(2)];
    await disk.asked(1);
    all.push(add(3), add(4));
    const durable = group.durable().then(() => log.push('durable'));
    await ticks(6);
    expect(log).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
    disk.certain();
    await durable;
    await disk.asked(2);
    disk.certain();
    await Promise.all(all);
    expect(log).toEqual(['BEGIN IMMEDIATE', 'COMMIT', '1', '2', 'durable', 'BEGIN IMMEDIATE', 'COMMIT', '3', '4']);
  });

  it('believes a disk that failed only when it has taken everything again', async () => {
    const disk = heldDisk();
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs), { disk });
    const first = Promise.allSettled([1, 2].map((n) => group.add(n)));
    await disk.asked(1);
    const second = Promise.allSettled([group.add(3)]);
    disk.broken(new Error('EIO'));
    const settled = [
      ...(await first),
      ...(await second),
      ...(await Promise.allSettled([group.add(4), group.durable()])),
    ];
    expect(settled.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    let tries = 0;
    disk.takesAll = async () => {
      tries += 1;
      if (tries === 1) throw new Error('EIO');
    };
    while (tries < 2) await group.durable().catch(() => ticks(1));
    const written = group.add(5);
    await disk.asked(2);
    disk.certain();
    expect(await written).toBe(5);
    expect(stored()).toBe(3);
    await group.close();
  });

  it('waits for another program that writes, and the event loop for nobody', async () => {
    const other = openFile(join(folder, `${files}.db`), 100);
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs), { patience: 600_000 });
    real.exec('PRAGMA busy_timeout = 0');
    other.exec('BEGIN IMMEDIATE');
    const written = group.add(1);
    await ticks(50);
    expect(log).toEqual([]);
    other.exec('ROLLBACK');
    expect(await written).toBe(1);
    other.close();
  });

  it('writes what waits when it is closed, and nothing after', async () => {
    const group = groupCommit(noted(), (inputs: readonly number[]) => insertAll(inputs));
    const waiting = Promise.all(Array.from({ length: 600 }, (_, n) => group.add(n)));
    const closed = group.close();
    expect(stored()).toBe(600);
    await expect(group.add(600)).rejects.toThrow('the store is closed');
    await waiting;
    await closed;
  });
});
