/** Trained models on disk, each named by the hash of what it was learned from: a cache that may be lost at any time. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goodsIn, type Lesson } from './lesson';
import { type Model, unpack } from './model';
import { TRAINER } from './train';

export type ModelShelf = {
  /** null: not there, or not readable; it is trained anew then. */
  take(name: string): Model | null;
  /** Does nothing where nothing can be written. */
  put(name: string, packed: Uint8Array): void;
};

/** Looks into each folder in turn (what a build brought along, then the cache) and writes into the last. */
export function createShelf(folders: readonly string[]): ModelShelf {
  return {
    take(name) {
      for (const folder of folders) {
        const model = readModel(join(folder, name));
        if (model) return model;
      }
      return null;
    },
    put(name, packed) {
      const folder = folders.at(-1);
      if (folder !== undefined) write(folder, name, packed);
    },
  };
}

/** What a model is called: it changes with the sentences, the words, the trainer, and the goods it learns from. */
export function nameOf({ sentences, words, intents, goods, language }: Lesson): string {
  const hash = createHash('sha256').update(JSON.stringify([TRAINER, sentences, words, intents, goodsIn(goods)]));
  return `${language}-${hash.digest('hex').slice(0, 20)}.model`;
}

function readModel(path: string): Model | null {
  try {
    return unpack(readFileSync(path));
  } catch {
    return null;
  }
}

/** Under another name first: a reader sees a whole file or none. */
function write(folder: string, name: string, bytes: Uint8Array): void {
  const unfinished = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, join(folder, name));
  } catch {
    // A full disk or a folder nobody may write to: the next process learns once more.
    discard(unfinished);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never there.
  }
}
