/** A quote is a draft order at the shop: exact to the cent, seen by no shopper, and the very thing that becomes the order. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type Result, refused, type ShopError, type ShopperCall } from '../../../services/commerce/call';
import type { Proposal, ProposedLine, Wanted } from '../../../services/commerce/purchases';
import { merged } from '../kit/merged';
import { workingDaysAfter } from '../kit/working-days';
import { addressesOf, labelOf } from './accounts';
import { isId, productOf } from './catalogue';
import type { Reference } from './rates';
import type { DeliveryMethod } from './settings';
import { LINE_FIELDS, line, REFUSAL, type VendureAddress } from './shapes';
import { type KnownShopper, todayIn, type VendureWorld } from './world';

/** What is to be bought, checked as far as we can ourselves. */
export type Filling = {
  readonly known: KnownShopper;
  readonly lines: ReadonlyMap<string, number>;
  readonly delivery: DeliveryMethod;
  readonly methodId: string;
  readonly address: VendureAddress;
  readonly isUsual: boolean;
  readonly fromCart: boolean;
};

export function fillingOf(
  { settings, merchant }: VendureWorld,
  wanted: Wanted,
  { known, reference }: { readonly known: KnownShopper; readonly reference: Reference },
): Filling | ShopError {
  const lines = merged(wanted.lines);
  if ([...lines.keys()].some((id) => !isId(id))) return { kind: 'not-found' };
  const max = merchant.limits.quantity;
  const big = [...lines].find(([, quantity]) => quantity > max);
  if (big) return { kind: 'too-many', productId: big[0], max };
  const all = addressesOf(known.customer);
  // An address that is not theirs any more: where orders go.
  const address = all.find(({ id }) => id === wanted.addressId) ?? all[0];
  const delivery = settings.deliveries.find(({ speed }) => speed === (wanted.speed ?? 'standard'));
  const methodId = delivery && reference.methods.get(delivery.code);
  if (!address || !delivery || !methodId || !reference.countries.has(address.country.code))
    return { kind: 'undeliverable' };
  const isUsual = address === all[0];
  return { known, lines, delivery, methodId, address, isUsual, fromCart: wanted.fromCart === true };
}

const past = z.object({
  items: z.array(
    z.object({
      currencyCode: z.string(),
      state: z.string(),
      lines: z.array(z.object({ unitPriceWithTax: z.int(), productVariant: z.object({ id: z.string() }) })),
    }),
  ),
});
const PAST = `orders(options: { take: 50, sort: { orderPlacedAt: DESC }, filter: { orderPlacedAt: { isNull: false } } }) {
  items { currencyCode state lines { unitPriceWithTax productVariant { id } } }
}`;

const filled = z.object({
  ...{ id: z.string(), code: z.string(), currencyCode: z.string() },
  ...{
    total: z.int(),
    totalWithTax: z.int(),
    shippingWithTax: z.int(),
    subTotalWithTax: z.int(),
    lines: z.array(line),
  },
  customer: z.object({ orders: past }),
});
export type Filled = z.infer<typeof filled>;
const FILLED = `id code currencyCode total totalWithTax shippingWithTax subTotalWithTax lines { ${LINE_FIELDS} } customer { ${PAST} }`;

const refusable = z.object({ errorCode: z.optional(z.string()), quantityAvailable: z.optional(z.int()) });
const fillShape = z.catchall(z.object({ method: z.union([filled, refusable]) }), z.unknown());

