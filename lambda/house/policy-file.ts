/** The only reader of shop/policy.json: what may be done about an order. Every setting has a default, and the file may be absent. */

import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import {
  type CarePolicy,
  DELIVERY_TROUBLES,
  type DeliveryTrouble,
  REMEDIES,
  type Remedy,
} from '../services/care/policy';
import { readBy } from './json-file';

export const money = z.object({
  minor: z.int().check(z.positive()),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'write a currency, like EUR')),
});

const days = z.int().check(z.positive());
const oneLimit = z.array(money).check(z.refine(hasNoTwice, 'list each currency once'));

function hasNoTwice(limits: readonly { readonly currency: string }[]): boolean {
  return new Set(limits.map(({ currency }) => currency)).size === limits.length;
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
  z.maxLength(2, 'list at most two: more cannot be kept in mind by ear'),
  z.refine((all) => new Set(all).size === all.length, 'list each remedy once'),
);

const limits = z.strictObject({ perOrder: z._default(oneLimit, []), perShopperAMonth: z._default(oneLimit, []) });

/** Unknown keys are refused: a misspelt limit must not be a limit that is not there. */
const policy = z.strictObject({
  cancel: z.prefault(z.strictObject({ undoMinutes: z._default(z.int().check(z.gte(1), z.lte(60)), 2) }), {}),
  return: z.prefault(z.strictObject({ days: z._default(days, 30) }), {}),
  report: z.prefault(z.strictObject({ days: perTrouble(days, REPORT_DAYS) }), {}),
  /** Without a limit in a currency nothing is given in it by oneself: by the bot, by a person who is no admin. */
  bot: z.prefault(limits, {}),
  agent: z.prefault(limits, {}),
  offers: perTrouble(offers, OFFERS),
  coupon: z.prefault(
    z.strictObject({
      after: z._default(z.array(z.enum(DELIVERY_TROUBLES)), []),
      worth: z._default(oneLimit, []),
      days: z._default(days, 90),
    }),
    {},
  ),
});

/** What holds where nothing is set. */
export function defaultPolicy(): CarePolicy {
  return policy.parse({});
}

/** Throws `ConfigError` with the file and the place in it. */
export function readPolicy(file: string): CarePolicy {
  return existsSync(file) ? readBy(policy, file) : defaultPolicy();
}
