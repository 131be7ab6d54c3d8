/** Who is speaking: the port that turns an account-linking token into a shopper. */

import type { Consented } from '../reach/contacts';
import type { Call, Result } from './call';

export type Address = {
  readonly id: string;
  /** What the shopper calls it: "home", "work". In the shopper's own words. */
  readonly label: string;
  readonly city: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA zone: a delivery day is a day there. */
  readonly timeZone: string;
};

export type Shopper = {
  readonly id: string;
  /** Empty: of those who share the account nobody knows which of them speaks. */
  readonly firstName: string;
  /** ISO 4217: what this shopper pays in. */
  readonly currency: string;
  /** Where orders go. */
  readonly address: Address;
  /** Where they can go besides. */
  readonly otherAddresses: readonly Address[];
  /** Where the shopper agreed to be written to. */
  readonly contacts: readonly Consented[];
  /** Every personal value we know of the shopper, for redaction before anything is written down. */
  readonly known: readonly { readonly kind: 'name' | 'email' | 'phone' | 'address'; readonly value: string }[];
};

/** null: nobody may be called so. */
export function firstNameOf(shopper: Pick<Shopper, 'firstName'> | null): string | null {
  return shopper?.firstName || null;
}

export type Accounts = {
  /** Refuses with `unauthorised` when the token names nobody. */
  whoIs(token: string, call: Call): Promise<Result<Shopper>>;
};
