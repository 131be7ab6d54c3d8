/** What is too large for one write lies in pieces: no turn waits until all of it is sealed, written, read or erased. */

import type { Instant } from '../../vocabulary/values';
import { foundUnder, type Keyring, keyOrNone, sealedUnder } from './seal-marks';

export type FilePiece = {
  /** Names what it is a piece of. */
  readonly whole: string;
  /** From 0. */
  readonly number: number;
  /** The conversation or the sender it goes with. */
  readonly whose: string;
  readonly data: string;
};

/** What they are kept in. */
export type Pieces = {
  /** Bytes of a file that lies in one with its conversation, at the most. */
  readonly inOne: number;
  /** Durable when it resolves; one that is there already stays as it is. */
  put(piece: FilePiece): Promise<void>;
  /** null: there is none; `AWAY`: it lies elsewhere. */
  get(whole: string, number: number): Promise<string | null>;
  /** All of it, a few at a time. */
  drop(whole: string): Promise<void>;
  /** All of theirs that was there by then, a few at a time. */
  forget(whose: readonly string[], by: Instant): Promise<void>;
  /** How many pieces were older, and went. */
  purge(before: Instant): Promise<number>;
};

/** Bytes; as text in its seal, half a megabyte. */
export const PIECE_BYTES = 384 * 1024;

/** Of a piece that lies in a store of the shop's own. */
export const AWAY = 'away';

/** What lies in the place of a whole that lies in pieces. */
const NOTE = /^pieces:(\d{1,5});/;

export type Whole = { readonly whole: string; readonly whose: string };

/** Answers what to keep in its place. Nothing is lost or lies open for want of a key: it lies under the server's own then. */
export async function keptInPieces(
  bytes: Uint8Array,
  { whole, whose }: Whole,
  { pieces, keys }: { readonly pieces: Pieces; readonly keys: Keyring },
): Promise<string> {
  const key = await keyOrNone(keys.own(whose), keys.log, "a file lies under the server's own");
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  for (let number = 0; number < count; number += 1) {
    const part = Buffer.from(bytes.buffer, bytes.byteOffset + number * PIECE_BYTES, lengthOf(number, bytes));
    const data = sealedUnder(key, part, { ...keys, place: placeOf(whole, number) });
    await pieces.put({ whole, number, whose, data });
  }
  return `pieces:${count};`;
}

function lengthOf(number: number, { length }: Uint8Array): number {
  return Math.min(PIECE_BYTES, length - number * PIECE_BYTES);
}

function placeOf(whole: string, number: number): string {
  return `${whole}\0piece:${number}`;
}

/** How many pieces it lies in; null: it is no note, but the thing itself. */
export function piecesIn(kept: string): number | null {
  const [, count] = NOTE.exec(kept) ?? [];
  return count === undefined ? null : Number(count);
}

/** What stands behind such a note. */
export function behindNote(kept: string): string {
  return kept.replace(NOTE, '');
}

/** null: not all of it is there, or its key is gone. Throws where a store does not answer. */
export async function readInPieces(
  count: number,
  { whole, whose }: Whole,
  { pieces, keys }: { readonly pieces: Pieces; readonly keys: Keyring },
): Promise<Buffer | null> {
  let key: Promise<Buffer | null> | null = null;
  const keyOf = () => {
    key ??= keys.of(whose);
    return key;
  };
  const parts: Buffer[] = [];
  for (let number = 0; number < count; number += 1) {
    const data = await pieces.get(whole, number);
    const part = data === null ? null : await opened(data, keyOf, { ...keys, place: placeOf(whole, number) });
    if (part === null) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

type Placed = Parameters<typeof foundUnder>[2];

async function opened(data: string, keyOf: () => Promise<Buffer | null>, at: Placed): Promise<Buffer | null> {
  if (data === AWAY) throw new Error('it lies in a store of files that is not set up any more');
  const found = await foundUnder(keyOf, data, at);
  return found.kind === 'open' ? Buffer.from(data, 'base64') : found.content;
}
