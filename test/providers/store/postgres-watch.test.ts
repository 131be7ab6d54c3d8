/** What one server commits, another hears of; also after its connection was cut. */

import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import type { Store } from '../../../lambda/services/store';
import { commitOf, NOW } from '../../contracts/store-samples';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';
import { describeOnPostgres } from '../../kit/postgres';

describeOnPostgres('servers on one PostgreSQL', (cluster) => {
  let database: string;
  let here: Store;
  let there: Store;

  beforeEach(async () => {
    database = await cluster.freshDatabase();
    const url = cluster.urlOf(database);
    here = await openPostgresStore({ url, now: () => NOW, patience: AS_LONG_AS_IT_TAKES });
    there = await openPostgresStore({ url, now: () => NOW, patience: AS_LONG_AS_IT_TAKES });
  });
  afterEach(() => Promise.all([here.close(), there.close()]));

  it('hear of each commit of the others, by the id of its conversation, until they have heard enough', async () => {
    const heard: string[] = [];
    let all = () => {};
    const done = new Promise<void>((resolve) => {
      all = resolve;
    });
    const stop = await there.onRemoteCommit?.((id) => heard.push(id) === 3 && all());
    const stopOther = await there.onRemoteCommit?.(() => {});
    const ids = ["Zoë's 🐶", 'b', 'c'];
    for (const id of ids) await here.conversations.commit(commitOf(id, 0));
    await done;
    expect(heard).toEqual(ids);
    await stop?.();
    const last = new Promise<void>((resolve) => void there.onRemoteCommit?.((id) => id === 'last' && resolve()));
    await here.conversations.commit(commitOf('last', 0));
    await last;
    expect(heard).toEqual(ids);
    await stopOther?.();
  });

  it('hear nothing of a turn that lost', async () => {
    const heard: string[] = [];
    const seen = new Promise<void>((resolve) => {
      void there.onRemoteCommit?.((id) => heard.push(id) && id === 'end' && resolve());
    });
    await there.onRemoteCommit?.(() => {});
    await here.conversations.commit(commitOf('c', 3));
    await here.conversations.commit(commitOf('end', 0));
    await seen;
    expect(heard).toEqual(['end']);
  });

  it('hear again after the connection was cut', async () => {
    const heard = new Set<string>();
    const stop = await there.onRemoteCommit?.((id) => heard.add(id));
    await cluster.run(
      'postgres',
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and query ~ '^listen'`,
    );
    // What is said while nobody listens is not heard, so it is said until it is.
    for (let turn = 0; !heard.has(`c${turn - 1}`); turn += 1) {
      await here.conversations.commit(commitOf(`c${turn}`, 0));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await stop?.();
  });
});
