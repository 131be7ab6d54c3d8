/** What a shop sets to have its own OpenID provider sign its shoppers in. */

import * as z from 'zod/mini';
import { secureAddress, settingsGroup, token, written } from '../vocabulary/settings';

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What of the ID token names a shopper: their id at the shop, or `email`, which must be a confirmed one. */
  readonly claim: string;
};

export const settings = settingsGroup({
  label: 'Account linking by OpenID',
  variables: z.object({
    LINK_OIDC_ISSUER: secureAddress('https://login.shop.example'),
    LINK_OIDC_CLIENT: written(/^[\x21-\x7e]{1,200}$/, 'the client id your OpenID provider gave you'),
    LINK_OIDC_SECRET: token('the client secret of your OpenID provider'),
    LINK_OIDC_CLAIM: z.optional(
      written(/^[\w:./-]{1,200}$/, 'the name of a claim, like sub, email or https://shop.example/customer'),
    ),
  }),
  make: (found): OpenIdSettings => ({
    issuer: found.LINK_OIDC_ISSUER,
    clientId: found.LINK_OIDC_CLIENT,
    clientSecret: found.LINK_OIDC_SECRET,
    claim: found.LINK_OIDC_CLAIM ?? 'sub',
  }),
});
