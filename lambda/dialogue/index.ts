/** The table of all intents and speaking parts. */

import { CancelOrder } from '../intents/CancelOrder';
import { CartCheckout } from '../intents/CartCheckout';
import { ChangeAddress } from '../intents/ChangeAddress';
import { Child } from '../intents/Child';
import { DeliveryProblem } from '../intents/DeliveryProblem';
import { DeliveryTime } from '../intents/DeliveryTime';
import { Emergency } from '../intents/Emergency';
import { Fallback } from '../intents/Fallback';
import { Feedback } from '../intents/Feedback';
import { Help } from '../intents/Help';
import { Insult } from '../intents/Insult';
import type { Ask, Intent, Part } from '../intents/kit/define';
import { PLAIN, type Policy } from '../intents/kit/policy';
import { LegalThreat } from '../intents/LegalThreat';
import { MyData } from '../intents/MyData';
import { MyName } from '../intents/MyName';
import { OrderNews } from '../intents/OrderNews';
import { OrderStatus } from '../intents/OrderStatus';
import { Pace } from '../intents/Pace';
import { Aftercare } from '../intents/parts/aftercare';
import { Besides } from '../intents/parts/besides';
import { Cancelling } from '../intents/parts/cancelling';
import { ChangedWords } from '../intents/parts/changed-words';
import { Consent, Refused } from '../intents/parts/consent';
import { Coupon } from '../intents/parts/coupon';
import { Courtesy } from '../intents/parts/courtesy';
import { DeskCare } from '../intents/parts/desk-care';
import { HandOff } from '../intents/parts/hand-off-summary';
import { Join } from '../intents/parts/join';
import { Later } from '../intents/parts/later';
import { Opening } from '../intents/parts/opening';
import { Person } from '../intents/parts/person';
import { Pieces } from '../intents/parts/pieces';
import { Placed } from '../intents/parts/placed';
import { Purchase } from '../intents/parts/purchase';
import { CareWords } from '../intents/parts/remedied';
import { RemedyOffer } from '../intents/parts/remedy-offer';
import { Reminder } from '../intents/parts/reminder';
import { Resume } from '../intents/parts/resume';
import { Screens } from '../intents/parts/screens';
import { SentFiles } from '../intents/parts/sent-files';
import { Shelf } from '../intents/parts/shelf';
import { Phone } from '../intents/parts/to-phone';
import { Trouble } from '../intents/parts/trouble';
import { Welcome } from '../intents/parts/welcome';
import { Recommend } from '../intents/Recommend';
import { RefundStatus } from '../intents/RefundStatus';
import { Reorder } from '../intents/Reorder';
import { Replenish } from '../intents/Replenish';
import { ReturnRefund } from '../intents/ReturnRefund';
import { SendToPhone } from '../intents/SendToPhone';
import { ShippingCost } from '../intents/ShippingCost';
import { ShippingOptions } from '../intents/ShippingOptions';
import { SmallTalk } from '../intents/SmallTalk';
import { Cancel, NavigateHome, Stop } from '../intents/Stop';
import { SupportPolicy } from '../intents/SupportPolicy';
import { TalkToHuman } from '../intents/TalkToHuman';
import { Thanks } from '../intents/Thanks';
import { VoiceLimits } from '../intents/VoiceLimits';
import { Volume } from '../intents/Volume';
import type { IntentName } from '../vocabulary/intents';
import type { Question } from '../vocabulary/outcome';
import { More, Next, No, Previous, Repeat, Select, StartOver, Yes } from './unasked';

export const INTENT_TABLE: Readonly<Record<IntentName, Intent>> = {
  Reorder,
  OrderStatus,
  OrderNews,
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
  MyName,
  MyData,
  VoiceLimits,
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
  Insult,
  LegalThreat,
  Child,
  Volume,
  Pace,
  SmallTalk,
  Emergency,
};

/** The slots of all intents, as they are heard. */
export const SLOTS = Object.fromEntries(Object.values(INTENT_TABLE).map(({ name, slots }) => [name, slots]));

/** Everything that speaks: what the locale files must have words for. */
export const PARTS: readonly Part[] = [
  ...Object.values(INTENT_TABLE),
  Courtesy,
  Besides,
  Purchase,
  Placed,
  Welcome,
  Trouble,
  HandOff,
  Person,
  Phone,
  SentFiles,
  ChangedWords,
  Join,
  Consent,
  Refused,
  CareWords,
  RemedyOffer,
  Coupon,
  Cancelling,
  Pieces,
  Aftercare,
  Screens,
  DeskCare,
  Opening,
  Shelf,
  Reminder,
  Later,
  Resume,
];

const asks = new Map(
  PARTS.flatMap((part) => Object.entries(part.asks).map(([name, one]) => [`${part.name}.${name}`, { part, ask: one }])),
);

/** Who asked this and how it is answered; null for a question of an older version that nobody asks any more, or in another shape. */
export function askOf(question: Question): { readonly part: Part; readonly ask: Ask } | null {
  const asked = asks.get(question.id) as { part: Part; ask: Ask } | undefined;
  return asked?.ask.isWhole(question.state) ? asked : null;
}

/** What a question is besides its words. */
export function policyOf(question: Question): Policy {
  return askOf(question)?.ask.policy ?? PLAIN;
}
