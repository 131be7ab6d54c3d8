/** Opens the store of keys with the first words that are sealed or read: most turns need none. */

import { dirname, join } from 'node:path';
import { movePieces, piecesAway } from '../services/privacy/depot';
import { sealedStore } from '../services/privacy/sealed-store';
import { sealedBySecret } from '../services/privacy/sealed-waiting';
import type { WordKeys } from '../services/privacy/word-keys';
import type { Store } from '../services/store';
import type { OpenOptions } from './earshot';

const KEYS_FILE = 'earshot-keys.sqlite';

type Opener = (place: string) => Promise<Store>;
type Kept = Pick<OpenOptions, 'database' | 'keysDatabase' | 'depot' | 'log'> & {
  readonly secret: string;
  readonly now: () => number;
  /** Of the embedded store, or `:memory:`. */
  readonly file: string;
};

/** Servers that share a database and no store of keys keep words redacted only, and seal what waits by the secret they share. */
export function withSealedWords(store: Store, { database, keysDatabase, file, ...rest }: Kept, open: Opener): Store {
  if (database && !keysDatabase) return sealedBySecret(store, rest);
  const beside = file === ':memory:' ? file : join(dirname(file), KEYS_FILE);
  const { keys, close } = openedLate(() => open(keysDatabase ?? beside));
  return {
    ...sealedStore(withDepot(store, rest), { ...rest, keys }),
    close: async () => {
      await store.close();
      await close();
    },
  };
}

function withDepot(store: Store, { depot, now }: Pick<Kept, 'depot' | 'now'>): Store {
  if (!depot) return store;
  const { farPieces: far, pieces } = store;
  return { ...store, pieces: piecesAway(pieces, depot), moveFiles: () => movePieces({ far, depot, now }) };
}

function openedLate(open: () => Promise<Store>) {
  let opening: Promise<Store> | undefined;
  const kept = async (): Promise<WordKeys> => {
    // What could not be opened is tried again.
    opening ??= open().catch((error) => {
      opening = undefined;
      throw error;
    });
    return (await opening).wordKeys;
  };
  const keys: WordKeys = {
    get: async (id) => (await kept()).get(id),
    put: async (key) => (await kept()).put(key),
    used: async (id, at) => (await kept()).used(id, at),
    idle: async (before, after, limit) => (await kept()).idle(before, after, limit),
    destroy: async (ids) => (await kept()).destroy(ids),
  };
  return { keys, close: async () => (await opening)?.close() };
}
