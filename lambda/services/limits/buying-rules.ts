/** What a shopper has set for buying through us, and what of it a day has used: the port that keeps them. */

import type { Instant, Money, PlainDate } from '../../vocabulary/values';

export const SPANS = ['order', 'day'] as const;
/** What a limit bounds: each order, or all orders of one of the shop's days. */
export type LimitSpan = (typeof SPANS)[number];

export type BuyingRules = {
  /** The most an order, or a day, may come to; null: as much as the shop allows. */
  readonly most: Readonly<Record<LimitSpan, Money | null>>;
  /** Nobody buys by voice. */
  readonly isOff: boolean;
  /** Whether there is a voice code, and whether it was guessed at too often. */
  readonly code: 'none' | 'set' | 'locked';
};

export const NO_RULES: BuyingRules = { most: { order: null, day: null }, isOff: false, code: 'none' };

/** In which money a limit is shown and set: that of the one that stands, otherwise what the shopper pays in. */
export function currencyOfLimit({ most }: BuyingRules, span: LimitSpan, paid: string): string {
  return most[span]?.currency ?? paid;
}

/** Wrong codes in a row: after so many the code is locked until another is set. */
export const MOST_TRIES = 3;

export type RuleRecords = {
  of(shopperId: string): Promise<BuyingRules>;
  /** In place of what was set before. null: no limit. */
  setMost(shopperId: string, span: LimitSpan, most: Money | null): Promise<void>;
  /** Only downwards, whoever else sets one at the same time. False: a lower one, or the same, stands. */
  lower(shopperId: string, span: LimitSpan, most: Money): Promise<boolean>;
  setOff(shopperId: string, isOff: boolean): Promise<void>;
  /** `hash`: of the code; null: there is none from now on. A lock ends with it. */
  setCode(shopperId: string, hash: string | null): Promise<void>;
  /**
   * Counts a try before it is looked at, in one statement, and gives the hash to compare with; null: there is none, or it is
   * locked. The same `key` counts once, however often it comes.
   */
  tryCode(shopperId: string, key: string): Promise<string | null>;
  /** The code was right: the count begins anew. Only where `hash` is still the one. */
  codeWasRight(shopperId: string, hash: string): Promise<void>;
  /**
   * Counts an order towards its day, in one go with the look at the limit; false: with it the day would be over `most`.
   * The same order counts once.
   */
  hold(held: HeldOrder, most: Money | null): Promise<boolean>;
  /** It came to nothing. */
  release(held: Pick<HeldOrder, 'shopperId' | 'proposalId'>): Promise<void>;
  /** What the orders of a day come to, in minor units of this currency. */
  spentOn(shopperId: string, day: PlainDate, currency: string): Promise<number>;
};

export type HeldOrder = {
  readonly shopperId: string;
  readonly proposalId: string;
  /** Of the shop. */
  readonly day: PlainDate;
  readonly total: Money;
  readonly at: Instant;
};
