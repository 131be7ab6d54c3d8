/** The only reader of shop/shop.json, and of what lies beside it: what one merchant sets, checked at start. */

import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { CarePolicy } from '../services/care/policy';
import { HOUSEHOLDS, type Merchant } from '../services/commerce/merchant';
import { SHOPS } from '../services/commerce/shop';
import { TRACKINGS } from '../services/commerce/tracking';
import type { Corrections } from '../vocabulary/goods';
import { languageOf } from '../vocabulary/locales';
import { addressIn, MAIL_ADDRESS, plainText, webPage, written } from '../vocabulary/settings';
import { deskReplies } from './desk-replies-file';
import { ROOT } from './environment';
import { readCorrections } from './goods-files';
import { readBy } from './json-file';
import { isCountry, isLocale, isZone } from './known';
import { limitsShape } from './limits-shape';
import { newsShape, timeOfDay } from './news-shape';
import { readPolicy } from './policy-file';
import { meant } from './problems';

const language = written(/^[a-z]{2,3}$/, 'a language, like it');
/** By language, or by locale where a region differs. */
const byLanguage = <T extends z.ZodMiniType>(one: T) =>
  z.record(written(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language, like it'), one);
const page = webPage('https://shop.example/privacy');
/** As long as anybody may have to keep anything. */
const retained = z.number().check(z.positive(), z.maximum(36_500));
const each = z.refine<readonly unknown[]>((all) => new Set(all).size === all.length, 'list each once');

/** Of every year, or of one; a day there is in some year. */
const holiday = written(/^(\d{4}-)?\d\d-\d\d$/, 'a day, like 12-25 or 2027-03-29').check(
  z.refine((day) => isDay(day.length > 5 ? day : `2000-${day}`), 'write a day there is, like 12-25'),
);

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

const locale = written(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a locale, like en-GB');

/** Unknown keys are refused: a misspelt limit must not be a limit that is not there. */
const shape = z.strictObject({
  name: plainText('the name of the shop'),
  invocationName: byLanguage(
    written(
      /^(?=.{2,50}$)\p{Ll}[\p{Ll}\p{M}' .]*[\p{Ll}\p{M}.]$/u,
      'small letters, as people say it, like corner shop',
    ),
  ),
  /** Languages in which shoppers are greeted formally: ["it"] says "lei" where the greeting has such words. */
  formalIn: z._default(z.array(language).check(each), []),
  /** Languages in which shoppers are addressed like friends: ["de"] says "du", where `familiar.json` has such words. */
  familiarIn: z._default(z.array(language).check(each), []),
  homeCountry: z.record(locale, written(/^[A-Z]{2}$/, 'a country, like IT')),
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
    email: written(MAIL_ADDRESS, 'an e-mail address, like care@shop.example'),
    phone: written(/^(?=(?:\D*\d){5,15}\D*$)\+?[\d ()./-]{5,30}$/, 'a telephone number, like +44 20 7946 0123'),
    hours: z.strictObject({
      timeZone: written(/^[\w+/-]{1,60}$/, 'a time zone, like Europe/Rome'),
      from: timeOfDay,
      to: timeOfDay,
      days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).check(each),
      /** Nobody is there on these: "12-25" of every year, "2027-03-29" of one. */
      holidays: z._default(z.array(holiday).check(each), []),
    }),
  }),
  /** What the team writes often, by language: offered at the desk beside what the shop has written for its shoppers. */
  deskReplies: z._default(byLanguage(deskReplies), {}),
  /** Whether a voice that Alexa recognises, and that has no link of its own, uses the household's account. */
  household: z._default(z.enum(HOUSEHOLDS), 'shared'),
  limits: limitsShape,
  /** The shop's own system e-mails what was ordered; otherwise Earshot does, where e-mail is set up. */
  mailsReceipts: z._default(z.boolean(), false),
  news: newsShape,
  /** Days. Facts hold nothing personal and stay. */
  retention: z._default(
    z.strictObject({
      transcripts: retained,
      handOffs: retained,
      deliveries: retained,
      received: retained.check(z.minimum(7, 'write at least 7: webhooks are repeated for a week')),
      contacts: retained,
      words: z._default(retained, 7),
      record: z._default(retained, 365),
      conversations: retained,
    }),
    {
      transcripts: 30,
      handOffs: 90,
      deliveries: 30,
      received: 14,
      contacts: 90,
      words: 7,
      record: 365,
      conversations: 365,
    },
  ),
  urls: z.strictObject({
    site: page,
    privacy: byLanguage(page),
    terms: byLanguage(page),
    icons: z.strictObject({ small: page, large: page }),
  }),
  /** Origins of the shop's own pages that may show the chat and call it, scheme, host and port. */
  webOrigins: z._default(
    z
      .array(
        z
          .string()
          .check(z.refine((text) => addressIn(text)?.origin === text, 'write an origin, like https://shop.example')),
      )
      .check(each),
    [],
  ),
  alexaSkillId: z.nullable(
    written(/^amzn1\.ask\.skill\.[\w-]{1,80}$/, 'the id Amazon gave, like amzn1.ask.skill.…, or null'),
  ),
  alexaLocales: z.array(written(/^[a-z]{2}-[A-Z]{2}$/, 'a locale, like en-GB')).check(z.minLength(1), each),
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

const HOURS = ['support', 'hours'];

/** What is to be looked up: the first look at the names of the world costs a cold start. */
const knownShopFile = shopFile.check(
  z.superRefine(({ support, agentLocale, formalIn, familiarIn, invocationName, homeCountry }, { addIssue }) => {
    const wrong = (path: readonly string[], message: string) => addIssue({ code: 'custom', path: [...path], message });
    const { timeZone, from, to } = support.hours;
    if (!isZone(timeZone)) {
      const near = meant(timeZone, Intl.supportedValuesOf('timeZone'));
      wrong([...HOURS, 'timeZone'], `"${timeZone}" is no time zone; write one like Europe/Rome${near}`);
    }
    // Written with zeroes, times sort as texts do.
    if (from >= to) wrong([...HOURS, 'to'], 'write a time after "from": nobody would ever be there');
    const named = [...formalIn, ...familiarIn, ...Object.keys(invocationName), ...Object.keys(homeCountry)];
    for (const one of [agentLocale, ...named])
      if (!isLocale(one)) wrong([], `"${one}" is no language anybody speaks; write one like en or en-GB`);
    for (const [one, country] of Object.entries(homeCountry))
      if (!isCountry(country)) wrong(['homeCountry', one], `"${country}" is no country; write one like IT`);
  }),
);

const FILE = join(ROOT, 'shop', 'shop.json');

/** Throws `ConfigError` with the file and the place in it. */
export function readShopFile(file: string = FILE): ShopFile {
  return { ...readBy(knownShopFile, file), ...readBeside(file) };
}

/** The file in a bundle, whose names were looked up when it was built. */
export function readBuiltShopFile(): ShopFile {
  return { ...readBy(shopFile, FILE), ...readBeside(FILE) };
}

function readBeside(file: string): Pick<ShopFile, 'policy' | 'corrections'> {
  const folder = dirname(file);
  return { policy: readPolicy(join(folder, 'policy.json')), corrections: readCorrections(folder) };
}

export function merchantOf(shop: ShopFile): Merchant {
  const { urls, retention, ...told } = shop;
  const { name, homeCountry, agentLocale, support, household, limits, mailsReceipts, news, policy } = told;
  const keepsDays = retention.transcripts;
  const site = urls.site;
  return { name, homeCountry, agentLocale, support, household, limits, mailsReceipts, news, keepsDays, site, policy };
}
