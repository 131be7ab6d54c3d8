/** Everything an intent may call, joined in `conversation/services`. */

import type { Remedies } from '../../services/care/remedies';
import type { Call } from '../../services/commerce/call';
import type { Goods } from '../../services/commerce/goods';
import type { Merchant } from '../../services/commerce/merchant';
import type { Ordering } from '../../services/commerce/ordering';
import type { Shop } from '../../services/commerce/shop';
import type { Whereabouts } from '../../services/commerce/whereabouts';
import type { Content } from '../../services/content/content';
import type { PersonLines } from '../../services/conversation/person-lines';
import type { Desk } from '../../services/hand-off/desk';
import type { BuyingLimits } from '../../services/limits/limits';
import type { VoiceCodes } from '../../services/limits/voice-code';
import type { OwnData } from '../../services/privacy/own-data';
import type { Reach } from '../../services/reach/reach';
import type { ReminderMade, ReminderWish } from '../../services/reach/reminders';
import type { Device } from '../../vocabulary/device';
import type { NewsWay } from '../../vocabulary/news';
import type { Reply } from '../../vocabulary/outcome';
import type { PlainDate } from '../../vocabulary/values';

export type Services = {
  readonly merchant: Merchant;
  /** Reads, and the cart; buying goes through `ordering`. */
  readonly goods: Pick<Goods, 'meant' | 'near' | 'byIds' | 'ofKind' | 'sizeOf' | 'withTrait' | 'some'>;
  readonly shop: Pick<Shop, 'catalogue' | 'history' | 'rates' | 'cart' | 'advice'>;
  /** Orders to be told of, with their parcels as the carriers see them; what acts on an order reads `shop.history`. */
  readonly whereabouts: Whereabouts;
  /** What the shop has written for its shoppers. */
  readonly content: Content;
  readonly ordering: Ordering;
  /** Whether anything is bought here at all; where not, nobody is invited to. */
  readonly sells: boolean;
  /** What the shopper allows an order, and a day, to come to. */
  readonly limits: BuyingLimits;
  /** null: nobody can sign in here to set one. */
  readonly voiceCodes: Pick<VoiceCodes, 'try'> | null;
  /** Where a shopper signs in to set limits and code, as it is shown; null: nowhere. */
  readonly limitsPage: string | null;
  /** Where whoever writes from a phone signs in and goes on, as it is shown; null: nowhere. */
  readonly signInPage: string | null;
  /** What may be done about an order that was placed, and has it done. */
  readonly remedies: Remedies;
  /** What is kept of whoever speaks. */
  readonly ownData: OwnData;
  readonly desk: Pick<Desk, 'availability' | 'showsFiles' | 'showsNumbers'>;
  /** Whether a telephone number that somebody gives can be kept sealed here. */
  readonly sealsPhones: boolean;
  /** What people wrote to this shopper, where it was taken out of what is remembered. */
  readonly personLines: PersonLines;
  readonly reach: Reach;
  /** How news of orders can be had here; empty: the shop tells nothing by itself. */
  readonly newsWays: readonly NewsWay[];
  /** Asks the voice assistant for a reminder; the same turn asks once, however often it is decided. */
  readonly remind: (
    wish: Omit<ReminderWish, 'day' | 'text'> & { readonly inDays: number; readonly said: Reply },
    at: NonNullable<Device['profile']>,
    call: Call,
  ) => Promise<ReminderMade>;
  /** The shop's calendar, milliseconds: for its hours and its days, never for deadlines. */
  readonly calendar: () => number;
  /** Today in this zone by the shop's calendar. */
  readonly today: (timeZone: string) => PlainDate;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Unguessable, for ids and references. */
  readonly random: () => string;
};
