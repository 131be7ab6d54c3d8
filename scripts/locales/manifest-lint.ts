/** Amazon's rules for the manifest of a skill that sells goods (facts of certification; console limits). */

import type { Manifest } from './manifest';
import type { ShopSettings } from './source';

const LIMITS = { name: 50, summary: 160, description: 4000, keywords: 30, keywordText: 150, phrases: 3 } as const;
/** What tells a reader that an account must be linked, per language. */
const LINKING: Readonly<Record<string, RegExp>> = { en: /link your .* account/i, it: /collega.* account/i };

export function lintManifest({ manifest }: Manifest, shop: ShopSettings): readonly string[] {
  const { publishingInformation: page, privacyAndCompliance: privacy, apis, permissions } = manifest;
  const locales = Object.keys(page?.locales ?? {});
  return [
    ...(page?.category === 'SHOPPING' ? [] : ['the category must be SHOPPING']),
    ...(privacy?.allowsPurchases ? [] : ['allowsPurchases must be true']),
    ...(privacy?.usesPersonalInfo ? [] : ['usesPersonalInfo must be true']),
    ...(privacy?.isChildDirected === false ? [] : ['isChildDirected must be false: it sells']),
    ...(privacy?.isExportCompliant ? [] : ['isExportCompliant must be true']),
    ...(page?.testingInstructions ? [] : ['testing instructions are missing']),
    ...(apis?.custom?.endpoint?.uri.startsWith('https://') ? [] : ['the endpoint must be https']),
    ...(apis?.custom?.endpoint?.sslCertificateType === 'Trusted' ? [] : ['the certificate type must be Trusted']),
    ...(permissions ?? []).filter(({ name }) => !name).map(() => 'a permission has no name'),
    ...(locales.join() === shop.alexaLocales.join() ? [] : ["the locales are not the shop's"]),
    ...locales.flatMap((locale) => lintLocale({ manifest }, locale).map((problem) => `${locale}: ${problem}`)),
  ];
}

function lintLocale({ manifest }: Manifest, locale: string): readonly string[] {
  const page = manifest.publishingInformation?.locales?.[locale];
  const urls = manifest.privacyAndCompliance?.locales?.[locale];
  if (!page || !urls) return ['there is no store page or no privacy address'];
  const { name, summary = '', description = '', keywords = [], examplePhrases = [] } = page;
  const links = [urls.privacyPolicyUrl, urls.termsOfUseUrl, page.smallIconUri, page.largeIconUri];
  const all = [name, summary, description, page.updatesDescription ?? '', ...examplePhrases, ...keywords].join(' ');
  return [
    ...tooLong('name', name, LIMITS.name),
    ...tooLong('summary', summary, LIMITS.summary),
    ...tooLong('description', description, LIMITS.description),
    ...tooLong('keywords', keywords.join(','), LIMITS.keywordText),
    ...(keywords.length > LIMITS.keywords ? [`more than ${LIMITS.keywords} keywords`] : []),
    ...(examplePhrases.length === LIMITS.phrases ? [] : ['there must be three example phrases']),
    ...links.filter((url) => !url?.startsWith('https://')).map((url) => `"${url}" is no https address`),
    ...(LINKING[locale.split('-')[0] ?? '']?.test(description)
      ? []
      : ['the description does not say to link the account']),
    ...(/\{\{|TODO/.test(all) ? ['something is not filled in'] : []),
    ...(summary.trim() === '' || description.trim() === '' ? ['a text is empty'] : []),
  ];
}

function tooLong(what: string, text: string, most: number): readonly string[] {
  return text.length > most ? [`the ${what} has ${text.length} characters, ${most} are allowed`] : [];
}
