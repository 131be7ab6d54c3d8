/** PostgreSQL: the contract every store keeps. */

import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import { storeContract } from '../../contracts/store';
import { NOW } from '../../contracts/store-samples';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';
import { describeOnPostgres } from '../../kit/postgres';

describeOnPostgres('PostgreSQL', (cluster) => {
  const open = (database: string, now: () => number) =>
    openPostgresStore({ url: cluster.urlOf(database), now, pool: 4, patience: AS_LONG_AS_IT_TAKES });
  const databases = new Map<string, Promise<string>>();
  let made = '';

  // Made once and copied: most of these tests take less time than the tables.
  beforeAll(async () => {
    made = await cluster.freshDatabase();
    await open(made, () => NOW).then((store) => store.close());
  });

  storeContract('a PostgreSQL database', async (place, now) => {
    const database = databases.get(place) ?? cluster.freshDatabase(made);
    databases.set(place, database);
    return open(await database, now);
  });
});
