/** PostgreSQL killed, cut off and shared: what was acknowledged is there, once and whole. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import type { Store } from '../../../lambda/services/store';
import { attemptOf, commitOf, NOW, own } from '../../contracts/store-samples';
import { type Cut, type CutProxy, cutProxy } from '../../kit/cut-proxy';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';
import { describeOnOwnPostgres } from '../../kit/postgres';
import type { Cluster } from '../../kit/postgres-cluster';
import { bundledChild, type Start } from './child-process';
import { CONTENDED } from './crash-child';

/** As it ends in what is sent: the word of a statement, then NUL. */
const COMMIT = 'commit\0';
const CUTS: readonly Cut[] = ['lost', 'unheard', 'late'];

describeOnOwnPostgres('PostgreSQL', (cluster) => {
  describe('when the connection is cut', () => {
    let proxy: CutProxy;
    let database: string;
    let store: Store;

    beforeEach(async () => {
      proxy = await cutProxy(cluster.port());
      database = await cluster.freshDatabase();
      store = await openPostgresStore({ url: cluster.urlOf(database, { port: proxy.port }), now: () => NOW });
    });
    afterEach(async () => {
      await store.close();
      await proxy.close();
    });

    it.each(CUTS)('with the COMMIT %s, the turn is written once and acknowledged', async (cut) => {
      for (const version of [0, 1]) {
        proxy.cutAt(COMMIT, cut);
        expect(await store.conversations.commit(commitOf('c', version))).toBe('committed');
      }
      expect(proxy.cuts()).toBe(2);
      expect(await turnsIn(cluster, database)).toEqual({ versions: 2, answers: 2, facts: 2, pairs: 2 });
    });

    it.each(CUTS)(
      'with the COMMIT of an order attempt %s, the one who began it is told so, and nobody else',
      async (cut) => {
        proxy.cutAt(COMMIT, cut);
        expect(await store.attempts.begin(attemptOf('the-proposal'))).toBe('begun');
        expect(proxy.cuts()).toBe(1);
        expect(await store.attempts.begin(attemptOf('the-proposal'))).toMatchObject({ state: 'in-flight' });
      },
    );

    it('while reading, it reads again', async () => {
      await store.conversations.commit(commitOf('c', 0));
      for (const id of ['first', 'second']) {
        proxy.cutAt(id, 'lost');
        expect(await store.conversations.answerOf('alexa', id)).toBeNull();
      }
      expect(proxy.cuts()).toBe(2);
    });

    it('tells who lost that he lost', async () => {
      const other = await openPostgresStore({ url: cluster.urlOf(database), now: () => NOW });
      proxy.cutAt(COMMIT, 'lost');
      const cut = store.conversations.commit(commitOf('c', 0, own('cut')));
      while (proxy.cuts() === 0) await sleep(1);
      const outcomes = [await other.conversations.commit(commitOf('c', 0, own('other'))), await cut];
      expect([...outcomes].sort()).toEqual(['committed', 'conflict']);
      expect(await turnsIn(cluster, database)).toEqual({ versions: 1, answers: 1, facts: 1, pairs: 1 });
      await other.close();
    });
  });

  it('killed in the middle of turns and started again, has each turn once and refuses none', async () => {
    const database = await cluster.freshDatabase();
    const store = await openPostgresStore({
      url: cluster.urlOf(database),
      now: () => NOW,
      patience: AS_LONG_AS_IT_TAKES,
    });
    let acknowledged = 0;
    let isOver = false;
    const client = async (id: string) => {
      let version = 0;
      while (!isOver) {
        expect(await store.conversations.commit(commitOf(id, version))).toBe('committed');
        expect(await store.attempts.begin(attemptOf(`${id}-${version}`))).toBe('begun');
        acknowledged += 1;
        version += 1;
      }
      return version;
    };
    const clients = Array.from({ length: 16 }, (_, index) => client(`c${index}`));
    for (let kill = 1; kill <= 3; kill += 1) {
      const goal = acknowledged + 50;
      while (acknowledged < goal) await sleep(1);
      await cluster.kill();
      await cluster.start();
    }
    isOver = true;
    const versions = (await Promise.all(clients)).reduce((sum, version) => sum + version, 0);
    expect(versions).toBe(acknowledged);
    const all = { versions, answers: versions, facts: versions, pairs: versions };
    expect(await turnsIn(cluster, database)).toEqual(all);
    expect(await cluster.run(database, 'select count(*)::int as n from attempt')).toEqual([{ n: versions }]);
    await store.close();
  });

  describe('shared by processes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-processes-'));
    let start: Start;

    beforeAll(async () => {
      start = await bundledChild();
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('is made by one of four that start at once, and begins each order once', async () => {
      const database = await cluster.freshDatabase();
      const names = ['north', 'east', 'south', 'west'];
      const place = cluster.urlOf(database);
      const all = (await Promise.all(names.map((name) => start({ place, task: 'contend', name })))).flat();
      expect(all.filter((line) => line === 'done')).toHaveLength(4);
      expect(all.filter((line) => line === 'own committed')).toHaveLength(4 * CONTENDED);
      const begun = all.filter((line) => line.startsWith('begun '));
      expect([begun.length, new Set(begun).size]).toEqual([CONTENDED, CONTENDED]);
      const shared = all.flatMap((line) => (line.startsWith('shared ') ? [Number(line.slice(7))] : []));
      expect(shared.sort((a, b) => a - b)).toEqual(Array.from({ length: 4 * CONTENDED }, (_, index) => index + 1));
      expect((await turnsIn(cluster, database)).versions).toBe(8 * CONTENDED);
      const taken = await cluster.run(database, 'select count(*) - count(distinct version) as twice from migration');
      expect(taken).toEqual([{ twice: '0' }]);
    });

    it('has what a process was told before it was killed', async () => {
      const database = await cluster.freshDatabase();
      const place = cluster.urlOf(database);
      const store = await openPostgresStore({ url: place, now: () => NOW });
      for (const [round, killAfter] of [20, 60, 150].entries()) {
        const lines = await start({ place, task: 'stream', name: `r${round}`, killAfter });
        const turns = lines.map((line) => line.split(' ')).filter(([kind]) => kind === 'turn');
        expect(turns.length).toBeGreaterThan(0);
        for (const [, id = '', version] of turns) {
          expect(await store.conversations.answerOf('alexa', `${id}/${Number(version) - 1}`)).not.toBeNull();
        }
        for (const line of lines.filter((one) => one.startsWith('placed '))) {
          expect(await store.attempts.get(line.slice(7))).toMatchObject({ state: 'placed' });
        }
      }
      const { versions, ...parts } = await turnsIn(cluster, database);
      expect(parts).toEqual({ answers: versions, facts: versions, pairs: versions });
      await store.close();
    });
  });
});

/** Every turn is whole where all four are the same. Receipts are no answers to anybody. */
async function turnsIn(cluster: Cluster, database: string) {
  const [row] = await cluster.run(
    database,
    `select (select coalesce(sum(version), 0) from conversation)::int as versions,
      (select count(*) from answer where channel <> 'store')::int as answers,
      (select count(*) from fact)::int as facts, (select count(*) / 2.0 from history)::float as pairs`,
  );
  return row as { readonly versions: number; readonly answers: number; readonly facts: number; readonly pairs: number };
}
