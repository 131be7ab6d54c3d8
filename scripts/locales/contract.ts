/** What every language must cover: the intents, their slots, and what each slot holds. */

import type { IntentName } from '../../lambda/turn';

export type SlotTypes = Readonly<Record<string, string>>;

/** The intents with slots or sentences of their own. */
export const INTENT_SLOTS: Readonly<Partial<Record<IntentName, SlotTypes>>> = {
  Reorder: { product: 'Product', quantity: 'AMAZON.NUMBER', speed: 'ShippingSpeed', basis: 'Basis' },
  OrderStatus: { product: 'Product', orderNumber: 'OrderNumber', date: 'AMAZON.DATE' },
  ShippingCost: { place: 'Place', speed: 'ShippingSpeed' },
  DeliveryTime: { place: 'Place', speed: 'ShippingSpeed' },
  ShippingOptions: { place: 'Place' },
  TalkToHuman: {},
};

/** Built-ins we teach typed language; Amazon knows their plain forms already. */
export const BUILT_INS = [
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Repeat',
  'NavigateHome',
  'More',
  'Next',
  'Previous',
  'StartOver',
] as const satisfies readonly IntentName[];

/** Built-ins that take samples of ours in the model; the screen intents, Select and Fallback stay Amazon's own. */
export const EXTENDED: readonly IntentName[] = [
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Repeat',
  'Next',
  'Previous',
  'StartOver',
];
