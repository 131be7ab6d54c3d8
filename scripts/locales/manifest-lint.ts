/** Amazon's rules for the manifest of a skill that sells goods (facts of certification; console limits). */

import { NOTIFICATIONS, ORDER_NOTICES, PERMISSIONS, PIN } from '../../lambda/channels/alexa/permissions';
import type { Manifest } from './manifest';
import type { ShopSettings } from './source';

const LIMITS = { name: 50, summary: 160, description: 4000, keywords: 30, keywordText: 150, phrases: 3 } as const;
const DOMAIN = /^([a-z0-9-]+\.)+[a-z]{2,}$/;

export function lintManifest({ manifest }: Manifest, shop: ShopSettings): readonly string[] {
  const { publishingInformation: page, privacyAndCompliance: privacy, apis } = manifest;
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
    ...lintPermissions({ manifest }, shop),
    ...lintLinks({ manifest }),
    ...lintEvents({ manifest }),
    ...(locales.join() === shop.alexaLocales.join() ? [] : ["the locales are not the shop's"]),
    ...locales.flatMap((locale) => lintLocale({ manifest }, locale).map((problem) => `${locale}: ${problem}`)),
  ];
}

/** Certification refuses a permission that nothing uses; the skill asks for no others than those of its channel. */
function lintPermissions({ manifest }: Manifest, { limits }: ShopSettings): readonly string[] {
  const requested: readonly string[] = (manifest.permissions ?? []).map(({ name }) => name ?? '');
  const chimes = manifest.events?.publications?.some(({ eventName }) => eventName === ORDER_NOTICES) ?? false;
  const used: readonly string[] = [
    ...PERMISSIONS,
    ...(chimes ? [NOTIFICATIONS] : []),
    ...(limits.alexaPin ? [PIN] : []),
  ];
  return [
    ...requested.filter((name) => !name).map(() => 'a permission has no name'),
    ...requested.filter((name) => name && !used.includes(name)).map((name) => `nothing uses the permission ${name}`),
    ...used.filter((name) => !requested.includes(name)).map((name) => `the permission ${name} is not requested`),
    ...(new Set(requested).size < requested.length ? ['a permission is requested twice'] : []),
  ];
}

/** Links are pushed to the phone only with the interface, and only to these domains. */
function lintLinks({ manifest }: Manifest): readonly string[] {
  const { interfaces = [], appLink } = manifest.apis?.custom ?? {};
  const domains = appLink?.linkedWebDomains ?? [];
  return [
    ...(interfaces.some(({ type }) => type === 'APP_LINKS_V2') ? [] : ['the interface APP_LINKS_V2 is missing']),
    ...(domains.length > 0 ? [] : ['there is no domain for links to the phone']),
    ...domains.filter((domain) => !DOMAIN.test(domain)).map((domain) => `"${domain}" is no domain`),
  ];
}

/** A selling skill erases a shopper who disables it, so it must hear of that. */
function lintEvents({ manifest: { events } }: Manifest): readonly string[] {
  const heard = events?.subscriptions?.some(({ eventName }) => eventName === 'SKILL_DISABLED');
  return [
    ...(heard ? [] : ['the event SKILL_DISABLED is not subscribed']),
    ...(events?.endpoint.uri.startsWith('https://') ? [] : ['the endpoint of events must be https']),
    ...(events?.endpoint.sslCertificateType === 'Trusted' ? [] : ["the events' certificate type must be Trusted"]),
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
    ...(/\{\{|TODO/.test(all) ? ['something is not filled in'] : []),
    ...(summary.trim() === '' || description.trim() === '' ? ['a text is empty'] : []),
  ];
}

function tooLong(what: string, text: string, most: number): readonly string[] {
  return text.length > most ? [`the ${what} has ${text.length} characters, ${most} are allowed`] : [];
}
