/** What is wrong with how VTEX is set up, each with the setting to change. It reads, and changes nothing. */

import type { CareKind } from '../../../services/care/care';
import { type Call, ok } from '../../../services/commerce/call';
import type { ShopCheck } from '../../../services/commerce/shop';
import { capitalCode } from '../kit/countries';
import { shopperOf } from './accounts';
import { currencyOf } from './channels';
import { newsFaults } from './check-news';
import type { VtexAsk } from './client';
import { campaignOf, couponPromotions } from './coupons';
import { passFor, shopperWith } from './people';
import { search } from './search';
import { userBy } from './sign-in';
import { simulate } from './simulation';
import type { VtexWorld } from './world';

/** A check may think for so long with one shopper. */
const PASS_MS = 15 * 60_000;

/** Nobody's, at a name that nobody can have. */
const NOBODY = 'nobody@earshot.invalid';

type Right = VtexAsk & { readonly need: string };

/** Each asks for one right of the key, about nobody and nothing: what is asked for is refused, and not who asks. */
function rightsOf({ settings }: VtexWorld): readonly Right[] {
  const document = `/api/dataentities/${settings.entity}/documents/check`;
  const none = { clientEmail: NOBODY, page: '1', per_page: '1' };
  const customer = { query: { email: NOBODY, _fields: 'id' }, headers: { 'REST-Range': 'resources=0-1' } };
  return [
    { need: 'reading orders', path: '/api/oms/user/orders', query: none },
    { need: 'cancelling orders', path: '/api/oms/pvt/orders/0-00/cancel', method: 'POST', body: {} },
    { need: 'placing orders', path: '/api/checkout/pub/orders', method: 'PUT', body: {} },
    { need: 'reading users of VTEX ID', path: '/api/vtexid/pvt/user/info', query: { user: NOBODY } },
    { need: 'reading CL and AD in Master Data', path: '/api/dataentities/CL/search', ...customer },
    { need: `writing ${settings.entity} in Master Data`, path: document, method: 'PUT', body: { id: 'check' } },
    { need: `deleting ${settings.entity} in Master Data`, path: document, method: 'DELETE' },
    { need: "reading the store's holidays", path: '/api/logistics/pvt/configuration/holidays' },
  ];
}

export function makeCheck(world: VtexWorld): ShopCheck {
  return {
    async faults(call) {
      const goods = await goodsFaults(world, call);
      if (goods.length > 0) return goods;
      const rights = await rightFaults(world, call);
      const isUnknown = rights.some((one) => one.includes('VTEX_TOKEN'));
      if (isUnknown) return rights.slice(0, 1);
      const set = [await slaFaults(world, call), await couponFaults(world, call), await newsFaults(world, call)];
      return [...rights, ...set.flat()];
    },
    async shopperBy(email, call) {
      const user = await userBy(world, email, call);
      if (!user.ok) return user;
      const found = user.value === null ? ok(null, user.asOf) : await shopperWith(world, user.value, call);
      if (!found.ok) return found;
      if (found.value === null) return ok(null, found.asOf);
      const shopper = await shopperOf(world, found.value, call);
      if (!shopper.ok) return shopper;
      return ok({ shopper: shopper.value, credential: passFor(world, found.value, PASS_MS) }, shopper.asOf);
    },
    async may(kind, call) {
      if (kind === 'coupon') {
        const [wrong] = world.settings.couponUtm === null ? [NO_UTM] : await couponFaults(world, call);
        return ok({ may: wrong === undefined, setting: wrong ?? '' }, world.now());
      }
      const needed = NEEDED_FOR[kind];
      const right = needed === undefined ? undefined : rightsOf(world).find(({ need }) => need.startsWith(needed));
      const heard = right ? await world.answer(right, call) : null;
      const isFine = heard?.ok ?? true;
      return ok({ may: isFine, setting: isFine ? '' : (world.trouble() ?? '') }, world.now());
    },
    tidy: async () => {},
  };
}

const NEEDED_FOR: Readonly<Partial<Record<CareKind, string>>> = {
  cancel: 'cancelling orders',
  refund: 'cancelling orders',
  return: 'writing ',
};

async function goodsFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const found = await search(world, {}, call);
  if (!found.ok) return [world.trouble() ?? `VTEX_ACCOUNT: ${world.settings.base} shows no catalogue`];
  const faults: string[] = [];
  for (const { id } of world.settings.channels) {
    const sells = await currencyOf(world, id, call);
    if (!sells.ok) faults.push(`VTEX_CHANNELS: the shop has no sales channel ${id}`);
  }
  return found.value.goods.length > 0 ? faults : ['VTEX_CHANNELS: nothing is for sale in the first sales channel'];
}

async function rightFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const right of rightsOf(world)) {
    const heard = await world.answer(right, call);
    const why = heard.ok ? null : world.trouble();
    if (why !== null) faults.push(`${why} (${right.need})`);
  }
  return faults;
}

/** An SLA that is named, and that takes none of the goods where the shop is at home. */
async function slaFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const { slas, channels } = world.settings;
  const settings = { VTEX_STANDARD: slas.standard, VTEX_EXPRESS: slas.express, VTEX_PICKUP: slas.pickup };
  const named = Object.entries(settings).flatMap(([by, name]) => (name === undefined ? [] : [{ by, name }]));
  const found = named.length === 0 ? null : await search(world, { O: 'OrderByTopSaleDESC' }, call);
  const one = found?.ok ? found.value.goods[0]?.sku.itemId : undefined;
  if (one === undefined) return [];
  const there = new Set<string>();
  for (const country of Object.values(world.merchant.homeCountry)) {
    const to = { country, postalCode: capitalCode(country) ?? '' };
    const quoted = await simulate(world, { lines: new Map([[one, 1]]), channel: channels[0]?.id ?? '1', to }, call);
    const slasHere = quoted.ok ? (quoted.value.logisticsInfo ?? []).flatMap((line) => line.slas ?? []) : [];
    for (const { id } of slasHere) there.add(id);
  }
  const has = [...there].join(', ') || 'none';
  return named.flatMap(({ by, name }) =>
    there.has(name) ? [] : [`${by}: nothing is brought by "${name}"; the shop has ${has}`],
  );
}

const NO_UTM = 'VTEX_COUPON_UTM: set it to the utm_source of your promotions';

async function couponFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const { couponUtm } = world.settings;
  if (couponUtm === null) return [];
  const found = await couponPromotions(world, call);
  if (!found.ok) return [world.trouble() ?? 'VTEX_KEY: promotions cannot be read'];
  const lacks = world.merchant.policy.coupon.worth
    .map(campaignOf)
    .filter((campaign) => !found.value.some(({ utmCampain }) => utmCampain === campaign));
  return [...new Set(lacks)].map(
    (campaign) => `VTEX_COUPON_UTM: no promotion is on with utm_source "${couponUtm}" and utm_campaign "${campaign}"`,
  );
}
