/** A store that keeps what people wrote sealed beside its redacted line, as long as the conversation's key is there. */

import type { Logger } from 'pino';
import type { Instant } from '../../vocabulary/values';
import type { Commit, Conversations } from '../conversation/conversation';
import type { HistoryLine, LinePlace, PlacedLine } from '../conversation/lines';
import type { HandOff } from '../hand-off/hand-offs';
import type { Store } from '../store';
import type { Exported, Privacy, PurgeBefore } from './privacy';
import { newWordKey, sealed, serverKey, unsealed, wrappingKey } from './seal';
import type { Keyring } from './seal-marks';
import { openedPhones, sealedPhones } from './sealed-phones';
import { asksOnce } from './sealed-things';
import { opensWaiting, sealedGoing } from './sealed-waiting';
import type { WordKeys } from './word-keys';

export type Sealing = {
  readonly keys: WordKeys;
  /** The server's own; all servers of one shop have the same. */
  readonly secret: string;
  readonly now: () => Instant;
  readonly log: Pick<Logger, 'error'>;
};

/** Without a key words stay redacted for good: a turn never waits or fails for one. */
export function sealedStore(store: Store, sealing: Sealing): Store {
  const words = wordsUnder(sealing);
  const { conversations, pieces } = store;
  const { now, keys } = sealing;
  const waiting = opensWaiting(store, { keys: words.ring, now, gone: (whose) => keys.destroy(whose) });
  const opened = async (id: string, lines: readonly PlacedLine[]): Promise<readonly PlacedLine[]> => {
    const key = lines.some(isSealed) ? await words.keyOf(id) : null;
    return lines.map((line) => ({ ...withoutWritten(line), ...(key ? written(line, key, placeOf(id, line)) : {}) }));
  };
  return {
    ...store,
    ...waiting,
    conversations: {
      ...conversations,
      ...openedPhones(conversations, words.ring),
      commit: async (commit) => {
        const ring = asksOnce(words.ring);
        return conversations.commit({
          ...commit,
          ...(await sealedPhones(commit, ring)),
          ...(await words.sealedLines(commit, ring)),
          ...(await sealedGoing(commit, { keys: ring, pieces })),
        });
      },
      since: async (id, after, limit) => opened(id, await conversations.since(id, after, limit)),
      before: async (id, place, limit) => opened(id, await conversations.before(id, place, limit)),
    } satisfies Conversations,
    privacy: privacyOf(waiting.privacy, { handOffs: store.handOffs, keys, words }),
  };
}

const HOUR_MS = 3_600_000;

function wordsUnder({ keys, secret, now, log }: Sealing) {
  const wrapping = wrappingKey(secret);
  const unwrap = (id: string, wrapped: string) => unsealed(wrapped, wrapping, id);

  async function found(id: string): Promise<Buffer | null> {
    const kept = await keys.get(id);
    return kept && unwrap(id, kept.wrapped);
  }

  async function keyOf(id: string): Promise<Buffer | null> {
    try {
      return await found(id);
    } catch (error) {
      log.error({ err: error }, 'the keys of words cannot be read; words are shown redacted');
      return null;
    }
  }

  /** A key that another secret wrapped opens nothing any more: it gives way to a new one. */
  async function ownKey(id: string): Promise<Buffer | null> {
    const kept = await keys.get(id);
    const key = kept && unwrap(id, kept.wrapped);
    if (key && now() - kept.usedAt > HOUR_MS) await keys.used(id, now());
    if (key) return key;
    if (kept) await keys.destroy([id]);
    const made = await keys.put({ conversationId: id, wrapped: sealed(newWordKey(), wrapping, id), usedAt: now() });
    return unwrap(id, made.wrapped);
  }

  async function keyFor(id: string, ring: Keyring): Promise<Buffer | null> {
    try {
      return await ring.own(id);
    } catch (error) {
      log.error({ err: error }, 'the keys of words cannot be used; words are kept redacted only');
      return null;
    }
  }

  /** New lines, and those of before that read otherwise now. */
  async function sealedLines(commit: Commit, ring: Keyring): Promise<Pick<Commit, 'history' | 'amended'>> {
    const { conversationId: id, history, amended } = commit;
    if (![...history, ...(amended?.lines ?? [])].some(({ asWritten }) => asWritten)) return { history, amended };
    const version = Math.max(commit.expectedVersion, commit.follows) + 1;
    const key = await keyFor(id, ring);
    const hidden = <L extends HistoryLine>(line: L, place: LinePlace): L => lineSealed(line, key, placeOf(id, place));
    return {
      history: history.map((line, at) => hidden(line, { version, line: at })),
      amended: amended && { ...amended, lines: amended.lines.map((line) => hidden(line, line)) },
    };
  }

  const ring: Keyring = { of: found, own: ownKey, server: serverKey(secret), log };
  return { keyOf, sealedLines, ring };
}

