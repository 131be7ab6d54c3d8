/** `npm run shop -- language de`: asks for what shop.json has to say of a language, checks it and writes it. */

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isCountry } from '../lambda/house/known';
import { readShopFile } from '../lambda/house/shop-file';
import { readWords } from '../lambda/language/hearing/word-files';
import { addressIn } from '../lambda/vocabulary/settings';
import type { Asking } from './lines-of';
import { lintInvocation } from './locales/invocation-lint';
import { asJsonText } from './locales/json-text';
import { languageOf, localesOf, type Place, readLanguage, type ShopSettings } from './locales/source';

type Wanted = {
  readonly question: string;
  /** What an empty line means; null: there has to be an answer. */
  readonly usual: string | null;
  /** What is wrong with an answer; null: nothing. */
  wrong(answer: string): string | null;
};

/** Whether it was written. Nothing is, unless everything is right. Throws for a language that has no folder. */
export async function setUpLanguage(file: string, language: string, asking: Asking): Promise<boolean> {
  const place: Place = { root: join(dirname(file), '..') };
  if (!existsSync(join(localesOf(place), language)))
    throw new Error(`there is no locales/${language}/; npm run locales add ${language} "<name>" begins one`);
  const before = readFileSync(file, 'utf8');
  const shop = JSON.parse(before) as ShopSettings;
  const { urls } = shop;
  const locale = await localeFor(shop, language, asking);
  if (locale === null) return false;
  const isSpoken = locale !== ONLY_WRITTEN;
  const at = isSpoken ? locale : language;
  const invocation = await answerTo(invocationFor(shop, { place, language }), asking);
  const country = await answerTo(countryOf(shop, at, isSpoken), asking);
  const privacy = await answerTo(addressOf('its privacy page', urls.privacy[language]), asking);
  const terms = await answerTo(addressOf('its terms', urls.terms[language]), asking);
  if (invocation === null || country === null || privacy === null || terms === null) return false;
  const { [at]: _before, ...elsewhere } = shop.homeCountry;
  const after = {
    ...shop,
    invocationName: { ...shop.invocationName, [language]: invocation },
    homeCountry: country === NO ? elsewhere : { ...shop.homeCountry, [at]: country },
    urls: { ...urls, privacy: { ...urls.privacy, [language]: privacy }, terms: { ...urls.terms, [language]: terms } },
    ...(isSpoken ? { alexaLocales: [...new Set([...shop.alexaLocales, locale])] } : {}),
  };
  writeChecked(file, asJsonText(after, before));
  asking.write(`shop.json knows ${language}${nextStep(place, language, isSpoken)}`);
  return true;
}

/** The models of a draft are made by nobody. */
function nextStep(place: Place, language: string, isSpoken: boolean): string {
  if (readLanguage(place, language).status === 'draft')
    return `; it is a draft, which shoppers are not offered until "status" in locales/${language}/language.json is "complete"`;
  return isSpoken ? '; now run: npm run locales models' : '';
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

const NO = 'no';
const ONLY_WRITTEN = NO;
/** Source: Amazon's list of the locales a skill may have. */
const ALEXAS = [
  ...['ar-SA', 'de-DE', 'en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US', 'es-ES', 'es-MX', 'es-US', 'fr-CA', 'fr-FR'],
  ...['hi-IN', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR'],
];
const WRITTEN_MEANS = 'shoppers write in it, in the chat and by message, and nobody speaks it with Alexa';

/** null: nobody answers. Where Alexa has no locale of the language there is nothing to ask. */
async function localeFor(shop: ShopSettings, language: string, asking: Asking): Promise<string | null> {
  if (ALEXAS.some((locale) => languageOf(locale) === language)) return answerTo(localeOf(shop, language), asking);
  asking.write(`Alexa does not speak ${language}, so it is only written: ${WRITTEN_MEANS}.`);
  return ONLY_WRITTEN;
}

function localeOf({ alexaLocales }: ShopSettings, language: string): Wanted {
  const own = ALEXAS.filter((locale) => languageOf(locale) === language);
  return {
    question: `Which of Alexa's locales speaks it: ${own.join(', ')}; "${ONLY_WRITTEN}": it is only written, which means that ${WRITTEN_MEANS}`,
    usual: alexaLocales.find((locale) => languageOf(locale) === language) ?? ONLY_WRITTEN,
    wrong: (answer) =>
      answer === ONLY_WRITTEN || own.includes(answer)
        ? null
        : `"${answer}" is no locale of Alexa's for ${language}; write ${own.join(' or ')}, or "${ONLY_WRITTEN}" if it is only written`,
  };
}

/** Of a language nobody wrote a word of yet, none. */
const NO_WORDS = { reserved: [], articles: [] };

type Of = { readonly place: Place; readonly language: string };

function invocationFor(shop: ShopSettings, { place, language }: Of): Wanted {
  const words = readWords(localesOf(place), language)?.invocation ?? NO_WORDS;
  return {
    question: 'How it is opened by voice or in a chat',
    usual: shop.invocationName[language] ?? shop.name.toLowerCase(),
    wrong: (answer) => lintInvocation(answer, { shop, words })[0] ?? null,
  };
}

/** Alexa's manifest names a country of each locale; whoever writes as a guest can be asked for theirs instead. */
function countryOf({ homeCountry }: ShopSettings, at: string, isNeeded: boolean): Wanted {
  const likely = new Intl.Locale(at).maximize().region ?? '';
  const usual = homeCountry[at] ?? (isCountryCode(likely) ? likely : null);
  return {
    question: `The country most of its shoppers live in: whoever has no account is told prices and delivery as there${isNeeded ? '' : ` ("${NO}": they are asked)`}`,
    usual: usual ?? (isNeeded ? null : NO),
    wrong: (answer) =>
      isCountryCode(answer) || (answer === NO && !isNeeded) ? null : `"${answer}" is no country; write one like DE`,
  };
}

function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && isCountry(text);
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
