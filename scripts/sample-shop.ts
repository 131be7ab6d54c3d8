/** The sample server of docs/rest-shop-server.js, as whoever starts it in this process has it. */

import { join } from 'node:path';

/** What lies in its books, for whoever plays its people. */
type SampleBooks = {
  readonly goods: ReadonlyMap<string, { stock: number; cents: number }>;
  readonly orders: ReadonlyMap<string, { state: string; parcels: readonly object[] }>;
  /** What each key of a purchase or an action came to. */
  readonly keys: ReadonlyMap<string, { readonly shopper: string; readonly value?: { readonly id: string } }>;
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

type SampleOptions = {
  /** The clock of the shop, milliseconds; the system's where it is left out. */
  readonly now?: () => number;
  /** Its shoppers; absent: its own two. */
  readonly people?: readonly SamplePerson[];
};

/** As its `GET /me` answers, with the token that asks so. */
export type SamplePerson = { readonly id: string; readonly token: string; readonly firstName: string } & object;

export function openSampleShop(options: SampleOptions = {}): Promise<SampleShop> {
  const sample: { openSampleShop(given: typeof options): Promise<SampleShop> } = require(
    join(__dirname, '..', 'docs', 'rest-shop-server.js'),
  );
  return sample.openSampleShop(options);
}
