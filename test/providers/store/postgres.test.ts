/** PostgreSQL: the contract every store keeps. */

import { openPostgresStore } from '../../../lambda/providers/store/postgres';
import { storeContract } from '../../contracts/store';
import { describeOnPostgres } from '../../kit/postgres';

describeOnPostgres('PostgreSQL', (cluster) => {
  const databases = new Map<string, Promise<string>>();
  const databaseOf = (place: string) => {
    const known = databases.get(place) ?? cluster.freshDatabase();
    databases.set(place, known);
    return known;
  };
  storeContract('a PostgreSQL database', async (place, now) =>
    openPostgresStore({ url: cluster.urlOf(await databaseOf(place)), now, pool: 4 }),
  );
});
