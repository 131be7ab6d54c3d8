/** `npm run shop -- language de`: asks for what shop.json has to say of a language, checks it and writes it. */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCountry } from '../lambda/house/known';
import { readShopFile } from '../lambda/house/shop-file';
import { readWords } from '../lambda/language/hearing/word-files';
import { addressIn } from '../lambda/vocabulary/settings';
import type { Asking } from './lines-of';
import { lintInvocation } from './locales/invocation-lint';
import { asJsonText } from './locales/json-text';
import { languageOf, type ShopSettings } from './locales/source';

type Wanted = {
  readonly question: string;
  /** What an empty line means; null: there has to be an answer. */
  readonly usual: string | null;
  /** What is wrong with an answer; null: nothing. */
  wrong(answer: string): string | null;
};

/** Whether it was written. Nothing is, unless everything is right. */
export async function setUpLanguage(file: string, language: string, asking: Asking): Promise<boolean> {
  const before = readFileSync(file, 'utf8');
  const shop = JSON.parse(before) as ShopSettings;
  const { urls } = shop;
  const locale = await answerTo(localeOf(shop, language), asking);
  if (locale === null) return false;
  const isSpoken = locale !== ONLY_WRITTEN;
  const invocation = await answerTo(invocationFor(shop, language), asking);
  const country = isSpoken ? await answerTo(countryOf(shop, locale), asking) : '';
  const privacy = await answerTo(addressOf('its privacy page', urls.privacy[language]), asking);
  const terms = await answerTo(addressOf('its terms', urls.terms[language]), asking);
  if (invocation === null || country === null || privacy === null || terms === null) return false;
  const spoken = isSpoken
    ? {
        homeCountry: { ...shop.homeCountry, [locale]: country },
        alexaLocales: [...new Set([...shop.alexaLocales, locale])],
      }
    : {};
  const after = {
    ...shop,
    invocationName: { ...shop.invocationName, [language]: invocation },
    urls: { ...urls, privacy: { ...urls.privacy, [language]: privacy }, terms: { ...urls.terms, [language]: terms } },
    ...spoken,
  };
  writeChecked(file, asJsonText(after, before));
  const next = isSpoken ? '; now run: npm run locales models' : '';
  asking.write(`shop.json knows ${language}${next}`);
  return true;
}

/** Whatever the house would refuse at its start leaves the file as it was. */
function writeChecked(file: string, text: string): void {
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, text);
    readShopFile(beside);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Asks until the answer is right; null: nobody answers any more. */
async function answerTo({ question, usual, wrong }: Wanted, { read, write }: Asking): Promise<string | null> {
  for (;;) {
    write(usual === null ? `${question}:` : `${question} [${usual}]:`);
    const typed = await read();
    if (typed === null) return null;
    const answer = typed === '' ? (usual ?? '') : typed;
    const problem = wrong(answer);
    if (problem === null) return answer;
    write(`  ${problem}`);
  }
}

const ONLY_WRITTEN = 'no';
/** One of each of Alexa's languages, as an example. Source: Amazon's list of supported locales. */
const ALEXAS = ['ar-SA', 'de-DE', 'en-GB', 'es-ES', 'fr-FR', 'hi-IN', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR'];

function localeOf({ alexaLocales }: ShopSettings, language: string): Wanted {
  return {
    question: `Which of Alexa's locales speaks it, like ${ALEXAS.find((locale) => languageOf(locale) === language) ?? 'en-GB'}; "${ONLY_WRITTEN}": it is only written`,
    usual: alexaLocales.find((locale) => languageOf(locale) === language) ?? ONLY_WRITTEN,
    wrong(answer) {
      const isLocale = /^[a-z]{2}-[A-Z]{2}$/.test(answer) && languageOf(answer) === language;
      return answer === ONLY_WRITTEN || isLocale ? null : `"${answer}" is no locale of ${language}`;
    },
  };
}

/** Of a language nobody wrote a word of yet, none. */
const NO_WORDS = { reserved: [], articles: [] };

function invocationFor(shop: ShopSettings, language: string): Wanted {
  const words = readWords(join(__dirname, '../locales'), language)?.invocation ?? NO_WORDS;
  return {
    question: 'How it is opened by voice or in a chat',
    usual: shop.invocationName[language] ?? shop.name.toLowerCase(),
    wrong: (answer) => lintInvocation(answer, { shop, words })[0] ?? null,
  };
}

function countryOf({ homeCountry }: ShopSettings, locale: string): Wanted {
  return {
    question: 'The country most of its shoppers live in',
    usual: homeCountry[locale] ?? locale.slice(-2),
    wrong: (answer) =>
      /^[A-Z]{2}$/.test(answer) && isCountry(answer) ? null : `"${answer}" is no country; write one like DE`,
  };
}

function addressOf(what: string, known: string | undefined): Wanted {
  return {
    question: `The address of ${what} in that language`,
    usual: known ?? null,
    wrong: (answer) =>
      addressIn(answer)?.protocol === 'https:'
        ? null
        : `"${answer}" is no address; write one like https://shop.example/privacy`,
  };
}
