/** What a server needs to stand on a PostgreSQL of the measurement's own, durable as a shop's is. */

import { type Cluster, newCluster } from '../../test/kit/postgres-cluster';
import { POSTGRES } from '../../test/kit/postgres-process';
import type { Ledger } from './ledger';

/** null, and a word, where this computer has no PostgreSQL. */
export async function openCluster(print: (line: string) => void): Promise<Cluster | null> {
  if (!POSTGRES) {
    print('No PostgreSQL here (or set POSTGRES_BIN): it is left out.');
    return null;
  }
  const cluster = newCluster({ isDurable: true });
  await cluster.start();
  return cluster;
}

export function onPostgres(cluster: Cluster, database: string): Readonly<Record<string, string>> {
  return { DATABASE_URL: cluster.urlOf(database), EARSHOT_SECRET: 'the secret of a measurement, and no other' };
}

/** The same counts as of a file, for the same check. */
export async function ledgerOf(cluster: Cluster, database: string): Promise<Ledger> {
  const count = async (rest: string) =>
    Number((await cluster.run(database, `select count(*) as n from ${rest}`))[0]?.n);
  return {
    facts: await count('fact'),
    answers: await count(`answer where channel <> 'store'`),
    conversations: await count('conversation'),
    troubled: await count(`fact where replies like '%"Trouble.%'`),
    placed: await count(`fact where outcome = 'placed'`),
  };
}
