/** The few lines an agent reads first: why, what was wanted, what it is about. */

import type { Memory } from '../../vocabulary/memory';
import type { Effect, HandOffReason, HandOffRequest, Reply } from '../../vocabulary/outcome';
import { type Part, replies } from '../kit/define';

const SAYS = {
  asked: {},
  notUnderstood: {},
  policy: {},
  backEndFailed: {},
  paymentNeeded: {},
  highValue: {},
  complaint: {},
  wanted: { goods: 'list' },
  about: { product: 'product' },
  orders: { orders: 'shown' },
  callBack: {},
  callOff: {},
} as const;
const say = replies('HandOff', SAYS);

export const HandOff: Part = { name: 'HandOff', personal: false, says: SAYS, asks: {} };

/** What the bot notes for the person, in their language. */
export function forPerson(key: 'callBack' | 'callOff'): Effect {
  return { kind: 'for-person', what: say(key) };
}

const REASONS = {
  asked: 'asked',
  'not-understood': 'notUnderstood',
  policy: 'policy',
  'back-end-failed': 'backEndFailed',
  'payment-needed': 'paymentNeeded',
  'high-value': 'highValue',
  complaint: 'complaint',
} as const satisfies Record<HandOffReason, string>;

type About = {
  readonly memory: Memory;
  /** The orders' numbers as the shop shows them; empty where it could not be asked. */
  readonly numbers: readonly string[];
};

/** At most four lines; what was being asked stands beside them in the packet. */
export function summaryOf({ reason, lines, orderIds }: HandOffRequest, about: About): readonly Reply[] {
  const { topic } = about.memory;
  const orders = about.numbers.length > 0 ? about.numbers : orderIds;
  const items = lines.map(({ title, quantity }) => ({ type: 'amount', product: { title }, quantity }) as const);
  const summary: Reply[] = [say(REASONS[reason])];
  if (items.length > 0) summary.push(say('wanted', { goods: { type: 'list', items, join: 'and' } }));
  if (topic.product) summary.push(say('about', { product: { type: 'product', product: topic.product } }));
  if (orders.length > 0) summary.push(say('orders', { orders: { type: 'shown', text: orders.join(', ') } }));
  return summary;
}
