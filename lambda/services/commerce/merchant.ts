/** What one merchant sets: shop/shop.json as the services see it. */

import type { Money } from '../../vocabulary/values';
import type { CarePolicy } from '../care/policy';
import type { QuietHours } from '../news/quiet';
import type { Hours } from './hours';

export const HOUSEHOLDS = ['shared', 'owner-only'] as const;

export type Merchant = {
  readonly name: string;
  /** The country that is meant when a guest names none, by locale or language. */
  readonly homeCountry: Readonly<Record<string, string>>;
  /** The language in which agents read hand-offs. */
  readonly agentLocale: string;
  readonly support: { readonly email: string; readonly phone: string; readonly hours: Hours };
  /** The shop's own system e-mails what was ordered. */
  readonly mailsReceipts: boolean;
  /** How many days what was said is kept. */
  readonly keepsDays: number;
  /** The shop's own site, as it is shown. */
  readonly site: string;
  /** What a recognised person without a link of their own may use: the household's account, or nothing. */
  readonly household: (typeof HOUSEHOLDS)[number];
  readonly limits: {
    /** The most of one product that can be ordered by voice. */
    readonly quantity: number;
    /** From this total a voice code is owed (purchase rules: 100 dollars); until then a person finishes the order. */
    readonly voiceCodeFrom: readonly Money[];
    /** The same goods within this time are asked about before they are ordered again. */
    readonly sameOrderMinutes: number;
    /** Alexa asks whom she recognises for the PIN of their own that she keeps, before our code. */
    readonly alexaPin: boolean;
  };
  /** Of orders, to whoever agreed to it. */
  readonly news: {
    /** Shoppers are asked once whether they want any; otherwise they have to ask for them. */
    readonly offers: boolean;
    readonly quiet: QuietHours;
    /** A speaker says unasked what was ordered; everybody in the room hears it. */
    readonly namesGoods: boolean;
  };
  /** What may be done about an order: shop/policy.json. */
  readonly policy: CarePolicy;
};

/** Where the shop's people are reached, as it is shown or read out. */
export function supportContact({ support }: Merchant): string {
  return `${support.email}, ${support.phone}`;
}

/** Whether this total needs a voice code; a currency without a limit always does. */
export function needsVoiceCode(total: Money, merchant: Merchant): boolean {
  const limit = merchant.limits.voiceCodeFrom.find((money) => money.currency === total.currency);
  return limit === undefined || total.minor >= limit.minor;
}
