/** The names of all intents. */

/** What a shopper may ask of a shop. */
export const SHOP_INTENTS = [
  'Reorder',
  'OrderStatus',
  'OrderNews',
  'ShippingCost',
  'DeliveryTime',
  'ShippingOptions',
  'CartCheckout',
  'CancelOrder',
  'ChangeAddress',
  'ReturnRefund',
  'RefundStatus',
  'DeliveryProblem',
  'SupportPolicy',
  'TalkToHuman',
  'SendToPhone',
  'Replenish',
  'Recommend',
  'VoiceLimits',
  'MyName',
  'MyData',
  'Feedback',
] as const;

/** Amazon's own. */
export const BUILT_INS = [
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Fallback',
  'Repeat',
  'NavigateHome',
  'Select',
  'More',
  'Next',
  'Previous',
  'StartOver',
] as const;

/** Neither asks a shop for anything nor answers; Amazon has no name for it. */
export const COURTESIES = ['Thanks', 'Insult', 'LegalThreat', 'Child', 'Volume', 'Pace', 'SmallTalk'] as const;

/** Heard by the language's own list of signs alone, before anything else. */
export const ALARMS = ['Emergency'] as const;

export const INTENTS = [...SHOP_INTENTS, ...BUILT_INS, ...COURTESIES, ...ALARMS] as const;

export type IntentName = (typeof INTENTS)[number];
