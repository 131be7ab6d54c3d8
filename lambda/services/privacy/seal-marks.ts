/** By what is known that something lies sealed, and where the key is that opens it. */

import { sealed, unsealed } from './seal';

/** Keys by what they are of. Both throw where the store of keys does not answer. */
export type Keyring = {
  /** null: there is none, or none any more. */
  of(id: string): Promise<Buffer | null>;
  /** Made where there is none; null: none can be had here. */
  own(id: string): Promise<Buffer | null>;
  /** The server's own, for what waits and has no other: nothing lies open for want of a key. */
  readonly server: Buffer;
  readonly log: { error(what: object, message: string): void };
};

/** How what is sealed begins; what was kept before it was begins otherwise. */
export const MARK = 'sealed:';
/** How it begins where it lies under the server's own key. */
const SERVER_MARK = 'sealed.server:';

/** The key, or none where the store of keys does not answer: what becomes of it then, the log is told. */
export async function keyOrNone(
  asked: Promise<Buffer | null>,
  log: Keyring['log'],
  becomes: string,
): Promise<Buffer | null> {
  try {
    return await asked;
  } catch (error) {
    log.error({ err: error }, `the keys of words cannot be used; ${becomes}`);
    return null;
  }
}

/** Whether it lies sealed, under whatever key. */
export function isSealed(text: string): boolean {
  return text.startsWith(MARK) || text.startsWith(SERVER_MARK);
}

type Placed = { readonly place: string; readonly server: Buffer };

/** `key` null: under the server's own. */
export function sealedUnder(key: Buffer | null, content: string | Buffer, { place, server }: Placed): string {
  return key ? MARK + sealed(content, key, place) : SERVER_MARK + sealed(content, server, place);
}

type Found =
  /** It was kept before anything was sealed. */
  | { readonly kind: 'open' }
  /** null: its key is gone, or it is damaged. */
  | { readonly kind: 'sealed'; readonly content: Buffer | null };

/** The same where the key is at hand, or is away: `null`. What stays sealed stays as it is; what its key does not open is empty. */
export function openedBy(key: Buffer | null, text: string, { place, server }: Placed): string {
  if (text.startsWith(SERVER_MARK)) return unsealed(text.slice(SERVER_MARK.length), server, place)?.toString() ?? '';
  if (!text.startsWith(MARK) || key === null) return text;
  return unsealed(text.slice(MARK.length), key, place)?.toString() ?? '';
}

/** `keyOf` is asked only where it is needed; what it throws is thrown. */
export async function foundUnder(
  keyOf: () => Promise<Buffer | null>,
  text: string,
  { place, server }: Placed,
): Promise<Found> {
  if (text.startsWith(SERVER_MARK))
    return { kind: 'sealed', content: unsealed(text.slice(SERVER_MARK.length), server, place) };
  if (!text.startsWith(MARK)) return { kind: 'open' };
  const key = await keyOf();
  return { kind: 'sealed', content: key && unsealed(text.slice(MARK.length), key, place) };
}
