/** Makes the skill's manifest from the languages' store pages and the shop's settings. */

import type { v1 } from 'ask-smapi-model';
import { NOTIFICATIONS, ORDER_NOTICES, PERMISSIONS, PIN } from '../../lambda/channels/alexa/permissions';
import type { Config } from '../../lambda/house/config';
import { fillFor, languageOf, type Place, readShop, readSource, type ShopSettings } from './source';

type SkillManifest = v1.skill.Manifest.SkillManifest;
export type Manifest = { readonly manifest: SkillManifest };

/** What the skill listens for besides what is said; lambda/channels/alexa/skill-events.ts has the deeds. */
const EVENTS: readonly v1.skill.Manifest.EventName[] = [
  ...[{ eventName: 'SKILL_ENABLED' } as const, { eventName: 'SKILL_DISABLED' } as const],
  ...[{ eventName: 'SKILL_ACCOUNT_LINKED' } as const, { eventName: 'SKILL_PERMISSION_ACCEPTED' } as const],
  { eventName: 'SKILL_PERMISSION_CHANGED' },
];

/** Where nothing is set up. */
const NOWHERE = 'https://skill.example.com';

/** Amazon's certification takes only trusted certificates. */
function endpointAt(url: string) {
  return { uri: `${url}/alexa`, sslCertificateType: 'Trusted' } as const;
}

/** Links to the phone, and screens. */
const INTERFACES: v1.skill.Manifest.Interface[] = [{ type: 'APP_LINKS_V2' }, { type: 'ALEXA_PRESENTATION_APL' }];

/** The language testers at Amazon read. */
const TESTERS = 'en-US';

/** Where Alexa chimes by herself: whether an account takes that is told, too. */
const NOTICES: readonly v1.skill.Manifest.EventName[] = [{ eventName: 'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED' }];

/** Of a shop that is set up. `url`: where its own server is reached; null: nobody has said. `chimes`: with Alexa's notifications. */
export type ManifestOf = { readonly url: string | null; readonly chimes: boolean };

/** As the settings say it. */
export function toldOf({ publicUrl, notices }: Pick<Config, 'publicUrl' | 'notices'>): ManifestOf {
  return { url: publicUrl, chimes: notices !== null };
}

export function makeManifest(place: Place, { url, chimes }: ManifestOf = { url: null, chimes: false }): Manifest {
  const endpoint = endpointAt(url ?? NOWHERE);
  const shop = readShop(place);
  const perLocale = <T>(make: (locale: string) => T) =>
    Object.fromEntries(shop.alexaLocales.map((locale) => [locale, make(locale)]));
  const testers = shop.alexaLocales.includes(TESTERS) ? TESTERS : (shop.alexaLocales[0] ?? TESTERS);
  return {
    manifest: {
      manifestVersion: '1.0',
      publishingInformation: {
        locales: perLocale((locale) => pageOf(place, shop, locale)),
        isAvailableWorldwide: false,
        distributionMode: 'PUBLIC',
        distributionCountries: countriesOf(shop),
        category: 'SHOPPING',
        testingInstructions: fillFor(shop, testers)(readSource(place, testers).listing.testingInstructions),
      },
      privacyAndCompliance: {
        allowsPurchases: true,
        usesPersonalInfo: true,
        isChildDirected: false,
        isExportCompliant: true,
        containsAds: false,
        locales: perLocale((locale) => privacyOf(shop, locale)),
      },
      permissions: [...PERMISSIONS, ...(chimes ? [NOTIFICATIONS] : []), ...(shop.limits.alexaPin ? [PIN] : [])].map(
        permission,
      ),
      apis: { custom: { endpoint, interfaces: INTERFACES, appLink: linksOf(shop, url) } },
      events: {
        endpoint,
        ...(chimes ? { publications: [{ eventName: ORDER_NOTICES }] } : {}),
        subscriptions: [...EVENTS, ...(chimes ? NOTICES : [])],
      },
    },
  };
}

/** The types were last published before the permission to push a link was. */
function permission(name: string): v1.skill.Manifest.PermissionItems {
  return { name: name as v1.skill.Manifest.PermissionName };
}

/** The domains whose addresses may be opened on a shopper's phone: the chat lies at our own. */
function linksOf(shop: ShopSettings, url: string | null): v1.skill.Manifest.AppLink {
  const addresses = url === null ? [shop.urls.site] : [url, shop.urls.site];
  return { linkedWebDomains: [...new Set(addresses.map((one) => new URL(one).hostname))] };
}

/** The countries whose locales the skill speaks; it sells there, not worldwide. */
function countriesOf(shop: ShopSettings): v1.skill.Manifest.DistributionCountries[] {
  const codes = shop.alexaLocales.map((locale) => new Intl.Locale(locale).region ?? '');
  return [...new Set(codes)].sort() as v1.skill.Manifest.DistributionCountries[];
}

function pageOf(
  place: Place,
  shop: ShopSettings,
  locale: string,
): v1.skill.Manifest.SkillManifestLocalizedPublishingInformation {
  const { listing } = readSource(place, locale);
  const fill = fillFor(shop, locale);
  return {
    name: fill(listing.name),
    summary: fill(listing.summary),
    description: fill(listing.description),
    updatesDescription: fill(listing.updates),
    examplePhrases: listing.examplePhrases.map(fill),
    keywords: [...listing.keywords],
    smallIconUri: shop.urls.icons.small,
    largeIconUri: shop.urls.icons.large,
  };
}

function privacyOf(shop: ShopSettings, locale: string): v1.skill.Manifest.SkillManifestLocalizedPrivacyAndCompliance {
  const language = languageOf(locale);
  return {
    privacyPolicyUrl: shop.urls.privacy[locale] ?? shop.urls.privacy[language] ?? '',
    termsOfUseUrl: shop.urls.terms[locale] ?? shop.urls.terms[language] ?? '',
  };
}
