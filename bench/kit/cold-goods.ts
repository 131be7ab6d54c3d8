/** Packages of a Lambda before a shop at another address: without an index of goods, and with a small and a large one. */

import { join } from 'node:path';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { systemsOpener } from '../../lambda/house/shops';
import { readSystems } from '../../lambda/house/systems';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { ok } from '../../lambda/services/commerce/call';
import type { Catalogue, Product } from '../../lambda/services/commerce/catalogue';
import { buildLambda } from '../../scripts/build';
import { buildGoods } from '../../scripts/built-goods';
import type { SampleShop } from '../../scripts/sample-shop';
import { LOCALES, madeUp } from './generated-goods';

/** `first`: what a fresh process is asked, by its number. */
export type Package = {
  readonly name: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly first: (id: string) => object;
};

const MANY = 50_000;
const NAMES = ['no index', 'its ten goods', `${MANY} more`] as const;
const LOCALE = 'en-GB';
const PAGE = 500;

type Needs = {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly sample: SampleShop;
};

export async function goodsPackages({ folder, env, sample }: Needs): Promise<readonly Package[]> {
  const all = { ...env, ...sample.env };
  const token = sample.shoppers[0]?.token ?? '';
  const first = (id: string) => reorder(id, token);
  const systems = { orders: 'rest', rates: null, tracking: null } as const;
  const roots = NAMES.map((name) => join(folder, name.replaceAll(' ', '-')));
  for (const out of roots) await buildLambda({ out, systems });
  const [none = '', own = '', many = ''] = roots;
  // Made before anything is asked: a line to the shop that is left alone for as long is hung up.
  const more = madeUp(MANY, 'en').map(({ product }) => product);
  await takeGoods(own, { env: all, more: [] });
  await takeGoods(many, { env: all, more });
  // Where no modules are there is no SQLite, and without it no index.
  return NAMES.map((name, at) => {
    const root = roots[at] ?? '';
    return { name, root, first, env: root === none ? { ...all, NODE_PATH: root } : all };
  });
}

type Goods = { readonly env: Readonly<Record<string, string>>; readonly more: readonly Product[] };

/** As `npm run build` does it, and as if the shop sold so many more. */
async function takeGoods(out: string, { env, more }: Goods): Promise<void> {
  const file = readShopFile();
  const merchant = merchantOf(file);
  const systems = readSystems(env, { secret: 'of no use to it', shopName: file.name }, { systems: {} });
  const sayGood = createGoodsSayer(LOCALES, file.corrections);
  const clocks = { calendar: Date.now, now: Date.now };
  const opened = await systemsOpener(systems)({ ...clocks, folder: null, merchant, fetch, fresh: false, sayGood });
  const catalogue = withMore(opened.shop.catalogue, more);
  await buildGoods({ shop: { ...opened.shop, catalogue }, locales: LOCALES, spoken: [LOCALE], out });
  await opened.close();
}

function withMore(catalogue: Catalogue, all: readonly Product[]): Catalogue {
  const pageFrom = (at: number) => (at < all.length ? `more ${at}` : null);
  return {
    ...catalogue,
    async page(after, call) {
      const [, from] = /^more (\d+)$/.exec(after ?? '') ?? [];
      if (from !== undefined) {
        const at = Number(from);
        return ok({ goods: all.slice(at, at + PAGE), next: pageFrom(at + PAGE) }, 0);
      }
      const own = await catalogue.page(after, call);
      return own.ok ? ok({ ...own.value, next: own.value.next ?? pageFrom(0) }, own.asOf) : own;
    },
  };
}

function reorder(id: string, accessToken: string): object {
  const application = { applicationId: 'amzn1.ask.skill.bench' };
  const user = { userId: `amzn1.ask.account.${id}`, accessToken };
  const slots = { product: { name: 'product', value: 'dog food', confirmationStatus: 'NONE' } };
  return {
    version: '1.0',
    session: { new: true, sessionId: id, application, user, attributes: {} },
    context: { System: { application, user, apiEndpoint: '', device: { deviceId: id } } },
    request: {
      ...{ type: 'IntentRequest', requestId: id, timestamp: new Date().toISOString(), locale: LOCALE },
      intent: { name: 'Reorder', confirmationStatus: 'NONE', slots },
    },
  };
}
