/** A cart as VTEX writes it. */

import type { Cart } from './carts';
import { discountOf, promotionFor } from './coupons';
import { type Sla, shareOf } from './delivery';
import { masked, type Person, SALES_CHANNELS, type VtexAddress } from './people';
import { cardOf } from './profiles';
import { priceOf, type Quote, type Quoted, SHIPS_TO, writtenSlas } from './quote';
import type { World } from './world';
import { profileIn, writtenAddress } from './written';

type Message = { readonly code: string; readonly text: string; readonly status: string };

export type Form = {
  readonly cart: Cart;
  readonly person: Person | null;
  readonly address: VtexAddress | null;
  readonly quote: Quote;
  readonly sla: Sla | null;
  /** Whoever asks may see what is personal. */
  readonly isTheirs: boolean;
  readonly messages: readonly Message[];
};

export function writtenForm(world: World, form: Form) {
  const { cart, person, quote, sla, isTheirs, messages } = form;
  const goods = quote.lines.filter(({ state }) => state !== 'withoutStock');
  const items = goods.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const lines = goods.map(({ sku, quantity, price }) => ({ skuId: sku.skuId, quantity, price }));
  const discount = discountOf(world, cart.coupon, lines);
  const isUnknown = cart.coupon !== null && !promotionFor(world, cart.coupon);
  const value = items + (sla?.price ?? 0) - discount;
  const accounts = person && isTheirs ? person.cards.map((card) => cardOf(person, card)) : [];
  return {
    ...{ orderFormId: cart.orderFormId, salesChannel: cart.salesChannel, loggedIn: person !== null },
    ...{ isCheckedIn: false, storeId: null, checkedInPickupPointId: null, allowManualPrice: false },
    ...{ canEditData: isTheirs, userProfileId: person?.userId ?? null, userType: null, ignoreProfileData: false },
    ...{ profileProvider: 'VTEX', availableAccounts: [], availableAddresses: [], value },
    // Texts for people, except that each has a code.
    messages: [...messages, ...(isUnknown ? [COUPON_UNKNOWN] : [])],
    items: quote.lines.map((line, at) => itemOf(line, `${cart.orderFormId}${at}`)),
    ...{ selectableGifts: [], itemMetadata: { items: [] } },
    totalizers: [
      { id: 'Items', name: 'Items Total', value: items },
      ...(discount > 0 ? [{ id: 'Discounts', name: 'Discounts Total', value: 0 - discount }] : []),
      ...(sla ? [{ id: 'Shipping', name: 'Shipping Total', value: sla.price }] : []),
    ],
    shippingData: shippingOf(form),
    clientProfileData: person && profileSeen(person, isTheirs),
    paymentData: {
      ...{ installmentOptions: [], paymentSystems: [], payments: cart.payments, giftCards: [], transactions: [] },
      ...{ giftCardMessages: [], availableAccounts: accounts, availableTokens: [] },
    },
    marketingData: cart.coupon === null ? null : { coupon: cart.coupon },
    sellers: [{ id: '1', name: 'Willow Market', logo: null }],
    clientPreferencesData: { locale: world.language === 'it' ? 'it-IT' : 'en-GB', optinNewsLetter: false },
    storePreferencesData: { countryCode: 'ITA', currencyCode: SALES_CHANNELS[cart.salesChannel] },
    ...{ commercialConditionData: null, giftRegistryData: null, openTextField: null },
    ...{ customData: null, ratesAndBenefitsData: { rateAndBenefitsIdentifiers: [], teaser: [] } },
  };
}

const COUPON_UNKNOWN: Message = { code: 'couponNotFound', text: 'The coupon was not found', status: 'error' };

function itemOf({ sku, quantity, price, state }: Quoted, uniqueId: string) {
  return {
    ...{ uniqueId, id: sku.skuId, productId: sku.productId, productRefId: sku.good.id, refId: sku.good.id, ean: null },
    ...{ name: sku.title, skuName: sku.title, modalType: null, parentItemIndex: null, parentAssemblyBinding: null },
    ...{ assemblies: [], priceValidUntil: '2030-01-01T00:00:00Z', tax: 0, price, listPrice: price, manualPrice: null },
    ...{ manualPriceAppliedBy: null, sellingPrice: price, rewardValue: 0, isGift: false, preSaleDate: null, quantity },
    additionalInfo: {
      ...{ dimension: null, brandName: sku.brand, brandId: '1', offeringInfo: null, offeringType: null },
      offeringTypeId: null,
    },
    ...{ productCategoryIds: `/${sku.category.id}/`, productCategories: { [sku.category.id]: sku.category.name } },
    ...{ seller: '1', sellerChain: ['1'], imageUrl: '', detailUrl: `/${sku.good.id}/p`, components: [] },
    ...{ bundleItems: [], attachments: [], attachmentOfferings: [], offerings: [], priceTags: [], availability: state },
    ...{ measurementUnit: 'un', unitMultiplier: 1, manufacturerCode: null, priceDefinition: priceOf(price, quantity) },
  };
}

function shippingOf({ address, person, quote, sla, isTheirs }: Form) {
  if (!address || !person) return null;
  const seen = (one: VtexAddress) => (isTheirs ? writtenAddress(one) : hidden(one));
  return {
    ...{ address: seen(address), selectedAddresses: [seen(address)], availableAddresses: person.addresses.map(seen) },
    logisticsInfo: quote.lines.map((line, itemIndex) => ({
      ...{ itemIndex, selectedSla: sla?.id ?? null, selectedDeliveryChannel: sla?.deliveryChannel ?? null },
      ...{ addressId: address.addressId, itemId: line.sku.skuId, shipsTo: SHIPS_TO },
      price: sla ? shareOf(sla.price, quote.lines.length, itemIndex) : 0,
      ...{ slas: writtenSlas(quote.slas, quote.lines.length, itemIndex), deliveryChannels: [{ id: 'delivery' }] },
    })),
  };
}

function hidden(one: VtexAddress) {
  const address = writtenAddress(one);
  const { receiverName, street, number, postalCode } = address;
  const stars = { receiverName: masked(receiverName), street: masked(street), number: masked(number) };
  return { ...address, ...stars, postalCode: masked(postalCode) };
}

function profileSeen(person: Person, isTheirs: boolean) {
  const profile = profileIn(person);
  if (isTheirs) return profile;
  const { firstName, lastName, phone } = profile;
  return { ...profile, firstName: masked(firstName), lastName: masked(lastName), phone: masked(phone) };
}
