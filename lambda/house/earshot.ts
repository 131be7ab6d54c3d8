/** The house as it is opened: what it may be given, and what it gives. */

import type { Logger } from 'pino';
import type { App, AppNeeds } from '../conversation/answer';
import type { CareNews } from '../conversation/care-news';
import type { DeskRemedies } from '../conversation/desk-care';
import type { DeskEvents } from '../conversation/desk-event';
import type { SpeakerNews } from '../conversation/speaker-news';
import type { Learning } from '../language/hearing/classifier/classifiers';
import type { Hearing } from '../language/hearing/hear';
import type { Voice } from '../language/speech/say';
import type { Remedies } from '../services/care/remedies';
import type { Goods } from '../services/commerce/goods';
import type { GoodsIndex } from '../services/commerce/goods-index';
import type { LateOrders } from '../services/commerce/late-orders';
import type { Patience } from '../services/commerce/patience';
import type { Shop } from '../services/commerce/shop';
import type { Content } from '../services/content/content';
import type { CommitWatch } from '../services/conversation/commit-watch';
import type { Desk, DeskHouse } from '../services/hand-off/desk';
import type { Timer } from '../services/in-time';
import type { OrderChanges } from '../services/news/changes';
import type { SendNotice } from '../services/news/notices';
import type { Depot } from '../services/privacy/depot';
import type { Received } from '../services/queue/queues';
import type { WorkerNeeds } from '../services/queue/rounds';
import type { Worker } from '../services/queue/worker';
import type { Reach, ReachNeeds } from '../services/reach/reach';
import type { SetReminder } from '../services/reach/reminders';
import type { TextChannel } from '../services/reach/text-channel';
import type { Store } from '../services/store';
import type { OpenContent } from './contents';
import type { ShopFile } from './shop-file';
import type { DemoHandle, OpenShop } from './shops';
import type { Teacher } from './teacher';

export type OpenOptions = {
  /** Where the embedded store and what the shop keeps here lie; null keeps all of it in memory. */
  readonly folder: string | null;
  readonly shop: ShopFile;
  /** The folder with one folder per language. */
  readonly locales: string;
  /** The shop's calendar, milliseconds; real time where absent. */
  readonly calendar?: () => number;
  /** Real time, milliseconds. */
  readonly now?: () => number;
  /** When other wordings than the sample sentences are learned; absent: only those are understood. */
  readonly learning?: Learning['when'];
  /** Learns beside the loop what is learned meanwhile, and is closed with the house; null or absent: nobody. */
  readonly teacher?: Teacher | null;
  /** Where what was learned is kept; with the data where absent. */
  readonly models?: string;
  /** What stands behind the shop's ports; the demo shop where absent. */
  readonly provider?: OpenShop;
  /** Where the shop's content comes from; its own files where absent. */
  readonly content?: OpenContent;
  /** An index of goods that a build brought along; null or absent: it is written here, with the data. */
  readonly builtGoods?: string | null;
  /** An index that is there already, for those who open many houses on the same shop; it stays open. */
  readonly goodsIndex?: GoodsIndex;
  /** Languages that are still being written are spoken too, to whoever asks for one by name: for those who write them. */
  readonly drafts?: boolean;
  /** Throws away what the shop keeps here. */
  readonly fresh?: boolean;
  /** Missing words throw instead of being reported: for tests. */
  readonly strict?: boolean;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  readonly random?: () => string;
  /** How a second "yes" waits for the first. */
  readonly pause?: (ms: number) => Promise<void>;
  /** How long the shop is waited for; as long as shoppers wait where absent. */
  readonly patience?: Patience;
  /** What rings when a turn is out of time. */
  readonly timer?: Timer;
  /** Puts something between the app and the shop: for tests that watch it. */
  readonly wrap?: (shop: Shop) => Shop;
  /** The shop tells by signed requests what changes about its orders. */
  readonly hearsChanges?: boolean;
  /** The channels that are configured, the preferred first. */
  readonly channels?: readonly TextChannel[];
  /** Where people answer; the embedded desk where absent. */
  readonly desk?: (house: DeskHouse) => Desk;
  /** Where the house is reached from outside, `https://…`; null or absent: no link is given out. */
  readonly publicUrl?: string | null;
  /** The server's own secret; absent: one that is forgotten with the house. */
  readonly secret?: string;
  /** Tokens of the house's own linking server are taken. */
  readonly linksAccounts?: boolean;
  /** Where its pages are reached, where that is not `publicUrl`: on a developer's own machine. */
  readonly linksAt?: string;
  readonly readProfile?: ReachNeeds['readProfile'];
  /** Absent: no speaker chimes by itself. */
  readonly sendNotice?: SendNotice;
  /** Absent: nobody can be reminded of anything. */
  readonly setReminder?: SetReminder;
  /** 0 to 1, for pauses between tries. */
  readonly chance?: () => number;
  readonly workRhythm?: WorkerNeeds<never>['rhythm'];
  /** Where sealed files are kept; with everything else where absent or null. */
  readonly depot?: Depot | null;
  /** PostgreSQL instead of the file of the embedded store. */
  readonly database?: string | null;
  /** A database of their own for the keys of sealed words; beside the file of the embedded store it is a second file. */
  readonly keysDatabase?: string | null;
  /** Whether this process may change the schema of the database; a Lambda may not. */
  readonly migrates?: boolean;
  /** Puts something between the house and its store: whoever counts what is committed and delivered. */
  readonly watchStore?: (store: Store) => Store;
  /** Told of each turn that could not be answered but with an apology: whoever counts them. */
  readonly onBroke?: AppNeeds['onBroke'];
  /** Puts something between the house and its voice: whoever looks at what is said before it is words. */
  readonly watchVoice?: (voice: Voice) => Voice;
  /** The most connections to PostgreSQL at a time: few where many processes each answer one turn at a time. */
  readonly connections?: number;
};

