/** The values a reply may state, and therefore what every language can say. Data only, no behaviour. */

import type { IntentName } from './intents';

/** An amount in integer minor units (cents; yen for JPY) and its ISO 4217 currency. Never add across currencies. */
export type Money = { readonly minor: number; readonly currency: string };

/** A calendar day, `YYYY-MM-DD`, meant in the time zone of the delivery address. */
export type PlainDate = `${number}-${number}-${number}`;

/** How somebody agreed to be called; null: by the first name that the shop's account has, which is kept nowhere else. */
export type Called = { readonly name: string | null };

/** When something is told that was asked for: once goods are in stock again, or at a visit on that day or later. */
export type ToldWhen = 'back' | PlainDate;

/** Milliseconds since the epoch. */
export type Instant = number;

/** Units as Intl names them. */
export type PackUnit = 'gram' | 'kilogram' | 'ounce' | 'pound' | 'milliliter' | 'liter' | 'fluid-ounce' | 'meter';

/** How a product is packed: `{ kind: 'bag', size: { amount: 250, unit: 'gram' } }` or 80 capsules in a box. */
export type Pack = {
  readonly kind: 'bag' | 'bottle' | 'box' | 'can' | 'carton' | 'jar' | 'pack' | 'roll' | 'tube' | 'tub' | 'piece';
  /** Of one piece, where `pieces` is there too: six bottles of 1.5 litres. */
  readonly size?: { readonly amount: number; readonly unit: PackUnit };
  /** How many pieces a pack holds, when that is what people count. */
  readonly pieces?: number;
};

/** A product as the shop calls it. Only `language/` makes speakable words of it. */
export type ProductName = {
  /** The shop's own long title, in the language of the turn where the shop has it. */
  readonly title: string;
  /** What the merchant wants said instead of the title; at most 7 words. */
  readonly voiceTitle?: string;
  readonly pack?: Pack;
  /** What sets it apart from its sisters, said only where a sister is meant too; the telling first. */
  readonly options?: readonly GoodOption[];
};

/** One of what a product comes in: `{ role: 'size', value: 'M' }`. The value is the shop's own word. */
export type GoodOption = {
  readonly role: 'size' | 'colour' | 'grind' | 'scent' | 'flavour' | 'strength' | 'brand' | 'detail';
  readonly value: string;
};

/** What something is paid with, by what its bank calls it and at most the last four digits; never a number that could be used. */
export type MeansLabel = {
  readonly kind: 'card' | 'account' | 'wallet';
  readonly name: string;
  /** At most four digits; empty: it has none. */
  readonly last: string;
};

/** A closed set of value kinds: what a reply may carry, and therefore what every language must be able to say. */
export type Value =
  /** A proper name (seller, first name, address label, carrier). Escaped, never inflected. */
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'money'; readonly money: Money }
  /** A day seen from `today` (both in the delivery address's zone): said as "tomorrow", "on Tuesday", "on 3 March". */
  | { readonly type: 'day'; readonly day: PlainDate; readonly today: PlainDate }
  /** Two days as a range: "between Tuesday and Thursday"; equal days are said as one. */
  | { readonly type: 'days'; readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate }
  /** A whole week, month or year that is over or goes on: "last month", "in October", "in 2025"; else as a range. */
  | { readonly type: 'period'; readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate }
  /** A local time window, minutes after midnight: "between two and four in the afternoon"; of no length: "at nine". */
  | { readonly type: 'window'; readonly from: number; readonly to: number }
  /** From when to when somebody is there, in minutes after midnight: "from nine to six"; `to` null: "from nine". */
  | { readonly type: 'hours'; readonly from: number; readonly to: number | null }
  /** How old something is, in minutes: "ten minutes ago", "this morning". */
  | { readonly type: 'age'; readonly minutes: number }
  /** How long something takes, in days, rounded as people do: "four weeks"; a term that is set is exact: "28 days". */
  | { readonly type: 'span'; readonly days: number; readonly isExact?: true }
  /** How often something happens, in days: "every three weeks". */
  | { readonly type: 'rhythm'; readonly days: number }
  | { readonly type: 'product'; readonly product: ProductName }
  /** A product with how many and how large: "Bella Roma ground coffee, two bags of 250 grams". */
  | { readonly type: 'amount'; readonly product: ProductName; readonly quantity: number }
  /** An order, said by its first product and the day it was placed; its number is shown, never spoken. */
  | {
      readonly type: 'order';
      readonly number: string;
      readonly product: ProductName;
      /** Lines besides the first. */
      readonly others: number;
      readonly placed: PlainDate;
      readonly today: PlainDate;
    }
  /** At most four digits, said one by one: a reference. `full` is what is shown. */
  | { readonly type: 'digits'; readonly digits: string; readonly full: string }
  /** Where something is delivered: `home` and `work` have words of their own, else the shopper's own label. */
  | { readonly type: 'place'; readonly label: string }
  /** A country or region, ISO 3166-1 alpha-2, said by its name in the language. */
  | { readonly type: 'country'; readonly code: string }
  /** Money by its name alone; an ISO 4217 code. */
  | { readonly type: 'currency'; readonly code: string }
  /** What an intent is for, as one of several things to choose from: "find an order". */
  | { readonly type: 'topic'; readonly intent: IntentName }
  /** What can be done about a bad delivery: "send a new one", "refund 18 euros". */
  | {
      readonly type: 'remedy';
      readonly remedy: 'resend' | 'refund' | 'return' | 'wait';
      readonly amount: Money;
      readonly pieces: number;
    }
  /** What something is paid with: "the Larkspur card ending in 4 2 4 2". */
  | { readonly type: 'means'; readonly means: MeansLabel }
  /** Shown on screens only; its spoken form is empty, so no sentence may depend on it. Links, addresses, numbers. */
  | { readonly type: 'shown'; readonly text: string }
  /**
   * What a person wrote (`of`: by its id), a page of it, read aloud as far as an ear can use it: links and codes stay on the
   * phone. `own`: numbers of the shopper's orders.
   */
  | {
      readonly type: 'quote';
      readonly text: string;
      readonly of?: string;
      readonly own?: readonly string[];
      readonly taken?: TakenFrom;
    }
  /** A code, a number or an address, spelt slowly; as it is written on a screen. */
  | { readonly type: 'spelling'; readonly text: string; readonly taken?: TakenFrom }
  /** A telephone number of the shopper's, in groups: it is kept only sealed, and says nothing while it is. */
  | { readonly type: 'phone'; readonly number: string }
  /** What the shop has written itself: made for the ear, and as it is shown. */
  | { readonly type: 'passage'; readonly voice: string; readonly text: string }
  /** `more`: to choose from, and the sentence goes on with how many others there are. */
  | { readonly type: 'list'; readonly items: readonly Value[]; readonly join: 'and' | 'or' | 'more' };

/**
 * What lies sealed in the line of a person is named by it, and said as it was written: of a quote all that was taken out
 * from this place on, of a spelling what stands there of what no ear can note down.
 */
export type TakenFrom = { readonly line: string; readonly at: number };

export type ValueType = Value['type'];

export type ValueOf<T extends ValueType> = Extract<Value, { type: T }>;

export type Values = Readonly<Record<string, Value>>;

/** JSON that survives the store. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
