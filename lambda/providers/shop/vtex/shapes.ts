/** What VTEX's answers must hold; whatever else they hold is of no interest, and new fields appear unannounced. */

import * as z from 'zod/mini';

const text = z.nullish(z.string());

export const address = z.object({
  ...{ addressId: z.string(), addressType: text, receiverName: text, postalCode: text, city: text, state: text },
  /** ISO 3166-1 alpha-3. */
  country: text,
  ...{ street: text, number: text, neighborhood: text, complement: text, reference: text },
});
export type VtexAddress = z.infer<typeof address>;

/** A card the shopper has stored with the shop. */
export const account = z.object({
  ...{ accountId: z.string(), paymentSystem: z.string(), paymentSystemName: text, cardNumber: text },
  isExpired: z.nullish(z.boolean()),
});
export type VtexAccount = z.infer<typeof account>;

export const profile = z.object({
  userProfileId: text,
  availableAddresses: z.nullish(z.array(address)),
  availableAccounts: z.nullish(z.array(account)),
  userProfile: z.nullish(z.object({ email: text, firstName: text, lastName: text, phone: text })),
});
export type VtexProfile = z.infer<typeof profile>;

const seller = z.object({
  ...{ sellerId: z.string(), sellerDefault: z.nullish(z.boolean()) },
  /** The one price in VTEX that is a decimal number, without the tax on top of it: 0 where there is none. */
  commertialOffer: z.object({ Price: z.number(), AvailableQuantity: z.number(), Tax: z.nullish(z.number()) }),
});
export const searched = z.object({
  ...{ productId: z.string(), productName: z.string(), brand: text, categories: z.nullish(z.array(z.string())) },
  items: z.array(
    z.object({
      ...{ itemId: z.string(), name: z.string(), nameComplete: text, ean: text, measurementUnit: text },
      unitMultiplier: z.nullish(z.number()),
      referenceId: z.nullish(z.array(z.object({ Value: text }))),
      variations: z.nullish(z.array(z.unknown())),
      images: z.nullish(z.array(z.object({ imageUrl: text }))),
      sellers: z.array(seller),
    }),
  ),
});
export type VtexProduct = z.infer<typeof searched>;
export type VtexSku = VtexProduct['items'][number];

const packed = z.object({
  ...{ invoiceNumber: z.string(), invoiceValue: z.nullish(z.number()), issuanceDate: text },
  ...{ courier: text, trackingNumber: text, trackingUrl: text, type: z.nullish(z.string()) },
  items: z.nullish(z.array(z.object({ itemIndex: z.int(), quantity: z.int() }))),
  courierStatus: z.nullish(z.object({ finished: z.nullish(z.boolean()), deliveredDate: text })),
});
export type VtexPackage = z.infer<typeof packed>;

const logistics = z.object({
  ...{ itemIndex: z.int(), selectedSla: text, deliveryChannel: text, shippingEstimate: text },
  shippingEstimateDate: text,
  deliveryWindow: z.nullish(z.object({ startDateUtc: text, endDateUtc: text })),
});

const apps = z.nullish(z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })));

const wish = z.object({ reason: text, deniedBySeller: z.nullish(z.boolean()) });

const change = z.object({
  reason: text,
  itemsRemoved: z.nullish(z.array(z.object({ quantity: z.int(), price: z.int() }))),
});

