/** The services that intents use, on ports that keep to their time. */

import type { Logger } from 'pino';
import type { Services } from '../intents/kit/services';
import type { Voice } from '../language/speech/say';
import { NO_CARE } from '../services/care/care';
import { createRemedies, type Remedies } from '../services/care/remedies';
import { rememberAccounts, rememberWho } from '../services/commerce/accounts-cache';
import type { Call } from '../services/commerce/call';
import type { Goods } from '../services/commerce/goods';
import type { Merchant } from '../services/commerce/merchant';
import { createOrdering } from '../services/commerce/ordering';
import { type Patience, patient } from '../services/commerce/patience';
import type { Shop } from '../services/commerce/shop';
import { tracked } from '../services/commerce/tracking';
import { createWhereabouts } from '../services/commerce/whereabouts';
import type { Content } from '../services/content/content';
import { createPersonLines } from '../services/conversation/person-lines';
import type { Availability, Desk } from '../services/hand-off/desk';
import { inTime } from '../services/in-time';
import { createLimits, LIMITS_PAGE } from '../services/limits/limits';
import { createVoiceCodes } from '../services/limits/voice-code';
import { ownDataOf } from '../services/privacy/own-data';
import { ownOf } from '../services/privacy/redact';
import type { ProfileEmail, Reach } from '../services/reach/reach';
import type { ReminderMade, SetReminder } from '../services/reach/reminders';
import { type Admit, admitByPlatform, admitLinked } from '../services/sign-in/link-tokens';
import type { Store } from '../services/store';
import { dayAfter, dayIn } from '../vocabulary/calendar';
import type { NewsWay } from '../vocabulary/news';
import type { PlainDate } from '../vocabulary/values';
import { sayAlone } from './words';

export type ServiceNeeds = {
  readonly store: Store;
  readonly shop: Shop;
  readonly goods: Goods;
  /** How long the shop is waited for; absent: as long as shoppers wait. */
  readonly patience?: Patience;
  readonly merchant: Merchant;
  readonly content: Content;
  readonly desk: Pick<Desk, 'availability' | 'showsFiles' | 'showsNumbers' | 'name' | 'forget'>;
  readonly voice: Voice;
  /** Absent: nothing here can remind anybody. */
  readonly setReminder?: SetReminder;
  readonly reach: Reach;
  /** How news of orders can be had here. */
  readonly newsWays: readonly NewsWay[];
  /** Where accounts are linked by the house; absent: only the platform's own tokens are taken. */
  readonly linking?: {
    /** The server's own. */
    readonly secret: string;
    /** Where the house has its page of limits; null: it has none, or nobody can be told. */
    readonly pagesAt: string | null;
  };
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  /** The shop's calendar. */
  readonly today: (timeZone: string) => PlainDate;
  /** Unguessable. */
  readonly random: () => string;
  readonly log: Pick<Logger, 'error'>;
};

/** Milliseconds the desk, or Amazon, may take to say what can be gone on without. */
const ASIDE_MS = 1_500;

export function servicesOf(needs: ServiceNeeds): Services & { readonly admit: Admit } {
  const { merchant, content, store, now, wait, today, random, calendar } = needs;
  const shop = patient(needs.shop, now, needs.patience);
  const history = historyOf(shop);
  const whereabouts = createWhereabouts(history, now, store.mirrors);
  const shopsDay = () => today(merchant.support.hours.timeZone);
  const limits = createLimits({ records: store.buyingRules, today: shopsDay, now });
  const ordering = createOrdering({
    limits,
    ...{ purchases: shop.purchases, goods: needs.goods },
    attempts: store.attempts,
    now,
    wait,
    sameOrderMinutes: merchant.limits.sameOrderMinutes,
  });
  const remedies = remediesOf(shop, needs);
  const { availability, ...shows } = needs.desk;
  const desk = { ...shows, availability: (call: Call) => availabilityOf(call, needs) };
  const reach = patientReach(needs);
  const remind = reminding(needs);
  const admit = admittingOf(shop, needs);
  const ownData = ownDataOf({ store, desk: needs.desk, forget: whereabouts.forget }, needs.log);
  return {
    merchant,
    content,
    ownData,
    shop,
    whereabouts,
    goods: needs.goods,
    ordering,
    sells: shop.purchases.isOffered !== false,
    limits,
    ...signedInOf(needs),
    remedies,
    desk,
    sealsPhones: store.conversations.sealsPhones === true,
    personLines: createPersonLines(store.conversations, ownOf(merchant)),
    reach,
    remind,
    newsWays: needs.newsWays,
    ...{ calendar, now, today, random },
    admit,
  };
}

