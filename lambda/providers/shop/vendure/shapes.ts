/** What is asked of Vendure, and what its answers must hold; whatever else they hold is of no interest. */

import * as z from 'zod/mini';

const text = z.nullish(z.string());

export const ADDRESS_FIELDS =
  'id fullName company streetLine1 streetLine2 city province postalCode country { code } phoneNumber defaultShippingAddress';
export const address = z.object({
  ...{ id: z.string(), fullName: text, company: text, streetLine1: z.string(), streetLine2: text },
  ...{ city: text, province: text, postalCode: text, phoneNumber: text },
  country: z.object({ code: z.string() }),
  defaultShippingAddress: z.nullish(z.boolean()),
});
export type VendureAddress = z.infer<typeof address>;

export const CUSTOMER_FIELDS = `id firstName lastName emailAddress phoneNumber addresses { ${ADDRESS_FIELDS} }`;
export const customer = z.object({
  ...{ id: z.string(), firstName: z.string(), lastName: z.string(), emailAddress: z.string(), phoneNumber: text },
  addresses: z.nullish(z.array(address)),
});
export type VendureCustomer = z.infer<typeof customer>;

const FACETS = 'facetValues { code name facet { code } }';
const facetValues = z.array(z.object({ code: z.string(), name: z.string(), facet: z.object({ code: z.string() }) }));

export const VARIANT_FIELDS = `id sku name languageCode options { name group { name } } ${FACETS} product { id name ${FACETS} collections { slug name } featuredAsset { preview } }`;
export const variant = z.object({
  ...{ id: z.string(), sku: z.string(), name: z.string(), languageCode: z.string(), facetValues },
  options: z.array(z.object({ name: z.string(), group: z.object({ name: z.string() }) })),
  product: z.object({
    ...{ id: z.string(), name: z.string(), facetValues },
    collections: z.array(z.object({ slug: z.string(), name: z.string() })),
    featuredAsset: z.nullish(z.object({ preview: z.string() })),
  }),
});
export type Variant = z.infer<typeof variant>;

export const OFFER_FIELDS = `${VARIANT_FIELDS} priceWithTax currencyCode stockLevel`;
export const offered = z.extend(variant, { priceWithTax: z.int(), currencyCode: z.string(), stockLevel: z.string() });
export type OfferedVariant = z.infer<typeof offered>;

const refund = z.object({
  ...{ id: z.string(), createdAt: z.string(), total: z.int(), state: z.string(), reason: text },
  lines: z.array(z.object({ orderLineId: z.string() })),
});
const payment = z.object({
  ...{ id: z.string(), amount: z.int(), state: z.string(), transactionId: text, refunds: z.array(refund) },
  metadata: z.unknown(),
});
const fulfillment = z.object({
  ...{ id: z.string(), state: z.string(), method: z.string(), trackingCode: text, updatedAt: z.string() },
  lines: z.array(z.object({ quantity: z.int(), orderLineId: z.string() })),
});

export type VendureRefund = z.infer<typeof refund>;

export const LINE_FIELDS = `id quantity orderPlacedQuantity unitPriceWithTax proratedUnitPriceWithTax productVariant { ${VARIANT_FIELDS} }`;
export const line = z.object({
  ...{ id: z.string(), quantity: z.int(), orderPlacedQuantity: z.int() },
  ...{ unitPriceWithTax: z.int(), proratedUnitPriceWithTax: z.int() },
  productVariant: variant,
});
export type VendureLine = z.infer<typeof line>;

export const ORDER_FIELDS = `id code state orderPlacedAt currencyCode totalWithTax
  customer { id }
  lines { ${LINE_FIELDS} }
  shippingAddress { countryCode }
  shippingLines { shippingMethod { code } }
  payments { id amount state transactionId metadata refunds { id createdAt total state reason lines { orderLineId } } }
  fulfillments { id state method trackingCode updatedAt lines { quantity orderLineId } }`;
export const order = z.object({
  ...{ id: z.string(), code: z.string(), state: z.string(), orderPlacedAt: text, currencyCode: z.string() },
  ...{ totalWithTax: z.int(), lines: z.array(line) },
  customer: z.nullish(z.object({ id: z.string() })),
  shippingAddress: z.nullish(z.object({ countryCode: text })),
  shippingLines: z.array(z.object({ shippingMethod: z.object({ code: z.string() }) })),
  payments: z.nullish(z.array(payment)),
  fulfillments: z.nullish(z.array(fulfillment)),
});
export type VendureOrder = z.infer<typeof order>;

/** A mutation that was refused says so in its data. */
export const REFUSAL = '... on ErrorResult { errorCode }';
export const done = z.object({ errorCode: z.optional(z.string()) });
