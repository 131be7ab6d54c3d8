/** Where files lie that a shop does not keep in its database: sealed before they leave, and taken away when they are let go of here. */

import type { Instant } from '../../vocabulary/values';
import { inLots } from '../in-lots';
import { AWAY, type Pieces } from './pieces';
import { MARK } from './seal-marks';

/** A store of bytes by name. Everything throws where it does not answer, or refuses. */
export type Depot = {
  /** What is there by this name already is written over. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** null: there is none. */
  get(name: string): Promise<Uint8Array | null>;
  /** Also where there is none. */
  drop(name: string): Promise<void>;
};

/** What a store of pieces knows of those that go elsewhere. */
export type FarPieces = {
  /** Sealed pieces of files that lie here, the oldest first, noted as on their way from now on. */
  leave(limit: number): Promise<readonly { readonly id: string; readonly data: string }[]>;
  /** It is there: nothing of it stays here but that. */
  left(id: string): Promise<void>;
  /** Let go of, and perhaps still there; what was taken away before `since` is named once more. */
  abandoned(since: Instant, limit: number): Promise<readonly string[]>;
  /** It was taken away: the first time noted, the second time forgotten. */
  dropped(id: string): Promise<void>;
};

/** Of a third of a megabyte each. */
const LOT = 8;
/** No server takes longer to bring what it has in hand: what it brings behind an erasure is taken away, too. */
const LATE_MS = 10 * 60_000;

/** Of files nothing stays in one with its conversation, so that all of them can leave. */
export function piecesAway(pieces: Pieces, depot: Depot): Pieces {
  return {
    ...pieces,
    inOne: 0,
    async get(whole, number) {
      const data = await pieces.get(whole, number);
      if (data !== AWAY) return data;
      const bytes = await depot.get(nameOf(`${whole}/${number}`));
      return bytes && MARK + Buffer.from(bytes).toString('base64url');
    },
  };
}

type Moving = { readonly far: FarPieces; readonly depot: Depot; readonly now: () => Instant };

/**
 * Answers how many went either way. Throws where the depot does not answer: what was to leave lies here, sealed, and what was to be
 * taken away opens for nobody by then; both are tried again.
 */
export async function movePieces({ far, depot, now }: Moving): Promise<number> {
  const left = await inLots(LOT, async () => {
    const leaving = await far.leave(LOT);
    for (const { id, data } of leaving) {
      await depot.put(nameOf(id), Buffer.from(data.slice(MARK.length), 'base64url'));
      await far.left(id);
    }
    return leaving;
  });
  const gone = await inLots(LOT, async () => {
    const abandoned = await far.abandoned(now() - LATE_MS, LOT);
    for (const id of abandoned) {
      await depot.drop(nameOf(id));
      await far.dropped(id);
    }
    return abandoned;
  });
  return left + gone;
}

/** Of letters that every such store takes. */
function nameOf(id: string): string {
  return id.replace(':', '/');
}
