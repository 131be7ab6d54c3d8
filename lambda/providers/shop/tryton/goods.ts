/** What a Tryton sells, as people say it, and what of it lies in the warehouse today. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import { type Catalogue, matchProducts, type Offer, type Product } from '../../../services/commerce/catalogue';
import { dayIn } from '../../../vocabulary/calendar';
import { languageOf } from '../../../vocabulary/locales';
import { type Category, pathOf, taxed } from './shelves';
import { dateOf, decimal, moneyOf } from './values';
import type { TrytonWorld } from './world';

const PAGE = 200;
const template = z.object({
  ...{ name: z.nullish(z.string()), type: z.nullish(z.string()), account_category: z.nullish(z.int()) },
  categories: z.array(z.int()),
});
export const good = z.object({ id: z.int(), code: z.nullish(z.string()), 'template.': template });
export type TrytonGood = z.infer<typeof good>;
/** With `product.` before each they are read through what names a product. */
export const GOOD_FIELDS = ['name', 'type', 'account_category', 'categories'].map((name) => `template.${name}`);
const stocked = z.extend(good, {
  ...{ quantity: z.nullish(z.number()), forecast_quantity: z.nullish(z.number()), sale_price_uom: z.nullish(decimal) },
});

const SOLD = [
  ['template.salable', '=', true],
  ['template.type', '!=', 'service'],
];

export function makeCatalogue(world: TrytonWorld): Catalogue {
  const { client, settings, now } = world;
  const sold = async (where: readonly unknown[], most: number, call: Call) => {
    const shelves = await shelvesIn(world, call);
    if (!shelves.ok) return shelves;
    const { within } = shelves.value;
    const fields = ['code', ...GOOD_FIELDS];
    const order = [['id', 'ASC']] as const;
    const asked = await client.read(
      { model: 'product.product', shape: good, where: [...SOLD, ...where], fields, most, order, within },
      call,
    );
    if (!asked.ok) return asked;
    const goods = asked.value.flatMap((one) => soldByVoice(world, one, shelves.value) ?? []);
    return ok({ read: asked.value, goods }, asked.asOf);
  };
  return {
    edition: (locale) => ['tryton', settings.base, settings.database, languageOf(locale)].join(' '),
    async page(after, call) {
      const asked = await sold([['id', '>', Number(after ?? 0)]], PAGE, call);
      if (!asked.ok) return asked;
      const { read, goods } = asked.value;
      const last = read.at(-1);
      return ok({ goods, next: last && read.length === PAGE ? `${last.id}` : null }, asked.asOf);
    },
    async find(said, call) {
      const words = said.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
      if (words.length === 0) return ok([], now());
      const any = words.map((word) => ['template.name', 'ilike', `%${word.slice(0, Math.max(3, word.length - 2))}%`]);
      const asked = await sold([['OR', ...any]], PAGE, call);
      return asked.ok ? ok(matchProducts(said, asked.value.goods), asked.asOf) : asked;
    },
    async byIds(ids, call) {
      const known = idsIn(ids);
      if (known.length === 0) return ok([], now());
      const asked = await sold([['id', 'in', known]], known.length, call);
      return asked.ok ? ok(inOrder(ids, asked.value.goods), asked.asOf) : asked;
    },
    offers: (ids, currency, call) => offersOf(world, { ids, currency }, call),
  };
}

/** Tryton's own ids among these. */
function idsIn(ids: readonly string[]): readonly number[] {
  return [...new Set(ids)].filter((id) => /^[1-9]\d{0,9}$/.test(id)).map(Number);
}

function inOrder(ids: readonly string[], goods: readonly Product[]): readonly Product[] {
  return ids.flatMap((id) => goods.find((one) => one.id === id) ?? []);
}

type Wished = { readonly ids: readonly string[]; readonly currency: string };

