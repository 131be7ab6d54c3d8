/** The table of all intents and speaking parts. */

import type { IntentName, Question } from '../turn';
import { DeliveryTime } from './DeliveryTime';
import type { Ask, Intent, Part } from './define';
import { Fallback } from './Fallback';
import { Help } from './Help';
import { HandOff } from './hand-off-summary';
import { Join } from './join';
import {
  CancelOrder,
  CartCheckout,
  ChangeAddress,
  DeliveryProblem,
  Feedback,
  MyData,
  Recommend,
  RefundStatus,
  Replenish,
  ReturnRefund,
  SupportPolicy,
} from './later';
import { OrderStatus } from './OrderStatus';
import { Person } from './person';
import { Purchase } from './purchase';
import { Reorder } from './Reorder';
import { SendToPhone } from './SendToPhone';
import { ShippingCost } from './ShippingCost';
import { ShippingOptions } from './ShippingOptions';
import { Cancel, NavigateHome, Stop } from './Stop';
import { TalkToHuman } from './TalkToHuman';
import { Thanks } from './Thanks';
import { Phone } from './to-phone';
import { Trouble } from './trouble';
import { More, Next, No, Previous, Repeat, Select, StartOver, Yes } from './unasked';
import { Welcome } from './welcome';

export const INTENT_TABLE: Readonly<Record<IntentName, Intent>> = {
  Reorder,
  OrderStatus,
  ShippingCost,
  DeliveryTime,
  ShippingOptions,
  CartCheckout,
  CancelOrder,
  ChangeAddress,
  ReturnRefund,
  RefundStatus,
  DeliveryProblem,
  SupportPolicy,
  TalkToHuman,
  SendToPhone,
  Replenish,
  Recommend,
  MyData,
  Feedback,
  Yes,
  No,
  Help,
  Stop,
  Cancel,
  Fallback,
  Repeat,
  NavigateHome,
  Select,
  More,
  Next,
  Previous,
  StartOver,
  Thanks,
};

/** Everything that speaks: what the locale files must have words for. */
export const PARTS: readonly Part[] = [
  ...Object.values(INTENT_TABLE),
  Purchase,
  Welcome,
  Trouble,
  HandOff,
  Person,
  Phone,
  Join,
];

const asks = new Map(
  PARTS.flatMap((part) => Object.entries(part.asks).map(([name, one]) => [`${part.name}.${name}`, { part, ask: one }])),
);

/** Who asked this and how it is answered; null for a question of an older version that nobody asks any more. */
export function askOf(question: Question): { readonly part: Part; readonly ask: Ask } | null {
  return (asks.get(question.id) as { part: Part; ask: Ask } | undefined) ?? null;
}
