/** The only reader of shop/policy.json: what may be done about an order. Every setting has a default, and the file may be absent. */

import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import {
  type CarePolicy,
  DELIVERY_TROUBLES,
  type DeliveryTrouble,
  limitIn,
  REMEDIES,
  type Remedy,
} from '../services/care/policy';
import { readBy } from './json-file';
import { isCurrency } from './known';

const money = z.strictObject({
  minor: z.int().check(z.positive(), z.maximum(1_000_000_000)),
  currency: z.string().check(z.refine(isCurrency, 'write a currency, like EUR')),
});

const days = z.int().check(z.positive(), z.maximum(3_650));
export const oneLimit = z.array(money).check(z.refine(hasNoTwice, 'list each currency once'));

function hasNoTwice(limits: readonly { readonly currency: string }[]): boolean {
  return new Set(limits.map(({ currency }) => currency)).size === limits.length;
}

function isEachOnce(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}

/** Days after delivery in which a trouble is put right without asking a person. */
const REPORT_DAYS: Readonly<Record<DeliveryTrouble, number>> = {
  damaged: 14,
  defective: 60,
  spoiled: 7,
  missing: 14,
  wrong: 30,
  late: 30,
  lost: 30,
};

const OFFERS: Readonly<Record<DeliveryTrouble, readonly Remedy[]>> = {
  damaged: ['resend', 'refund'],
  defective: ['resend', 'refund'],
  spoiled: ['refund', 'resend'],
  missing: ['resend', 'refund'],
  wrong: ['resend', 'return'],
  late: ['wait', 'refund'],
  lost: ['resend', 'refund'],
};

/** The same setting for each trouble; those that are left out are as they are by default. */
function perTrouble<T>(setting: z.ZodMiniType<T>, defaults: Readonly<Record<DeliveryTrouble, T>>) {
  const each = (one: DeliveryTrouble) => z._default(setting, defaults[one] as never);
  return z.prefault(
    z.strictObject({
      damaged: each('damaged'),
      defective: each('defective'),
      spoiled: each('spoiled'),
      missing: each('missing'),
      wrong: each('wrong'),
      late: each('late'),
      lost: each('lost'),
    }),
    {},
  );
}

const offers = z.array(z.enum(REMEDIES)).check(
  z.refine((all) => all.length <= 2, 'list at most two: more cannot be kept in mind by ear'),
  z.refine(isEachOnce, 'list each remedy once'),
);

/** Without both of them in a currency nothing is given in it, which nobody means who wrote one. */
const limits = z
  .strictObject({ perOrder: z._default(oneLimit, []), perShopperAMonth: z._default(oneLimit, []) })
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    for (const [from, to] of [
      ['perOrder', 'perShopperAMonth'],
      ['perShopperAMonth', 'perOrder'],
    ] as const) {
      const lacking = value[from].filter(({ currency }) => limitIn(value[to], currency) === 0);
      for (const { currency } of lacking)
        issues.push({ code: 'custom', input: value[to], path: [to], message: `list a limit in ${currency}, too` });
    }
  });

/** Unknown keys are refused: a misspelt limit must not be a limit that is not there. */
const settings = z.strictObject({
  cancel: z.prefault(z.strictObject({ undoMinutes: z._default(z.int().check(z.gte(1), z.lte(60)), 2) }), {}),
  return: z.prefault(z.strictObject({ days: z._default(days, 30) }), {}),
  report: z.prefault(z.strictObject({ days: perTrouble(days, REPORT_DAYS) }), {}),
  /** Without a limit in a currency nothing is given in it by oneself: by the bot, by a person who is no admin. */
  bot: z.prefault(limits, {}),
  agent: z.prefault(limits, {}),
  offers: perTrouble(offers, OFFERS),
  coupon: z.prefault(
    z.strictObject({
      after: z._default(z.array(z.enum(DELIVERY_TROUBLES)).check(z.refine(isEachOnce, 'list each trouble once')), []),
      worth: z._default(oneLimit, []),
      days: z._default(days, 90),
    }),
    {},
  ),
});

/** A coupon that the bot may not give, or that is worth nothing, is a promise nobody keeps. */
const policy = settings.check(({ value: { coupon, bot }, issues }) => {
  const wrong = (message: string) =>
    issues.push({ code: 'custom', input: coupon.worth, path: ['coupon', 'worth'], message });
  if (issues.length > 0 || coupon.after.length === 0) return;
  if (coupon.worth.length === 0) wrong('list what a coupon is worth, as "after" says when one is given');
  const dear = coupon.worth.filter(({ minor, currency }) => minor > limitIn(bot.perOrder, currency));
  for (const { currency } of dear) wrong(`is more than bot.perOrder lets the bot give in ${currency}`);
});

/** What holds where nothing is set. */
export function defaultPolicy(): CarePolicy {
  return policy.parse({});
}

/** Throws `ConfigError` with the file and the place in it. */
export function readPolicy(file: string): CarePolicy {
  return existsSync(file) ? readBy(policy, file) : defaultPolicy();
}
