/** What a shop sets that answers docs/rest-shop.openapi.yaml: where it does, with which token it is asked, and what it offers besides. */

import * as z from 'zod/mini';
import { CARE_KINDS } from '../../../services/care/care';
import { listed, serverAddress, settingsGroup, token } from '../../../vocabulary/settings';

/** What a shop may leave out: each is asked for only where it is named. */
export const OFFERINGS = ['means', 'cart', 'advice', 'changes', ...CARE_KINDS] as const;
export type Offering = (typeof OFFERINGS)[number];

export type RestShopSettings = {
  /** Scheme, host and path, above `shop`. */
  readonly base: string;
  readonly token: string;
  readonly offers: ReadonlySet<Offering>;
};

const EXAMPLE = `some of ${OFFERINGS.join(', ')}`;
const isOffering = (one: string): one is Offering => OFFERINGS.some((known) => known === one);

export const settings = settingsGroup({
  label: 'A shop with the REST API of docs/rest-shop.openapi.yaml',
  variables: z.object({
    REST_SHOP_URL: serverAddress('https://shop.example/voice'),
    REST_SHOP_TOKEN: token('the token Earshot asks your shop with'),
    REST_SHOP_OFFERS: z.optional(listed(EXAMPLE).check(z.refine((all) => all.every(isOffering), `write ${EXAMPLE}`))),
  }),
  make: ({ REST_SHOP_URL, REST_SHOP_TOKEN, REST_SHOP_OFFERS }): RestShopSettings => ({
    ...{ base: REST_SHOP_URL, token: REST_SHOP_TOKEN },
    offers: new Set((REST_SHOP_OFFERS ?? []).filter(isOffering)),
  }),
});
