/** Watches a house order: every call that places, every commit, and the money in what is said. */

import { createHash } from 'node:crypto';
import { readShopFile } from '../../lambda/house/shop-file';
import { CARE_KINDS, type CareCall, type CareKind } from '../../lambda/services/care/care';
import type { Result } from '../../lambda/services/commerce/call';
import type { Order } from '../../lambda/services/commerce/orders';
import type { Proposal } from '../../lambda/services/commerce/purchases';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { Commit } from '../../lambda/services/conversation/conversation';
import type { Store } from '../../lambda/services/store';
import type { Money } from '../../lambda/vocabulary/values';
import { type House, type HouseOptions, openHouse } from '../kit/house';
import { createPostBox } from '../kit/post-box';

export type Sent = { readonly proposal: Proposal; readonly shopperId: string; readonly result: Result<Order> };

/** Something that was done about an order, or a cart that was emptied. */
export type Deed = { readonly kind: CareKind | 'empty'; readonly shopperId: string };

export type Watched = {
  readonly house: House;
  /** Every call of `place`, in order. */
  readonly sent: Sent[];
  /** Every call that puts an order right, or takes all there is out of a cart, in order. */
  readonly deeds: Deed[];
  /** Every commit that was accepted, in order. */
  readonly commits: Commit[];
};

export type WatchOptions = HouseOptions & { readonly around?: (shop: Shop) => Shop };

/** A house whose shop and store are watched. `around` comes between the app and the watched shop. */
export async function openWatched(options: WatchOptions = {}): Promise<Watched> {
  const { around = (shop) => shop, ...rest } = options;
  const sent: Sent[] = [];
  const deeds: Deed[] = [];
  // Earshot mails the receipts here, so that their number can be counted.
  const shop = { ...readShopFile(), mailsReceipts: false };
  const house = await openHouse({
    shop,
    channels: [createPostBox()],
    ...rest,
    wrap: (shop) => around(watchCare(watchShop(shop, sent), deeds)),
  });
  return { house, sent, deeds, commits: watchStore(house.store) };
}

function watchShop(shop: Shop, sent: Sent[]): Shop {
  return {
    ...shop,
    purchases: {
      ...shop.purchases,
      async place(proposal, call) {
        const result = await shop.purchases.place(proposal, call);
        sent.push({ proposal, shopperId: call.shopperId, result });
        return result;
      },
    },
  };
}

function watchCare(shop: Shop, deeds: Deed[]): Shop {
  const { care, cart } = shop;
  const watched = Object.fromEntries(
    CARE_KINDS.flatMap((kind) => {
      const operation = care?.[kind] as ((...all: readonly unknown[]) => unknown) | undefined;
      const done = (...all: readonly unknown[]) => {
        deeds.push({ kind, shopperId: (all[2] as CareCall).shopperId });
        return operation?.(...all);
      };
      return operation ? [[kind, done] as const] : [];
    }),
  );
  return {
    ...shop,
    ...(care ? { care: { ...care, ...watched } } : {}),
    ...(cart && 'change' in cart
      ? {
          cart: {
            ...cart,
            async change(lines, call) {
              const result = await cart.change(lines, call);
              if (result.ok && result.value.length === 0) deeds.push({ kind: 'empty', shopperId: call.shopperId });
              return result;
            },
          },
        }
      : {}),
  };
}

function watchStore({ conversations }: Store): Commit[] {
  const commits: Commit[] = [];
  const commit = conversations.commit;
  Object.assign(conversations, {
    async commit(turn: Commit) {
      const done = await commit(turn);
      if (done === 'committed') commits.push(turn);
      return done;
    },
  });
  return commits;
}

/** The e-mails about placed orders that were committed. */
export function mails(commits: readonly Commit[]): readonly { readonly id: string; readonly text: string }[] {
  return commits.flatMap(({ outbox }) =>
    outbox.flatMap(({ id, kind, body }) => {
      const { text } = JSON.parse(body) as { text?: string };
      return kind === 'message' && id.startsWith('placed:') ? [{ id, text: text ?? '' }] : [];
    }),
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  EUR: 'EUR',
  GBP: 'GBP',
};
const AMOUNT = /(US\$|[€£$])(\d[\d.,]*)|(\d[\d.,]*)[\s\u00a0]?(€|£|\$|USD|EUR|GBP)/gu;

/** Every amount of money in a shown text, in order: "€14.80", "14,80 €". */
export function moneyIn(text: string): readonly Money[] {
  return [...text.matchAll(AMOUNT)].map(([, before, first, second, after]) => ({
    minor: minorOf((first ?? second ?? '').replace(/[.,]$/, '')),
    currency: SIGNS[before ?? after ?? ''] ?? '?',
  }));
}

/** "1,234.50" and "1.234,50" are 123450; "20" is 2000. */
function minorOf(digits: string): number {
  const [, whole = digits, cents = ''] = /^(.*)[.,](\d{2})$/.exec(digits) ?? [];
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents || 0);
}

/** Short and equal for equal answers. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
