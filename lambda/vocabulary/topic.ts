/** What is being talked about, so that "it", "the same" and "the second one" mean something. */

import type { Period } from './calendar';
import type { Request } from './heard';
import type { Instant, ProductName } from './values';

export type Topic = {
  readonly orderId?: string;
  /** When that order was placed, if it was placed in this conversation. */
  readonly placedAt?: Instant;
  readonly productId?: string;
  readonly product?: ProductName;
  /** What was asked of it, which "and the other?" asks again. */
  readonly by?: Request;
  /** The days that were looked back on last: "and how much did I spend?" is of them. */
  readonly period?: Period;
  /** Orders that were told one after the other. */
  readonly listed?: readonly ToldOrder[];
};

/** `goods`: the ids of what was in it. */
export type ToldOrder = { readonly number: string; readonly goods: readonly string[] };
