/** Reads what a language's folder and the shop's settings say, for the model, the manifest and the checks. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentences } from '../../lambda/language/hearing/sentences';
import { localeFile, readSentences, readWords } from '../../lambda/language/hearing/word-files';
import type { Words } from '../../lambda/language/hearing/words';
import { jsonFile } from '../../lambda/language/locales/json-file';
import type { Pace } from '../../lambda/language/speech/seconds';

/** The language all others are measured by. */
export const MEASURE = 'en';

export type LanguageInfo = {
  readonly name: string;
  readonly status: 'draft' | 'complete';
  /** `locales pace` writes it. */
  readonly pace?: Pace;
};

/** The store page of a language. `{{shop}}`, `{{invocation}}` and `{{voiceCodeFrom}}` are filled in. */
export type Listing = {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** What Amazon's app calls the button that links an account: the description leads there. */
  readonly linking: string;
  readonly examplePhrases: readonly string[];
  readonly keywords: readonly string[];
  readonly updates: string;
  readonly testingInstructions: string;
};

export type ShopSettings = {
  readonly name: string;
  readonly invocationName: Readonly<Record<string, string>>;
  readonly limits: {
    readonly voiceCodeFrom: readonly { readonly minor: number; readonly currency: string }[];
    readonly alexaPin?: boolean;
  };
  readonly urls: {
    readonly site: string;
    readonly privacy: Readonly<Record<string, string>>;
    readonly terms: Readonly<Record<string, string>>;
    readonly icons: { readonly small: string; readonly large: string };
  };
  readonly homeCountry: Readonly<Record<string, string>>;
  readonly alexaLocales: readonly string[];
};

/** Where everything lies; tests point it at a copy. */
export type Place = { readonly root: string };

export function localesOf(place: Place): string {
  return join(place.root, 'locales');
}

/** As the skill may offer it: what Alexa is to speak, without the languages that are still drafts. */
export function readShop(place: Place): ShopSettings {
  const shop = readShopAsWritten(place);
  const isOffered = (locale: string) => readLanguage(place, languageOf(locale)).status !== 'draft';
  return { ...shop, alexaLocales: shop.alexaLocales.filter(isOffered) };
}

export function readShopAsWritten(place: Place): ShopSettings {
  return JSON.parse(readFileSync(join(place.root, 'shop/shop.json'), 'utf8')) as ShopSettings;
}

export function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

export type Source = {
  readonly sentences: Sentences;
  readonly words: Words;
  readonly listing: Listing;
  readonly speech: unknown;
};

/** Throws when one of the files is missing or not whole. */
export function readSource(place: Place, locale: string): Source {
  const directory = localesOf(place);
  const there = <T>(file: string, found: T | undefined): T => {
    if (found === undefined) throw new Error(`There is no ${file} for ${locale}`);
    return found;
  };
  const json = (file: string): unknown => {
    const path = localeFile(directory, locale, file);
    return there(file, path === undefined ? undefined : jsonFile(path));
  };
  return {
    sentences: there('sentences.json', readSentences(directory, locale)),
    words: there('words.json', readWords(directory, locale)),
    // `locales check` looks at it word by word.
    listing: json('listing.json') as Listing,
    speech: json('speech.json'),
  };
}

/** A draft is offered to nobody. */
export function readLanguage(place: Place, language: string): LanguageInfo {
  const path = join(localesOf(place), language, 'language.json');
  if (!existsSync(path)) return { name: language, status: 'complete' };
  return JSON.parse(readFileSync(path, 'utf8')) as LanguageInfo;
}

/** What is paid in where Alexa's locales are at home and the euro is not, and beside them. */
const PAID_IN: Readonly<Record<string, string>> = {
  ...{ AU: 'AUD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CZ: 'CZK', DK: 'DKK', GB: 'GBP', HU: 'HUF', IN: 'INR', JP: 'JPY' },
  ...{ MX: 'MXN', NO: 'NOK', NZ: 'NZD', PL: 'PLN', RO: 'RON', SA: 'SAR', SE: 'SEK', US: 'USD' },
};

/** The amount from which orders want a code, in the currency of the locale's home country, as people write it. */
function voiceCodeFrom(shop: ShopSettings, locale: string): string {
  const currency = PAID_IN[shop.homeCountry[locale] ?? ''] ?? 'EUR';
  const limit = shop.limits.voiceCodeFrom.find((one) => one.currency === currency) ?? shop.limits.voiceCodeFrom[0];
  if (!limit) return '';
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: limit.currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(limit.minor / 10 ** maximumFractionDigits).replace(/\u00a0/g, ' ');
}

/** Fills a text of the listing for one locale. */
export function fillFor(shop: ShopSettings, locale: string): (text: string) => string {
  const known: Readonly<Record<string, string>> = {
    shop: shop.name,
    invocation: invocationOf(shop, locale),
    voiceCodeFrom: voiceCodeFrom(shop, locale),
  };
  return (text) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => known[name] ?? whole);
}

export function invocationOf(shop: ShopSettings, locale: string): string {
  return shop.invocationName[locale] ?? shop.invocationName[languageOf(locale)] ?? shop.name.toLowerCase();
}