export const order = z.object({
  ...{ orderId: z.string(), orderGroup: text, status: z.nullish(z.string()), creationDate: z.string() },
  ...{ value: z.int(), isCompleted: z.nullish(z.boolean()), authorizedDate: text },
  totals: z.array(z.object({ id: z.string(), value: z.int() })),
  items: z.array(
    z.object({
      ...{ id: z.string(), productId: text, name: z.string(), quantity: z.int(), sellingPrice: z.int() },
      /** What the merchant's other systems call it. */
      ...{ refId: text, seller: text, unitMultiplier: z.nullish(z.number()), tax: z.nullish(z.int()) },
      priceDefinition: z.nullish(z.object({ calculatedSellingPrice: z.int() })),
      priceDefinitions: z.nullish(z.object({ calculatedSellingPrice: z.int() })),
    }),
  ),
  clientProfileData: z.nullish(z.object({ email: text })),
  shippingData: z.nullish(z.object({ address: z.nullish(address), logisticsInfo: z.nullish(z.array(logistics)) })),
  packageAttachment: z.nullish(z.object({ packages: z.nullish(z.array(packed)) })),
  storePreferencesData: z.nullish(z.object({ currencyCode: text })),
  cancellationData: z.nullish(
    z.object({
      RequestedByUser: z.nullish(z.boolean()),
      RequestedByPaymentNotification: z.nullish(z.boolean()),
      ...{ Reason: text, CancellationDate: text },
    }),
  ),
  /** Wishes to call it off while somebody has it in hand. */
  cancellationRequests: z.nullish(z.array(wish)),
  customData: z.nullish(z.object({ customApps: apps })),
  /** What was taken out of it later. */
  changesAttachment: z.nullish(z.object({ changesData: z.nullish(z.array(change)) })),
});
export type VtexOrder = z.infer<typeof order>;

/** `items` of each are null, whatever they hold. */
export const listed = z.object({
  list: z.array(z.object({ orderId: z.string(), status: z.nullish(z.string()), creationDate: z.string() })),
  paging: z.object({ pages: z.int() }),
});

export const message = z.object({ code: text, text });
/** What changes a price: tax comes on top of it. A share where it is `isPercentual`, else minor units of all of the line. */
const tag = z.object({
  ...{ name: text, isPercentual: z.nullish(z.boolean()), rawValue: z.nullish(z.number()) },
  value: z.nullish(z.number()),
});
const sla = z.object({
  ...{ id: z.string(), deliveryChannel: text, shippingEstimate: text, price: z.int(), tax: z.nullish(z.int()) },
  availableDeliveryWindows: z.nullish(z.unknown()),
});
export const simulated = z.object({
  items: z.array(
    z.object({
      ...{ id: z.string(), requestIndex: z.nullish(z.int()), quantity: z.int(), seller: text, availability: text },
      ...{ price: z.nullish(z.int()), unitMultiplier: z.nullish(z.number()) },
      ...{ tax: z.nullish(z.int()), priceTags: z.nullish(z.array(tag)) },
      priceDefinition: z.nullish(z.object({ calculatedSellingPrice: z.int(), total: z.int() })),
    }),
  ),
  logisticsInfo: z.nullish(z.array(z.object({ itemIndex: z.int(), slas: z.nullish(z.array(sla)) }))),
  messages: z.nullish(z.array(message)),
});
export type VtexSimulation = z.infer<typeof simulated>;

/** What a PUT of an order answers, as far as it is paid and called back by it. */
export const placedOrder = z.object({
  orders: z.array(z.object({ orderId: z.string(), orderGroup: z.string(), value: z.int() })),
  transactionData: z.object({
    merchantTransactions: z.array(z.object({ transactionId: z.string(), merchantName: z.string() })),
  }),
});

/** A customer in Master Data; who has agreed to be written to has said so with the newsletter. */
export const customer = z.object({
  ...{ id: z.string(), email: text, userId: text },
  isNewsletterOptIn: z.nullish(z.boolean()),
});
export type VtexCustomer = z.infer<typeof customer>;

/** An address in Master Data: `addressName` is the id the profile has it by. */
export const customerAddress = z.object({ addressName: text, addressLabel: text });

export const promotion = z.object({
  ...{ idCalculatorConfiguration: z.string(), isActive: z.nullish(z.boolean()), isArchived: z.nullish(z.boolean()) },
  // Spelled so.
  ...{ utmSource: text, utmCampain: text, endDate: text },
});
export type VtexPromotion = z.infer<typeof promotion>;
