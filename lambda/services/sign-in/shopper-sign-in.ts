/** How a shop tells who stands before the linking page, and knows them again without a credential of theirs: a capability of a shop. */

import type { Shopper } from '../commerce/account';
import type { Call, Result } from '../commerce/call';

export type ShopperSignIn = SignInWay & {
  /**
   * A shopper who was found before, asked for with the shop's own credentials; null: there is no such account any more.
   * `credential`: what the shop's ports take for this shopper; only this process believes it, and only for a while.
   */
  again(shopperId: string, call: Call): Promise<Result<KnownAgain | null>>;
};

export type KnownAgain = { readonly shopper: Shopper; readonly credential: string };

/** The id of a shopper; null: nobody, or a wrong password, which nobody is told apart. */
export type FoundShopper = Result<string | null>;

/** What a shopper shows: a code that is sent to their address, or the password they have at the shop. */
export type SignInWay =
  | { readonly by: 'code'; find(email: string, call: Call): Promise<FoundShopper> }
  | { readonly by: 'password'; check(shown: ShownPassword, call: Call): Promise<FoundShopper> };

export type ShownPassword = { readonly email: string; readonly password: string };