/** One document: whose it is, what is in it, where it goes and how. What cannot be said is refused, and the draft is left. */
export async function fill(
  world: VendureWorld,
  { orderId, filling }: { readonly orderId: string; readonly filling: Filling },
  call: ShopperCall,
): Promise<Result<Filled>> {
  const lines = [...filling.lines];
  const names = lines.map((_one, at) => `$v${at}: ID!, $q${at}: Int!`).join(', ');
  const adds = lines.map(
    (
      _one,
      at,
    ) => `l${at}: addItemToDraftOrder(orderId: $order, input: { productVariantId: $v${at}, quantity: $q${at} }) {
      ${REFUSAL} ... on InsufficientStockError { quantityAvailable } ... on OrderLimitError { maxItems }
    }`,
  );
  const query = `mutation ($order: ID!, $customer: ID!, $address: CreateAddressInput!, $method: ID!, ${names}) {
    who: setCustomerForDraftOrder(orderId: $order, customerId: $customer) { ${REFUSAL} }
    ${adds.join('\n')}
    where: setDraftOrderShippingAddress(orderId: $order, input: $address) { id }
    method: setDraftOrderShippingMethod(orderId: $order, shippingMethodId: $method) { ... on Order { ${FILLED} } ${REFUSAL} }
  }`;
  const variables = {
    order: orderId,
    customer: filling.known.customer.id,
    address: addressInput(filling.address),
    method: filling.methodId,
    ...Object.fromEntries(
      lines.flatMap(([id, quantity], at) => [
        [`v${at}`, id],
        [`q${at}`, quantity],
      ]),
    ),
  };
  const asked = await world.ask({ query, variables, shape: fillShape }, call);
  if (!asked.ok) return asked;
  const refusal = lineRefused(asked.value, lines);
  if (refusal) return refused(refusal);
  const { method } = asked.value;
  return 'code' in method ? { ...asked, value: method } : refused({ kind: 'undeliverable' });
}

function lineRefused(
  value: Readonly<Record<string, unknown>>,
  lines: readonly (readonly [string, number])[],
): ShopError | null {
  for (const [at, [productId]] of lines.entries()) {
    const { data } = refusable.safeParse(value[`l${at}`]);
    if (data?.errorCode === undefined) continue;
    const left = data.quantityAvailable ?? 0;
    return left > 0 ? { kind: 'too-many', productId, max: left } : { kind: 'sold-out', productId };
  }
  return null;
}

function addressInput(one: VendureAddress) {
  const { fullName, company, streetLine1, streetLine2, city, province, postalCode, phoneNumber } = one;
  const countryCode = one.country.code;
  return { fullName, company, streetLine1, streetLine2, city, province, postalCode, phoneNumber, countryCode };
}

/** Without what it is called and until when it holds. */
export type DraftQuote = Omit<Proposal, 'id' | 'expiresAt'>;

type Quoting = { readonly filling: Filling; readonly draft: Filled; readonly locale: string };

export function quotedOf(world: VendureWorld, { filling, draft, locale }: Quoting): DraftQuote {
  const { delivery, address, isUsual, known } = filling;
  const currency = draft.currencyCode;
  const today = todayIn(world, address.country.code);
  const content = {
    lines: draft.lines.map((one): ProposedLine => {
      const last = lastPrice(draft, one.productVariant.id);
      return {
        product: productOf(world, one.productVariant, locale),
        quantity: one.quantity,
        unitPrice: { minor: one.proratedUnitPriceWithTax, currency },
        ...(last === undefined ? {} : { lastUnitPrice: { minor: last, currency } }),
      };
    }),
    speed: delivery.speed,
    shippingOptionId: delivery.code,
    shipTo: { addressId: address.id, label: labelOf(address, isUsual) },
    arrives: workingDaysAfter(today, delivery.days[1]),
    today,
    items: { minor: draft.subTotalWithTax, currency },
    shipping: { minor: draft.shippingWithTax, currency },
    total: { minor: draft.totalWithTax, currency },
    tax: { minor: draft.totalWithTax - draft.total, currency },
    ...(filling.fromCart ? { fromCart: true as const } : {}),
  };
  return { ...content, fingerprint: fingerprintOf(content, known.customer.id) };
}

function lastPrice({ customer, currencyCode }: Filled, productId: string): number | undefined {
  const bought = customer.orders.items.filter((one) => one.currencyCode === currencyCode && one.state !== 'Cancelled');
  return bought.flatMap(({ lines }) => lines).find(({ productVariant }) => productVariant.id === productId)
    ?.unitPriceWithTax;
}

function fingerprintOf(content: Omit<DraftQuote, 'fingerprint'>, shopperId: string): string {
  const lines = content.lines.map((one) => [one.product.id, one.quantity, one.unitPrice.minor]);
  const { shippingOptionId, shipTo, total } = content;
  const parts = [shopperId, lines, shippingOptionId, shipTo.addressId, total.minor, total.currency];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
