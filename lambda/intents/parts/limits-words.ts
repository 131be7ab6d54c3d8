/** What is said of a shopper's own limits, and the way to the page where they are set. */

import { minorIn } from '../../services/commerce/sums';
import { type AmountProblem, LARGEST_LIMIT } from '../../services/limits/amounts';
import type { LimitSpan } from '../../services/limits/buying-rules';
import type { Reply } from '../../vocabulary/outcome';
import type { Money } from '../../vocabulary/values';
import { type Acted, done, replies, type ShopperScene } from '../kit/define';
import { money } from '../kit/money';
import { offerPerson } from '../TalkToHuman';
import { codeScreen } from './screens';

export const LIMIT_SAYS = {
  setOrder: { most: 'money' },
  setDay: { most: 'money' },
  sameOrder: { most: 'money' },
  sameDay: { most: 'money' },
  off: {},
  offByTeam: {},
  isOn: {},
  otherMoney: { currency: 'currency' },
  tooMuch: { most: 'money' },
  notZero: {},
  badAmount: {},
  noCode: {},
  none: {},
  hasOrder: { most: 'money' },
  hasDay: { most: 'money' },
  isOff: {},
  hasCode: {},
  codeLocked: {},
  onlyThere: {},
  codeThere: {},
  codeOffThere: {},
  inApp: {},
  page: { site: 'shown' },
  byTeam: {},
  howTo: {},
  neverTell: {},
  cardTitle: {},
} as const;
export const say = replies('VoiceLimits', LIMIT_SAYS);

/** Who speaks of a code, and who told it before anybody asked. */
export const neverTell = say('neverTell');

/** Digits behind it are the code, whatever else they could be. */
export function warnedOfCode(last: { readonly replies: readonly Reply[] } | null): boolean {
  return last?.replies.some(({ key }) => key === neverTell.key) ?? false;
}

const OF_SPAN = {
  order: { set: 'setOrder', same: 'sameOrder', has: 'hasOrder' },
  day: { set: 'setDay', same: 'sameDay', has: 'hasDay' },
} as const satisfies Readonly<Record<LimitSpan, object>>;

export function limitReply(span: LimitSpan, how: 'set' | 'same' | 'has', most: Money): Reply {
  return say(OF_SPAN[span][how], { most: money(most) });
}

/** Why an amount sets no limit, and what would. */
export function notSet(problem: AmountProblem, currency: string): Reply {
  if (problem !== 'tooMuch') return say(problem);
  return say('tooMuch', { most: money({ minor: minorIn(LARGEST_LIMIT, currency), currency }) });
}

/** What only who signs in may do: where that is, or a person where this shop has no such page. */
export function toLimitsPage(said: Reply, scene: ShopperScene): Acted {
  const { turn, services } = scene;
  const { limitsPage: address } = services;
  if (address === null) return offerPerson({ reason: 'policy', said: [say('byTeam')] }, scene);
  const page = say('page', { site: { type: 'shown', text: address } });
  if (turn.form === 'text') return done(said, page);
  return {
    ...done(said, say('inApp')),
    card: { kind: 'simple', title: say('cardTitle'), lines: [page] },
    ...(turn.device?.screen ? { screen: codeScreen(address, [page]) } : {}),
  };
}