/** Its parcels as the carriers see them, where they are asked. */
export function historyOf({ history, tracking }: Pick<Shop, 'history' | 'tracking'>): Shop['history'] {
  return tracking ? tracked(history, tracking) : history;
}

/** The web chat, which begins a sign-in by itself. */
const SIGN_IN_PAGE = '/chat#sign-in';

/** What is set on a page, where shoppers can sign in to one. */
function signedInOf({
  linking,
  shop,
  store,
}: ServiceNeeds): Pick<Services, 'voiceCodes' | 'limitsPage' | 'signInPage'> {
  if (!linking || !shop.signIn) return { voiceCodes: null, limitsPage: null, signInPage: null };
  const { secret, pagesAt } = linking;
  const at = (path: string) => (pagesAt === null ? null : `${pagesAt}${path}`);
  const voiceCodes = createVoiceCodes({ records: store.buyingRules, secret });
  return { voiceCodes, limitsPage: at(LIMITS_PAGE), signInPage: at(SIGN_IN_PAGE) };
}

/** A link is taken back here, and not at the shop: who it is for is known from before. With what is told from memory it is under 300. */
const WHO_HOLD_MS = 60;

function admittingOf({ accounts, signIn }: Shop, { store, linking, now }: ServiceNeeds): Admit {
  const remembered = rememberAccounts(accounts, now);
  if (!linking || !signIn) return admitByPlatform(remembered);
  return admitLinked({
    accounts: remembered,
    again: rememberWho(signIn.again, now, WHO_HOLD_MS),
    links: store.links,
    secret: linking.secret,
    now,
  });
}

type RemediesNeeds = Pick<ServiceNeeds, 'store' | 'merchant' | 'now' | 'wait'>;

/** `shop` keeps to its time. */
export function remediesOf({ care = NO_CARE }: Shop, { store, merchant, now, wait }: RemediesNeeds): Remedies {
  return createRemedies({ care, actions: store.careActions, policy: merchant.policy, now, wait });
}

const OPEN: Availability = { kind: 'open', waiting: 0 };

/** A desk that cannot say is taken for open: the shopper is promised no time. */
async function availabilityOf(call: Call, { desk, now, log }: ServiceNeeds): Promise<Availability> {
  try {
    return await inTime(call, { now, most: ASIDE_MS, run: (inner) => desk.availability(inner), late: () => OPEN });
  } catch (error) {
    log.error({ err: error }, 'a desk could not say whether anybody is there');
    return OPEN;
  }
}

/** The latest turns' own, so that a turn that is decided once more does not set the same reminder twice. */
const MOST_REMEMBERED = 200;

function reminding({ setReminder, voice, now }: ServiceNeeds): Services['remind'] {
  const asked = new Map<string, Promise<ReminderMade>>();
  const late = (): ReminderMade => ({ kind: 'unavailable' });
  return (wish, at, call) => {
    const before = asked.get(call.traceId);
    if (before) return before;
    const { inDays, said, ...when } = wish;
    const text = sayAlone({ replies: [said] }, { locale: call.locale }, voice).speech.plain;
    // The assistant's clock is the real one, whatever day the shop's calendar has.
    const day = dayAfter(dayIn(when.timeZone, now()), inDays);
    const run = async (inner: Call) => setReminder?.({ ...when, day, text }, at, inner) ?? late();
    const made = inTime(call, { now, most: ASIDE_MS, run, late });
    asked.set(call.traceId, made);
    for (const oldest of asked.keys()) if (asked.size > MOST_REMEMBERED) asked.delete(oldest);
    return made;
  };
}

function patientReach({ reach, now }: ServiceNeeds): Reach {
  const late = (): ProfileEmail => ({ kind: 'unavailable' });
  return {
    ...reach,
    readProfile: (profile, call) =>
      inTime(call, { now, most: ASIDE_MS, run: (inner) => reach.readProfile(profile, inner), late }),
  };
}
