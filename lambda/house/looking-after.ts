/** What is looked after while nobody talks: actions about orders that hang, what was promised to be told, and what a shop tells by itself. */

import { type CareNews, createCareNews } from '../conversation/care-news';
import { type ContactHistory, createContactHistory } from '../conversation/contact-history';
import { createDeskRemedies, type DeskRemedies } from '../conversation/desk-care';
import type { DeskEvents } from '../conversation/desk-event';
import { createLateNews, type LateNews } from '../conversation/late-news';
import { createOrderNews, type OrderNews } from '../conversation/order-news';
import { historyOf, remediesOf } from '../conversation/services';
import { createSpeakerNews, type SpeakerNews } from '../conversation/speaker-news';
import type { Voice } from '../language/speech/say';
import type { Remedies } from '../services/care/remedies';
import { createLateOrders, type LateOrders } from '../services/commerce/late-orders';
import type { Merchant } from '../services/commerce/merchant';
import { patient } from '../services/commerce/patience';
import type { Shop } from '../services/commerce/shop';
import type { ContactRecords } from '../services/hand-off/contact-records';
import type { OrderChanges } from '../services/news/changes';
import type { Store } from '../services/store';
import type { OpenOptions } from './earshot';

type AfterNeeds = Pick<OpenOptions, 'patience' | 'log' | 'sendNotice'> & {
  readonly shop: Shop;
  readonly changes: OrderChanges | undefined;
  readonly records: ContactRecords | undefined;
  readonly store: Store;
  readonly voice: Voice;
  readonly merchant: Merchant;
  readonly events: DeskEvents;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** The shop's, milliseconds. */
  readonly calendar: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

export type LookedAfter = {
  readonly remedies: Remedies;
  readonly careNews: CareNews;
  readonly deskCare: DeskRemedies;
  readonly orderNews: OrderNews;
  readonly contactHistory: ContactHistory;
  readonly lateNews: LateNews;
  readonly speakerNews: SpeakerNews;
  readonly lateOrders: LateOrders;
};

export function lookingAfter({ patience, ...needs }: AfterNeeds): LookedAfter {
  // Turns do not wait behind it, nor it behind turns: its breakers are its own.
  const shop = patient(needs.shop, needs.now, patience);
  const remedies = remediesOf(shop, needs);
  const { purchases, signIn } = shop;
  const locale = needs.voice.languages[0] ?? 'en';
  return {
    remedies,
    careNews: createCareNews({ ...needs, remedies }),
    deskCare: createDeskRemedies({ ...needs, remedies }),
    speakerNews: createSpeakerNews(needs),
    orderNews: createOrderNews({
      ...needs,
      history: historyOf(shop),
      signIn,
      locale,
    }),
    contactHistory: createContactHistory({ ...needs, locale }),
    lateNews: createLateNews({ ...needs, signIn, locale }),
    lateOrders: createLateOrders({
      ...{ purchases, again: signIn?.again, attempts: needs.store.attempts, now: needs.now },
      inbox: needs.store.inbox,
      limits: needs.store.buyingRules,
    }),
  };
}
