/** What a shop sets for VTEX: its account, the application key Earshot asks with, and how it sells and delivers. */

import * as z from 'zod/mini';
import type { Speed } from '../../../services/commerce/shipping';
import { listed, secrets, serverAddress, settingsGroup, written } from '../../../vocabulary/settings';

/** A sales channel (trade policy), and the countries that buy through it; the first of all is everybody else's. */
export type VtexChannel = { readonly id: string; readonly countries: readonly string[] };

export type VtexSettings = {
  readonly account: string;
  /** Scheme, host and port of the commerce APIs. */
  readonly base: string;
  /** The same of the payments gateway. */
  readonly payments: string;
  readonly key: string;
  readonly token: string;
  /** At least one. */
  readonly channels: readonly VtexChannel[];
  /** The names of the shop's SLAs; of standard, absent: the cheapest that is brought. */
  readonly slas: Readonly<Partial<Record<Speed, string>>>;
  /** The shop's own OpenID provider as VTEX ID knows it; null: linked accounts carry a session of VTEX itself. */
  readonly provider: string | null;
  /** What its goods are written in; null: what the shop's people read. */
  readonly language: string | null;
  /** The Master Data entity in which Earshot keeps what it must find again. */
  readonly entity: string;
  /** The utm_source of the promotions that coupons given by voice trigger; null: none are given. */
  readonly couponUtm: string | null;
  /** The shop's people send labels for what stands in that entity to go back. */
  readonly returns: boolean;
  /** What the order hook shows, any of them; none: there is no hook. */
  readonly hookSecrets: readonly string[];
  /** The feed of orders is read. */
  readonly feed: boolean;
};

const CHANNEL = /^\d{1,6}(:[A-Z]{2}(\+[A-Z]{2})*)?$/;

const channels = () =>
  z.pipe(
    listed('sales channels, like 1 or 1,2:GB,3:US+CA').check(
      z.refine((all) => all.every((one) => CHANNEL.test(one)), 'write sales channels, like 1 or 1,2:GB,3:US+CA'),
    ),
    z.transform((all) =>
      all.map((one): VtexChannel => {
        const [id = '', countries] = one.split(':');
        return { id, countries: countries?.split('+') ?? [] };
      }),
    ),
  );

const sla = () => written(/^[^\p{C}<>]{1,100}$/u, 'the name of an SLA, like Standard');

export const settings = settingsGroup({
  label: 'VTEX',
  variables: z.object({
    VTEX_ACCOUNT: written(/^[a-z\d][a-z\d-]{0,99}$/, 'the name of the account, like willowmarket'),
    VTEX_KEY: written(/^[\x21-\x7e]{8,200}$/, 'the application key, like vtexappkey-willowmarket-ABCDEF'),
    VTEX_TOKEN: written(/^[\x21-\x7e]{8,500}$/, "the application key's token"),
    VTEX_CHANNELS: z.optional(channels()),
    VTEX_STANDARD: z.optional(sla()),
    VTEX_EXPRESS: z.optional(sla()),
    VTEX_PICKUP: z.optional(sla()),
    VTEX_PROVIDER: z.optional(written(/^[\w .-]{1,100}$/, "the name of the shop's OpenID provider in VTEX ID")),
    VTEX_LANGUAGE: z.optional(written(/^[a-z]{2,3}$/, 'the language of the goods, like en')),
    VTEX_ENTITY: z.optional(written(/^[A-Za-z][\w]{1,49}$/, 'the name of a Master Data entity, like earshot')),
    VTEX_COUPON_UTM: z.optional(written(/^[\w.-]{1,100}$/, 'the utm_source of a promotion, like earshot')),
    VTEX_HOOK_SECRET: z.optional(secrets()),
    VTEX_FEED: z.optional(written(/^(on|off)$/, 'on or off')),
    VTEX_RETURNS: z.optional(written(/^(on|off)$/, 'on or off')),
    VTEX_URL: z.optional(serverAddress('https://willowmarket.vtexcommercestable.com.br')),
  }),
  make(found): VtexSettings {
    const { VTEX_ACCOUNT: account, VTEX_URL: url } = found;
    return {
      account,
      base: url ?? `https://${account}.vtexcommercestable.com.br`,
      payments: url ?? `https://${account}.vtexpayments.com.br`,
      ...{ key: found.VTEX_KEY, token: found.VTEX_TOKEN },
      channels: found.VTEX_CHANNELS ?? [{ id: '1', countries: [] }],
      slas: {
        ...(found.VTEX_STANDARD ? { standard: found.VTEX_STANDARD } : {}),
        ...(found.VTEX_EXPRESS ? { express: found.VTEX_EXPRESS } : {}),
        ...(found.VTEX_PICKUP ? { pickup: found.VTEX_PICKUP } : {}),
      },
      provider: found.VTEX_PROVIDER ?? null,
      language: found.VTEX_LANGUAGE ?? null,
      entity: found.VTEX_ENTITY ?? 'earshot',
      couponUtm: found.VTEX_COUPON_UTM ?? null,
      ...{ hookSecrets: found.VTEX_HOOK_SECRET ?? [], feed: found.VTEX_FEED === 'on' },
      returns: found.VTEX_RETURNS === 'on',
    };
  },
});