function lineSealed<L extends HistoryLine>(line: L, key: Buffer | null, place: string): L {
  const { asWritten, ...rest } = line;
  if (!key || asWritten?.kind !== 'whole') return rest as L;
  return { ...line, asWritten: { kind: 'sealed', text: sealed(asWritten.text, key, place) } };
}

function isSealed({ asWritten }: HistoryLine): boolean {
  return asWritten?.kind === 'sealed';
}

function withoutWritten<L extends HistoryLine>({ asWritten, ...line }: L) {
  return line;
}

function written({ asWritten }: HistoryLine, key: Buffer, place: string): Pick<HistoryLine, 'asWritten'> {
  const text = asWritten?.kind === 'sealed' ? unsealed(asWritten.text, key, place) : null;
  return text ? { asWritten: { kind: 'whole', text: text.toString() } } : {};
}

/** Where a line stands: put elsewhere it opens no more. */
function placeOf(id: string, { version, line }: LinePlace): string {
  return `${id}\0${version}.${line}`;
}

type Words = ReturnType<typeof wordsUnder>;
type Private = Pick<Sealing, 'keys'> & Pick<Store, 'handOffs'> & { readonly words: Words };

function privacyOf(privacy: Privacy, { handOffs, keys, words }: Private): Privacy {
  return {
    ...privacy,
    export: async (ids, shopperId) => {
      const all = await privacy.export(ids, shopperId);
      return { ...all, history: await openedLines(all.history ?? [], words.keyOf) };
    },
    purge: async (before) => ({ ...(await privacy.purge(before)), word_key: await purgeKeys(before, handOffs, keys) }),
  };
}

/** Their own words are theirs to have. */
async function openedLines(rows: Exported[string], keyOf: Words['keyOf']): Promise<Exported[string]> {
  const known = new Map<string, Buffer | null>();
  const opened: Exported[string][number][] = [];
  for (const { sealed: text, ...row } of rows.filter(isTheirs)) {
    const id = String(row.conversation_id);
    if (typeof text === 'string' && !known.has(id)) known.set(id, await keyOf(id));
    const key = known.get(id);
    const place = placeOf(id, { version: Number(row.version), line: Number(row.line) });
    const words = typeof text === 'string' && key ? unsealed(text, key, place) : null;
    opened.push(words ? { ...row, text: words.toString() } : row);
  }
  return opened;
}

/** What was taken back, stood there before, or was read out of it, is the shop's to look after. */
function isTheirs({ by, show }: Exported[string][number]): boolean {
  const told = typeof show === 'string' ? show : '';
  return !/"of":/.test(told) && !(by === 'bot' && /"changed":/.test(told));
}

const PAGE = 64;

/** Whoever is waited for, or was until a short while ago, may still be read. */
async function purgeKeys({ words }: PurgeBefore, handOffs: Store['handOffs'], keys: WordKeys): Promise<number> {
  let went = 0;
  for (let after = ''; ; ) {
    const page = await keys.idle(words, after, PAGE);
    const held = new Set(
      (await handOffs.of(page.map(({ conversationId }) => conversationId)))
        .filter((handOff) => !isLongOver(handOff, words))
        .map(({ conversationId }) => conversationId),
    );
    const old = page.map(({ conversationId }) => conversationId).filter((id) => !held.has(id));
    if (old.length > 0) await keys.destroy(old);
    went += old.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return went;
    after = last.conversationId;
  }
}

function isLongOver({ state, endedAt }: HandOff, before: Instant): boolean {
  return (state === 'completed' || state === 'failed') && (endedAt ?? 0) < before;
}
