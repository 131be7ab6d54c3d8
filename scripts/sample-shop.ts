/** The sample server of docs/rest-shop-server.js, as whoever starts it in this process has it. */

import { join } from 'node:path';

/** What lies in its books, for whoever plays its people. */
type SampleBooks = {
  readonly goods: ReadonlyMap<string, { stock: number; cents: number }>;
  readonly orders: ReadonlyMap<string, { state: string; parcels: readonly object[] }>;
};

export type SampleShop = {
  readonly url: string;
  /** The settings of a house that stands before it. */
  readonly env: Readonly<Record<string, string>>;
  readonly shoppers: readonly { readonly name: string; readonly token: string; readonly email: string }[];
  readonly books: SampleBooks;
  /** What its own people do to an order; throws where there is none. */
  move(id: string, to: { readonly state?: string; readonly parcels?: readonly object[] }): void;
  close(): void;
};

/** `now`: the clock of the shop, milliseconds; the system's where it is left out. */
export function openSampleShop(options: { readonly now?: () => number } = {}): Promise<SampleShop> {
  const sample: { openSampleShop(given: typeof options): Promise<SampleShop> } = require(
    join(__dirname, '..', 'docs', 'rest-shop-server.js'),
  );
  return sample.openSampleShop(options);
}
