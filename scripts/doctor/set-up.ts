/** What the settings themselves say: nobody outside is asked. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Config } from '../../lambda/house/config';
import { makeManifest, toldOf } from '../locales/manifest';
import { lintManifest } from '../locales/manifest-lint';
import { type Place, readShop } from '../locales/source';
import { type Found, mind, stops } from './finding';

const DEVICE = 'README.md, "On a real Alexa device"';
const LINKING = 'docs/link-accounts.md';
/** Names that no shop can have (RFC 2606): they are still the sample's. */
const NOBODYS = /\.(example|invalid|test|localhost)$/;
const built = z.object({
  manifest: z.object({ apis: z.object({ custom: z.object({ endpoint: z.object({ uri: z.string() }) }) }) }),
});

export function setUp(config: Config, place: Place): readonly Found[] {
  return [
    ...address(config),
    ...skill(config),
    ...linking(config),
    ...news(config),
    ...texts(config, place),
    ...builtPackage(config, place),
  ];
}

function address({ publicUrl }: Config): readonly Found[] {
  if (publicUrl === null) return [stops('EARSHOT_URL is not set: Amazon reaches nobody', DEVICE)];
  const { protocol, hostname, port } = new URL(publicUrl);
  return [
    ...(protocol === 'https:' ? [] : [stops(`EARSHOT_URL is ${publicUrl}: Amazon asks for https`, DEVICE)]),
    ...(port === '' ? [] : [stops(`EARSHOT_URL has port ${port}: Amazon takes 443 only`, DEVICE)]),
    ...(NOBODYS.test(hostname) || /^[\d.]+$|:/.test(hostname)
      ? [stops(`EARSHOT_URL is at ${hostname}: it needs a name of your own`, DEVICE)]
      : []),
  ];
}

function skill({ alexa, shop, systems }: Config): readonly Found[] {
  const orders = systems.orders.kind;
  return [
    ...(shop.alexaSkillId === null
      ? [stops('alexaSkillId is null: requests of any skill would be answered', `shop/shop.json; ${DEVICE}, step 4`)]
      : []),
    ...(alexa === 'own' ? [] : [stops(`ALEXA_SKILL is ${alexa}: your own skill is not what is answered`, '.env')]),
    ...(orders === 'demo' ? [stops('SHOP is demo: invented goods are sold', 'docs/connect-your-shop.md')] : []),
    ...Object.entries(shop.urls.privacy).flatMap(([language, url]) => sample(url, `urls.privacy.${language}`)),
    ...Object.entries(shop.urls.terms).flatMap(([language, url]) => sample(url, `urls.terms.${language}`)),
    ...sample(shop.urls.site, 'urls.site'),
    ...Object.entries(shop.urls.icons).flatMap(([size, url]) => sample(url, `urls.icons.${size}`)),
    ...(NOBODYS.test(shop.support.email.split('@')[1] ?? '')
      ? [stops(`support.email is still ${shop.support.email}`, 'shop/shop.json')]
      : []),
  ];
}

function sample(url: string, where: string): readonly Found[] {
  return NOBODYS.test(new URL(url).hostname) ? [stops(`${where} is still ${url}`, 'shop/shop.json')] : [];
}

function linking({ linking: linked, openId, channels }: Config): readonly Found[] {
  if (!linked) {
    return [stops('LINK_SECRET is not set: everybody is a guest, and nothing personal can be tried', LINKING)];
  }
  const needsMail = channels.email === null && openId === null;
  return [
    ...(needsMail ? [mind('no SMTP_URL: only a shop with passwords or OpenID can sign anybody in', LINKING)] : []),
    mind(
      'Account Linking in the console must be as "npm run locales manifest" says, with PKCE on',
      'docs/link-accounts.md, "What Amazon is told"; https://developer.amazon.com/alexa/console/ask',
    ),
    mind(
      'testers need an account of your shop: name it in testingInstructions',
      'locales/en/listing.json; store page "Testing instructions"',
    ),
  ];
}

/** Who asks hears where an order is anyway; nobody is told by itself. */
function news({ changes, systems: { orders } }: Config): readonly Found[] {
  const own = silentWays(orders);
  if (own === null || changes) return [];
  return [
    mind(
      `the shop does not tell that an order has changed (${own}SHOP_CHANGES_SECRET): nobody is told of it by itself`,
      'docs/connect-your-shop.md, "When an order changes"',
    ),
  ];
}

/** What would make it tell; null: it does. */
function silentWays(orders: Config['systems']['orders']): string | null {
  switch (orders.kind) {
    case 'demo':
      return null;
    case 'vendure':
      return orders.settings.changes ? null : 'VENDURE_CHANGES or ';
    case 'rest':
      return orders.settings.offers.has('changes') ? null : 'changes in REST_SHOP_OFFERS, or ';
    case 'vtex':
      return orders.settings.hookSecrets.length > 0 || orders.settings.feed ? null : 'VTEX_HOOK_SECRET, VTEX_FEED or ';
    default:
      return '';
  }
}

function texts(config: Config, place: Place): readonly Found[] {
  const problems = lintManifest(makeManifest(place, toldOf(config)), readShop(place));
  return problems.map((problem) =>
    stops(`skill.json: ${problem}`, 'shop/shop.json and locales/<language>/listing.json'),
  );
}

/** What `ask deploy` would send, where it was built. */
function builtPackage({ publicUrl }: Config, { root }: Place): readonly Found[] {
  const file = join(root, 'dist', 'skill-package', 'skill.json');
  if (!existsSync(file)) return [stops('dist/skill-package is not there', `${DEVICE}, step 2: npm run build`)];
  const read = built.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  const sent = read.data?.manifest.apis.custom.endpoint.uri;
  return publicUrl === null || sent === `${publicUrl}/alexa`
    ? []
    : [stops(`dist/skill-package names ${sent ?? 'no endpoint'}, not ${publicUrl}/alexa`, 'npm run build')];
}
