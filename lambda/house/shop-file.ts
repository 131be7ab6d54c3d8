/** The only reader of shop/shop.json, and of what lies beside it: what one merchant sets, checked at start. */

import { dirname, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { CarePolicy } from '../services/care/policy';
import type { Merchant } from '../services/commerce/merchant';
import { SHOPS } from '../services/commerce/shop';
import { TRACKINGS } from '../services/commerce/tracking';
import type { Corrections } from '../vocabulary/goods';
import { languageOf } from '../vocabulary/locales';
import { written } from '../vocabulary/settings';
import { readCorrections } from './goods-files';
import { readBy } from './json-file';
import { money, readPolicy } from './policy-file';
import { meant } from './problems';

const ROOT = resolve(__dirname, '..', '..');

const byLanguage = z.record(z.string(), z.string().check(z.minLength(1)));

const timeOfDay = written(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time, like 09:00');
const locale = written(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a locale, like en-GB');

/** Unknown keys are refused: a misspelt limit must not be a limit that is not there. */
const shape = z.strictObject({
  name: z.string().check(z.minLength(1)),
  invocationName: byLanguage,
  /** Languages in which shoppers are greeted formally: ["it"] says "lei" where the greeting has such words. */
  formalIn: z._default(z.array(written(/^[a-z]{2,3}$/, 'a language, like it')), []),
  homeCountry: z.record(z.string(), z.string().check(z.regex(/^[A-Z]{2}$/, 'write a country, like IT'))),
  agentLocale: locale,
  /** Which system answers for what; what is left out is the one of SHOP, and no tracking. */
  systems: z._default(
    z.strictObject({
      orders: z.optional(z.enum(SHOPS)),
      rates: z.optional(z.enum(SHOPS)),
      tracking: z.optional(z.enum(TRACKINGS)),
    }),
    {},
  ),
  support: z.strictObject({
    email: z.email(),
    phone: z.string().check(z.minLength(3)),
    hours: z.strictObject({
      timeZone: z.string(),
      from: timeOfDay,
      to: timeOfDay,
      days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
    }),
  }),
  limits: z.strictObject({
    quantity: z.int().check(z.positive()),
    voiceCodeFrom: z.array(money),
    sameOrderMinutes: z.number().check(z.nonnegative()),
  }),
  /** The shop's own system e-mails what was ordered; otherwise Earshot does, where e-mail is set up. */
  mailsReceipts: z._default(z.boolean(), false),
  /** Days. Facts hold nothing personal and stay. */
  retention: z._default(
    z.strictObject({
      transcripts: z.number().check(z.positive()),
      handOffs: z.number().check(z.positive()),
      deliveries: z.number().check(z.positive()),
      received: z.number().check(z.minimum(7, 'write at least 7: webhooks are repeated for a week')),
      contacts: z.number().check(z.positive()),
      words: z._default(z.number().check(z.positive()), 7),
      conversations: z.number().check(z.positive()),
    }),
    { transcripts: 30, handOffs: 90, deliveries: 30, received: 14, contacts: 90, words: 7, conversations: 365 },
  ),
  urls: z.strictObject({
    site: z.url(),
    privacy: byLanguage,
    terms: byLanguage,
    icons: z.strictObject({ small: z.url(), large: z.url() }),
  }),
  /** Origins of the shop's own pages that may show the chat and call it, scheme, host and port. */
  webOrigins: z._default(
    z.array(z.string().check(z.regex(/^https?:\/\/[^/\s]+$/, 'write an origin, like https://shop.example'))),
    [],
  ),
  alexaSkillId: z.nullable(written(/^amzn1\.ask\.skill\./, 'the id Amazon gave, like amzn1.ask.skill.…, or null')),
  alexaLocales: z.array(written(/^[a-z]{2}-[A-Z]{2}$/, 'a locale, like en-GB')).check(z.minLength(1)),
});
/** With what lies beside it in `policy.json`, `goods.csv` and `kinds.csv`. */
export type ShopFile = z.infer<typeof shape> & { readonly policy: CarePolicy; readonly corrections: Corrections };

/** What a locale needs that Alexa is to speak: the models cannot be made without it. */
const shopFile = shape.check(
  z.superRefine(({ alexaLocales, homeCountry, urls }, { addIssue }) => {
    const missing = (path: readonly string[], what: string) =>
      addIssue({
        code: 'custom',
        path: [...path],
        message: `is missing; write ${what}, as alexaLocales has ${path.at(-1)}`,
      });
    for (const locale of alexaLocales) {
      const language = languageOf(locale);
      if (!homeCountry[locale]) missing(['homeCountry', locale], 'a country, like IT');
      if (!urls.privacy[language]) missing(['urls', 'privacy', language], 'an address');
      if (!urls.terms[language]) missing(['urls', 'terms', language], 'an address');
    }
  }),
);

const zonedShopFile = shopFile.check(
  z.superRefine(({ support }, { addIssue }) => {
    const zone = support.hours.timeZone;
    if (isZone(zone)) return;
    const near = meant(zone, Intl.supportedValuesOf('timeZone'));
    const message = `"${zone}" is no time zone; write one like Europe/Rome${near}`;
    addIssue({ code: 'custom', path: ['support', 'hours', 'timeZone'], message });
  }),
);

const FILE = join(ROOT, 'shop', 'shop.json');

/** Throws `ConfigError` with the file and the place in it. */
export function readShopFile(file: string = FILE): ShopFile {
  return { ...readBy(zonedShopFile, file), ...readBeside(file) };
}

/** The file in a bundle, whose time zone was checked when it was built: the first look at zones costs a cold start. */
export function readBuiltShopFile(): ShopFile {
  return { ...readBy(shopFile, FILE), ...readBeside(FILE) };
}

function readBeside(file: string): Pick<ShopFile, 'policy' | 'corrections'> {
  const folder = dirname(file);
  return { policy: readPolicy(join(folder, 'policy.json')), corrections: readCorrections(folder) };
}

export function merchantOf(shop: ShopFile): Merchant {
  const { urls, retention, ...told } = shop;
  const { name, homeCountry, agentLocale, support, limits, mailsReceipts, policy } = told;
  const keepsDays = retention.transcripts;
  return { name, homeCountry, agentLocale, support, limits, mailsReceipts, keepsDays, site: urls.site, policy };
}

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
