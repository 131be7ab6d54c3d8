/** The write-ahead log beside a SQLite file: made certain off this thread, and only while both are still in their places. */

import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Disk } from './disk-trust';
import { type FileConnection, MOVED } from './file';

/** Of the log at a time, when all of it is written again. Bytes. */
const PIECE = 1024 * 1024;

/**
 * Takes the fsync of each COMMIT off this thread: from now on a COMMIT writes the log and returns, and is as durable as with
 * FULL once a `sync` that began after it resolves. NORMAL still syncs the log before anything is copied out of it, so no
 * checkpoint, of this or another program, is ahead of it. null: nothing of it is on a disk.
 */
export async function syncApart(
  connection: FileConnection,
  file: string,
): Promise<(Disk & { close(): Promise<void> }) | null> {
  if (file === ':memory:') return null;
  const log = await open(`${file}-wal`, 'r+');
  connection.exec('PRAGMA synchronous = NORMAL');
  const places = [file, `${file}-wal`].map((path) => ({ path, was: idOf(path) }));
  // What is written into a file that was deleted is gone with the process.
  const checkPlaces = () => {
    if (places.some(({ path, was }) => idOf(path) !== was)) throw moved();
  };
  return {
    async sync() {
      await log.datasync();
      checkPlaces();
    },
    async again() {
      checkPlaces();
      await writeAgain(log);
    },
    close: () => log.close(),
  };
}

function moved(): Error {
  return Object.assign(new Error('another file is in its place, or none'), { code: MOVED });
}

/** Which file that is; null where none is. */
function idOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.dev}/${stat.ino}` : null;
}

/** A system that could not write a page may call it written: only what is given to it anew is tried anew. */
async function writeAgain(log: FileHandle): Promise<void> {
  const piece = Buffer.alloc(PIECE);
  for (let at = 0; ; ) {
    const { bytesRead } = await log.read(piece, 0, PIECE, at);
    if (bytesRead === 0) break;
    await log.write(piece, 0, bytesRead, at);
    at += bytesRead;
  }
  await log.datasync();
}
