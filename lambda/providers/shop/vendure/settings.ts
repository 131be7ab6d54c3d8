/** What a shop sets for Vendure: where it is, as whom the back office is asked, how orders are paid, and how it delivers. */

import * as z from 'zod/mini';
import type { Speed } from '../../../services/commerce/shipping';
import { serverAddress, settingsGroup, written } from '../../../vocabulary/settings';

/** A shipping method of the shop, and the working days it takes: Vendure knows its price, and no day. */
export type DeliveryMethod = { readonly speed: Speed; readonly code: string; readonly days: readonly [number, number] };

export type VendureSettings = {
  /** Scheme, host and path, above `shop-api` and `admin-api`. */
  readonly base: string;
  /** An administrator whose role may do what docs/connect-your-shop.md lists, and no more. */
  readonly user: string;
  readonly password: string;
  /** The channel's token; null: the default channel. */
  readonly channel: string | null;
  /** The code of the method by which orders placed by voice are paid. */
  readonly payment: string;
  /** At least the standard one. */
  readonly deliveries: readonly DeliveryMethod[];
  /** The facet that says what kind of thing something is. */
  readonly kindFacet: string;
  /** It is asked which orders have changed. */
  readonly changes: boolean;
};

const delivery = () =>
  z.pipe(
    written(
      /^[\w-]{1,100}:\d{1,2}-\d{1,2}$/,
      'a shipping method and its working days, like standard-shipping:2-3',
    ).check(
      z.refine((text) => {
        const [, from, to] = /:(\d+)-(\d+)$/.exec(text) ?? [];
        return from === undefined || Number(from) <= Number(to);
      }, 'write the fewest working days first, like standard-shipping:2-3'),
    ),
    z.transform((text) => {
      const [, code = '', from = '', to = ''] = /^(.+):(\d+)-(\d+)$/.exec(text) ?? [];
      return { code, days: [Number(from), Number(to)] as const };
    }),
  );

export const settings = settingsGroup({
  label: 'Vendure',
  variables: z.object({
    VENDURE_URL: serverAddress('https://shop.example'),
    VENDURE_USER: written(/^[^\p{C}\s<>]{1,200}$/u, 'the name of an administrator'),
    VENDURE_PASSWORD: written(/^[^\p{C}]{4,200}$/u, "the administrator's password"),
    VENDURE_PAYMENT: written(/^[\w-]{1,100}$/, 'the code of a payment method, like on-account'),
    VENDURE_STANDARD: delivery(),
    VENDURE_EXPRESS: z.optional(delivery()),
    VENDURE_PICKUP: z.optional(delivery()),
    VENDURE_CHANNEL: z.optional(written(/^[\x21-\x3b\x3d\x3f-\x7e]{1,200}$/, "the channel's token")),
    VENDURE_KIND: z.optional(written(/^[\w-]{1,100}$/, 'the code of a facet, like category')),
    VENDURE_CHANGES: z.optional(written(/^(on|off)$/, 'on or off')),
  }),
  make: (found): VendureSettings => {
    const { VENDURE_STANDARD: standard, VENDURE_EXPRESS: express, VENDURE_PICKUP: pickup } = found;
    return {
      base: found.VENDURE_URL,
      user: found.VENDURE_USER,
      password: found.VENDURE_PASSWORD,
      channel: found.VENDURE_CHANNEL ?? null,
      payment: found.VENDURE_PAYMENT,
      deliveries: [
        { speed: 'standard', ...standard },
        ...(express ? [{ speed: 'express', ...express } as const] : []),
        ...(pickup ? [{ speed: 'pickup', ...pickup } as const] : []),
      ],
      kindFacet: found.VENDURE_KIND ?? 'category',
      changes: found.VENDURE_CHANGES !== 'off',
    };
  },
});
