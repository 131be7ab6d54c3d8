/** What the servers of a day keep their turns in: a file on a disk of its own, or a PostgreSQL of its own; and how each is read past them. */

import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { openPostgresStore } from '../../lambda/providers/store/postgres/open';
import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import type { Store } from '../../lambda/services/store';
import { type Disk, mayMount, smallDisk } from '../kit/disk';
import { type Cluster, newCluster } from '../kit/postgres-cluster';
import { POSTGRES } from '../kit/postgres-process';

export const BASE_KINDS = ['sqlite', 'postgres'] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

export type Row = Readonly<Record<string, unknown>>;

export type Base = {
  readonly kind: BaseKind;
  readonly servers: 1 | 2;
  /** null: in the folder of the servers. */
  readonly url: string | null;
  /** null: no disk can be mounted here. */
  readonly disk: Pick<Disk, 'folder'> | null;
  /** null: it is no server of its own. */
  readonly cluster: Cluster | null;
  /** `folder`: of the servers. */
  open(folder: string): Promise<Store>;
  rows(sql: string): Promise<readonly Row[]>;
  remove(): Promise<void>;
};

/** null: it can be had here. */
export function missingFor(kind: BaseKind): string | null {
  return kind === 'postgres' && !POSTGRES ? 'no PostgreSQL server found; install it or set POSTGRES_BIN' : null;
}

/** `newFolder`: where no disk can be mounted. */
export function openBase(kind: BaseKind, { megabytes, newFolder }: Wish): Promise<Base & { readonly folder: string }> {
  return kind === 'sqlite' ? fileBase(megabytes, newFolder) : clusterBase(megabytes, newFolder());
}

type Wish = { readonly megabytes: number; readonly newFolder: () => string };

async function fileBase(megabytes: number, newFolder: () => string) {
  const disk = mayMount() ? smallDisk(megabytes) : null;
  const folder = disk?.folder ?? newFolder();
  const file = join(folder, 'earshot.sqlite');
  return {
    ...({ kind: 'sqlite', servers: 1, url: null, disk, cluster: null, folder } as const),
    open: () => openSqliteStore({ file }),
    async rows(sql: string) {
      const db = new Database(file, { readonly: true });
      try {
        return db.prepare(sql).all() as readonly Row[];
      } finally {
        db.close();
      }
    },
    async remove() {
      disk?.remove();
    },
  };
}

/** Its log of what was written would fill a small disk by itself. */
const LOG_MB = 64;
const OF_ITS_OWN_MB = 256;

async function clusterBase(megabytes: number, folder: string) {
  const disk = mayMount() ? smallDisk(megabytes + OF_ITS_OWN_MB) : null;
  // Root may not run it, and whoever does has to get there.
  if (disk) chmodSync(dirname(disk.folder), 0o711);
  if (disk) chmodSync(disk.folder, 0o711);
  const cluster = newCluster(disk ? { within: disk.folder, logMegabytes: LOG_MB } : {});
  await cluster.start();
  const database = await cluster.freshDatabase();
  const url = cluster.urlOf(database);
  return {
    ...({ kind: 'postgres', servers: 2, url, disk, cluster, folder } as const),
    open: () => openPostgresStore({ url, migrate: true }),
    rows: (sql: string) => cluster.run(database, sql),
    async remove() {
      await cluster.remove();
      disk?.remove();
    },
  };
}