/** What has a price with its taxes, in the company's own money. */
async function offersOf(world: TrytonWorld, { ids, currency }: Wished, call: Call): Promise<Result<readonly Offer[]>> {
  const { client, now } = world;
  const known = idsIn(ids);
  if (known.length === 0) return ok([], now());
  const [firm, taxes, shelves] = await Promise.all([world.company(call), world.taxes(call), shelvesIn(world, call)]);
  if (!firm.ok) return firm;
  if (!taxes.ok) return taxes;
  if (!shelves.ok) return shelves;
  if (firm.value.currency !== currency) return ok([], now());
  const fields = ['code', ...GOOD_FIELDS, 'quantity', 'forecast_quantity', 'sale_price_uom'];
  const where = [...SOLD, ['id', 'in', known]];
  // Without places there is no stock of anything; without a day, what is planned for ever counts as gone.
  const today = dateOf(dayIn(firm.value.timeZone, world.calendar()));
  const within = { ...shelves.value.within, locations: firm.value.warehouses, stock_date_end: today };
  const asked = await client.read({ model: 'product.product', shape: stocked, where, fields, within }, call);
  if (!asked.ok) return asked;
  const offers = asked.value.flatMap((one): readonly Offer[] => {
    const { account_category: of, type } = one['template.'];
    const product = soldByVoice(world, one, shelves.value);
    const price = taxed(one.sale_price_uom ?? 0, shelves.value.categories.get(of ?? 0)?.taxes ?? [], taxes.value);
    // What its taxes come to is nothing to be guessed: without them no price is said.
    if (!product || price === null || price <= 0) return [];
    const isThere = type !== 'goods' || Math.min(one.quantity ?? 0, one.forecast_quantity ?? 0) >= 1;
    return [{ product, price: moneyOf(price, currency), availability: { state: isThere ? 'available' : 'sold-out' } }];
  });
  return ok(
    ids.flatMap((id) => offers.find(({ product }) => product.id === id) ?? []),
    asked.asOf,
  );
}

export type Shelves = {
  readonly locale: string;
  /** What the texts are in. */
  readonly language: string;
  readonly within: Readonly<Record<string, unknown>>;
  readonly categories: ReadonlyMap<number, Category>;
};

/** Texts that are not translated into the language of the call are in the shop's own. */
export async function shelvesIn({ merchant, ...world }: TrytonWorld, call: Call): Promise<Result<Shelves>> {
  const [languages, categories] = await Promise.all([world.languages(call), world.categories(call)]);
  if (!languages.ok) return languages;
  if (!categories.ok) return categories;
  const wished = languageOf(call.locale);
  const language = languages.value.has(wished) ? wished : languageOf(merchant.agentLocale);
  const within = languages.value.has(language) ? { language } : {};
  return ok({ locale: call.locale, language, within, categories: categories.value }, categories.asOf);
}

/** null: the merchant does not sell it by voice. */
function soldByVoice({ sayGood }: TrytonWorld, one: TrytonGood, { locale, language, categories }: Shelves) {
  const { name, categories: own } = one['template.'];
  const paths = own.map((id) => pathOf(id, categories)).sort((a, b) => b.length - a.length);
  const raw = { id: `${one.id}`, title: name ?? '', language, categories: paths[0] ?? [], options: [] };
  const said = name ? sayGood({ ...raw, codes: one.code ? [one.code] : [] }, locale) : null;
  if (said === null) return null;
  const words = [...new Set([...paths.flat().reverse(), ...said.words].map((word) => word.toLowerCase()))];
  const product: Product = { id: raw.id, name: said.name, words, language: said.language, kind: said.kind };
  return product;
}

/** The same in a sale that is there: what was bought has a name, sold by voice or not. */
export function productOf(world: TrytonWorld, one: TrytonGood, shelves: Shelves): Product {
  const title = one['template.'].name ?? one.code ?? `${one.id}`;
  const plain = { id: `${one.id}`, name: { title }, words: [title.toLowerCase()], language: shelves.language };
  return soldByVoice(world, one, shelves) ?? { ...plain, kind: plain.id };
}
