/** Disks of a test's own, from image files: one that can be filled to the last byte, and one whose writes fail when they are made certain. */

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Disk = {
  /** A folder on it. */
  readonly folder: string;
  break(): void;
  mend(): void;
  remove(): void;
};

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}

/** An ext4 of so many megabytes in `home/image`, mounted at `home/disk`; without a journal, which a failed write would end for good. */
function mounted(home: string, megabytes: number): string {
  const image = join(home, 'image');
  const folder = join(home, 'disk');
  writeFileSync(image, '');
  truncateSync(image, megabytes * 1024 * 1024);
  run('mkfs.ext4', '-q', '-F', '-O', '^has_journal', '-m', '0', '-E', 'lazy_itable_init=0,discard', image);
  mkdirSync(folder);
  run('mount', '-o', 'loop,errors=continue', image, folder);
  return folder;
}

/** `break` leaves not a byte of room, `mend` gives it back. */
export function smallDisk(megabytes: number): Disk {
  const home = mkdtempSync(join(tmpdir(), 'earshot-disk-'));
  const folder = mounted(home, megabytes);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    break: () => fill(ballast),
    mend: () => rmSync(ballast),
    remove() {
      run('umount', '--lazy', folder);
      rmSync(home, { recursive: true });
    },
  };
}

function fill(file: string): void {
  const handle = openSync(file, 'w');
  for (let size = 1024 * 1024; size >= 1; ) {
    try {
      writeSync(handle, Buffer.alloc(size, 1));
    } catch {
      size = Math.trunc(size / 2);
    }
  }
  closeSync(handle);
}

/** What is written is taken; after `break` it cannot be made certain, as the disk below has no room; `mend` gives it room. */
export function doubtfulDisk(megabytes: number): Disk {
  const home = mkdtempSync(join(tmpdir(), 'earshot-disk-'));
  const below = join(home, 'below');
  mkdirSync(below);
  run('mount', '-t', 'tmpfs', '-o', `size=${2 * megabytes}m`, 'tmpfs', below);
  const folder = mounted(below, megabytes);
  return {
    folder,
    break: () => fill(join(below, 'ballast')),
    mend: () => rmSync(join(below, 'ballast')),
    remove() {
      run('umount', '--lazy', folder);
      run('umount', '--lazy', below);
      rmSync(home, { recursive: true });
    },
  };
}

export function mayMount(): boolean {
  try {
    smallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}
