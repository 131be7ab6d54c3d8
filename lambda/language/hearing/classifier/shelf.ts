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

type Named = Pick<Lesson, 'words' | 'intents'> & { readonly goods: string; readonly hash: string };
const named = new WeakMap<Lesson['sentences'], Named>();

/** What a model is called: it changes with the sentences, the words, the trainer, and the goods it learns from. */
export function nameOf({ sentences, words, intents, goods: all, language }: Lesson): string {
  const goods = JSON.stringify(goodsIn(all));
  const before = named.get(sentences);
  const isSame = before?.words === words && before.intents === intents && before.goods === goods;
  const hash = isSame
    ? before.hash
    : hashOf(`${JSON.stringify([TRAINER, sentences, words, intents]).slice(0, -1)},${goods}]`);
  named.set(sentences, { words, intents, goods, hash });
  return `${language}-${hash}.model`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
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
