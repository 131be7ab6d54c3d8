/** Who at the desk saw and changed what: a line is written once, never changed, and gone with its retention only. */

import type { Instant } from '../../vocabulary/values';

export const RECORDED_DEEDS = [
  'signed-in',
  'signed-out',
  'changed-password',
  'saw',
  'saw-orders',
  'saw-photo',
  'saw-number',
  'saw-contact',
  'searched',
  'took',
  'said',
  'changed-words',
  'took-back',
  'noted',
  'passed',
  'returned',
  'closed',
  'sent-again',
  'changed-order',
  'snoozed',
  'called',
  'tagged',
  'translated',
  'went-home',
  'saw-record',
  'added-agent',
  'changed-agent',
  'reset-password',
  'set-second-factor',
  'ended-second-factor',
] as const;
export type RecordedDeed = (typeof RECORDED_DEEDS)[number];

export type DeskRecord = {
  readonly id: string;
  readonly at: Instant;
  /** Empty: nobody who signed in, but whoever sat at the server's command line. */
  readonly agentId: string;
  readonly login: string;
  readonly deed: RecordedDeed;
  /** Its id, which says nothing by itself and nothing at all when the hand-off is gone; never words, nothing of the shopper. */
  readonly handOff: string | null;
  /** More of the deed, as an id or a code: the order's action, the other agent, "refused". */
  readonly what: string | null;
};

/** `deed`: also one that only a later program knows. */
export type ToldRecord = Omit<DeskRecord, 'deed'> & { readonly deed: string; readonly reference: string | null };

/** The place of a line: later ones of the same moment come by their id. */
export type RecordPlace = Pick<DeskRecord, 'at' | 'id'>;

export type DeskRecords = {
  add(line: DeskRecord): Promise<void>;
  /** In the order of time, after this place; at most `limit`. With the reference of each hand-off that is kept still. */
  page(after: RecordPlace, limit: number): Promise<readonly ToldRecord[]>;
};
