/** Watches files as every editor writes them: in place, by another file that takes the name, or removed and made anew. */

import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

type Watched = { readonly watcher: FSWatcher; readonly id: number };

/**
 * Tells the paths, from `root` on, of files that may have changed in it and in the folders right inside it. The folders are watched,
 * and not their files: a watcher of a file stays with what was thrown away (Node's recursive one on Linux is such).
 */
export function watchFolder(root: string, changed: (file: string) => void): { close(): void } {
  const inside = new Map<string, Watched>();

  /** All that is in it may have been written before it was watched. */
  function enter(name: string, id: number): void {
    const folder = join(root, name);
    const watcher = watch(folder, (_kind, file) => (file === null ? all(name) : changed(`${name}/${file}`)));
    watcher.on('error', () => leave(name));
    inside.set(name, { watcher, id });
  }

  function leave(name: string): void {
    inside.get(name)?.watcher.close();
    inside.delete(name);
  }

  function all(name: string): void {
    for (const file of namesIn(join(root, name))) changed(`${name}/${file}`);
  }

  /** Folders that came, went, or are others of the same name. */
  function look(): readonly string[] {
    const there = new Map(namesIn(root).flatMap((name) => folderAt(root, name)));
    for (const [name, { id }] of [...inside]) if (there.get(name) !== id) leave(name);
    const fresh = [...there].filter(([name]) => !inside.has(name));
    for (const [name, id] of fresh) enter(name, id);
    return fresh.map(([name]) => name);
  }

  const above = watch(root, (_kind, file) => {
    for (const name of look()) all(name);
    if (file !== null && !inside.has(file)) changed(file);
  });
  above.on('error', () => above.close());
  look();
  return {
    close() {
      above.close();
      for (const name of [...inside.keys()]) leave(name);
    },
  };
}

/** Empty: it went meanwhile. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Its name and what tells it from one that had this name before; nothing: it is none, or went meanwhile. */
function folderAt(root: string, name: string): readonly (readonly [string, number])[] {
  const found = statSync(join(root, name), { throwIfNoEntry: false });
  return found?.isDirectory() ? [[name, found.ino]] : [];
}
