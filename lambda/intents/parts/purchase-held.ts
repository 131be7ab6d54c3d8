/** What is said of an order that wants a code, or that the shopper's own rules forbid. */

export const HELD_SAYS = {
  codeOffer: {},
  codeWrong: {},
  codeLocked: {},
  verifying: {},
  unverified: {},
  voiceOff: {},
  overOrder: { most: 'money' },
  overDay: { most: 'money' },
  changedThere: {},
  changedByTeam: {},
} as const;