export type Earshot = {
  readonly app: App;
  readonly shop: Shop;
  /** Where shoppers sign in on a page of the house, `https://…`; null: nowhere. */
  readonly signsInAt: string | null;
  /** Its goods, as they are found by what people call them. */
  readonly goods: Goods;
  /** How the shop tells what changes about its orders; absent: it does not. */
  readonly changes?: OrderChanges;
  /** Only where the shop is the demo shop. */
  readonly demo?: DemoHandle;
  readonly content: Content;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  /** Real time, milliseconds; by it waits, locks and deadlines are measured. */
  readonly now: () => number;
  readonly store: Store;
  readonly onCommit: CommitWatch['onCommit'];
  readonly onEveryCommit: CommitWatch['onEveryCommit'];
  readonly desk: Desk;
  readonly reach: Reach;
  readonly channels: readonly TextChannel[];
  /** What people do at a desk. */
  readonly events: DeskEvents;
  /** And what they do about a shopper's orders. */
  readonly deskCare: DeskRemedies;
  /** Tells what had no end when it was last talked about. */
  readonly careNews: CareNews;
  /** The notifications of speakers, and what their accounts say to them. */
  readonly speakerNews: SpeakerNews;
  /** What both of them ask, and what looks after what hangs. */
  readonly remedies: Remedies;
  /** What looks after orders whose outcome nobody knows. */
  readonly lateOrders: LateOrders;
  /** Deliver what waits, and read what came in; a server starts them, a scheduled Lambda lets them do some rounds. */
  readonly outgoing: Worker;
  readonly incoming: Worker;
  /** Takes in what a webhook brought: durable when it resolves; false: it was there already. */
  receive(received: Received): Promise<boolean>;
  readonly voice: Voice;
  readonly hearing: Hearing;
  /** Speaks and hears by the files as they are now. Throws, and has changed nothing, when they cannot be used. */
  reload(): void;
  /** Reads and learns a language now, so that the first turn in it has all its time. */
  ready(locale: string): Promise<void>;
  close(): Promise<void>;
};
