/** What waits, and every file, lies sealed in whatever store: under the key of whose it is, or the server's own where there is none. */

import type { Instant } from '../../vocabulary/values';
import type { Commit } from '../conversation/conversation';
import type { Store } from '../store';
import { openedRows } from './opened-rows';
import type { Privacy } from './privacy';
import { serverKey } from './seal';
import type { Keyring } from './seal-marks';
import { type FilePlaces, openedFiles, sealedFiles } from './sealed-files';
import { sealedInbox, sendersOf } from './sealed-inbox';
import { hidden, type Lies, sealedItems, sealedOutbox, waiting } from './sealed-things';

type Waiting = {
  readonly keys: Keyring;
  readonly now: () => Instant;
  /** Nothing of these conversations and senders is left. */
  readonly gone: (whose: readonly string[]) => Promise<void>;
};

/** Where servers share no store of keys: lines are kept redacted alone. */
export function sealedBySecret(
  store: Store,
  { secret, now, log }: Pick<Waiting, 'now'> & Pick<Keyring, 'log'> & { readonly secret: string },
): Store {
  const { conversations, pieces } = store;
  const none = async () => null;
  const keys = { of: none, own: none, server: serverKey(secret), log };
  return {
    ...store,
    ...opensWaiting(store, { keys, now, gone: async () => undefined }),
    conversations: {
      ...conversations,
      open: async (wish) => {
        const start = await conversations.open(wish);
        const { answer, conversationId: of } = start;
        return answer === null ? start : { ...start, answer: await waiting(answerOf(answer, of), keys) };
      },
      commit: async (commit) => {
        const { answer, conversationId: of } = commit;
        const body = answer.isSecret ? await hidden(answerOf(answer.body, of), keys) : answer.body;
        return conversations.commit({
          ...commit,
          ...{ answer: { ...answer, body }, ...(await sealedGoing(commit, { keys, pieces })) },
        });
      },
    },
  };
}

function answerOf(text: string, of: string): Lies {
  return { text, of, place: `${of}\0answer` };
}

/** What of a commit goes out, or is looked at later. */
export async function sealedGoing(
  { conversationId: id, outbox, files }: Commit,
  places: FilePlaces,
): Promise<Pick<Commit, 'outbox' | 'files'>> {
  return { outbox: await sealedItems(outbox, id, places.keys), files: await sealedFiles(files, id, places) };
}

type Opening = Pick<Store, 'outbox' | 'inbox' | 'files' | 'privacy'>;

export function opensWaiting({ outbox, inbox, files, pieces, privacy }: Store, waiting: Waiting): Opening {
  const places = { keys: waiting.keys, pieces };
  return {
    outbox: sealedOutbox(outbox, waiting.keys),
    inbox: sealedInbox(inbox, places),
    files: openedFiles(files, places),
    privacy: { ...privacy, ...withPieces(privacy, places, waiting) },
  };
}

function withPieces(
  privacy: Privacy,
  places: FilePlaces,
  { now, gone }: Waiting,
): Pick<Privacy, 'export' | 'erase' | 'purge'> {
  const { pieces } = places;
  return {
    export: async (ids, shopperId) => openedRows(await privacy.export(ids, shopperId), places),
    erase: async (ids, shopperId) => {
      const by = now();
      const { inbox = [] } = await privacy.asKept(ids, shopperId);
      const theirs = [...ids, ...sendersOf(inbox)];
      // Before what an engine does at the end of an erasure, so that nothing of them is left beside its tables either.
      await pieces.forget(theirs, by);
      await privacy.erase(ids, shopperId);
      await gone(theirs);
    },
    purge: async (before) => {
      const piece = await pieces.purge(before.handOffs);
      return { ...(await privacy.purge(before)), piece };
    },
  };
}
