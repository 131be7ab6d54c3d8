/** Opens the house: store, shop, languages, and the app on top. Servers, tools and tests start here. */

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, createApp } from '../conversation/answer';
import { createDeskEvents, type DeskEvents } from '../conversation/desk-event';
import { INTENT_TABLE } from '../dialogue/index';
import type { Learning } from '../language/hearing/classifier/classifiers';
import { createHearing, type Hearing } from '../language/hearing/hear';
import { createVoice, type Voice } from '../language/speech/say';
import { createEmbeddedDesk } from '../providers/desk/embedded/embedded-desk';
import { openPostgresStore } from '../providers/store/postgres/open';
import { callWithin } from '../services/commerce/call';
import type { Shop } from '../services/commerce/shop';
import { type CommitWatch, watchCommits } from '../services/conversation/commit-watch';
import type { Desk, DeskHouse } from '../services/hand-off/desk';
import type { Timer } from '../services/in-time';
import { knowDigits } from '../services/privacy/spoken-words';
import type { Received } from '../services/queue/queues';
import type { Worker, WorkerNeeds } from '../services/queue/worker';
import { createReach, type Reach, type ReachNeeds } from '../services/reach/reach';
import type { TextChannel } from '../services/reach/text-channel';
import type { Store } from '../services/store';
import { createIncoming } from '../traffic/incoming';
import { createOutgoing } from '../traffic/outgoing';
import { dayIn } from '../vocabulary/calendar';
import { digitsIn } from './language-lists';
import { merchantOf, type ShopFile } from './shop-file';
import { type DemoHandle, type OpenShop, shopOpener } from './shops';

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
  /** Where what was learned is kept; with the data where absent. */
  readonly models?: string;
  /** What stands behind the shop's ports; the demo shop where absent. */
  readonly provider?: OpenShop;
  /** Throws away what the shop keeps here. */
  readonly fresh?: boolean;
  /** Missing words throw instead of being reported: for tests. */
  readonly strict?: boolean;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  readonly random?: () => string;
  /** How a second "yes" waits for the first. */
  readonly pause?: (ms: number) => Promise<void>;
  /** What rings when a turn is out of time. */
  readonly timer?: Timer;
  /** Puts something between the app and the shop: for tests that watch it. */
  readonly wrap?: (shop: Shop) => Shop;
  /** The channels that are configured, the preferred first. */
  readonly channels?: readonly TextChannel[];
  /** Where people answer; the embedded desk where absent. */
  readonly desk?: (house: DeskHouse) => Desk;
  /** Where the house is reached from outside, `https://…`; null or absent: no link is given out. */
  readonly publicUrl?: string | null;
  /** The server's own secret; absent: one that is forgotten with the house. */
  readonly secret?: string;
  readonly readProfile?: ReachNeeds['readProfile'];
  /** 0 to 1, for pauses between tries. */
  readonly chance?: () => number;
  readonly workRhythm?: WorkerNeeds<never>['rhythm'];
  /** PostgreSQL instead of the file of the embedded store. */
  readonly database?: string | null;
  /** Whether this process may change the schema of the database; a Lambda may not. */
  readonly migrates?: boolean;
  /** Puts something between the house and its store: whoever counts what is committed and delivered. */
  readonly watchStore?: (store: Store) => Store;
  /** The most connections to PostgreSQL at a time: few where many processes each answer one turn at a time. */
  readonly connections?: number;
};

export type Earshot = {
  readonly app: App;
  readonly shop: Shop;
  /** Only where the shop is the demo shop. */
  readonly demo?: DemoHandle;
  readonly store: Store;
  readonly onCommit: CommitWatch['onCommit'];
  readonly onEveryCommit: CommitWatch['onEveryCommit'];
  readonly desk: Desk;
  readonly reach: Reach;
  readonly channels: readonly TextChannel[];
  /** What people do at a desk. */
  readonly events: DeskEvents;
  /** Deliver what waits, and read what came in; a server starts them, a scheduled Lambda lets them do some rounds. */
  readonly outgoing: Worker;
  readonly incoming: Worker;
  /** Takes in what a webhook brought: durable when it resolves; false: it was there already. */
  receive(received: Received): Promise<boolean>;
  readonly voice: Voice;
  readonly hearing: Hearing;
  /**
   * Speaks and hears by the files as they are now. Throws, and has changed nothing, when they cannot be used; only
   * these languages are tried where some are named, the others are as they were.
   */
  reload(languages?: readonly string[]): void;
  /** Reads and learns a language now, so that the first turn in it has all its time. */
  ready(locale: string): Promise<void>;
  close(): Promise<void>;
};

/** Nobody waits for it but whoever starts the house. */
const LIST_WITHIN_MS = 60_000;

const DEMO = shopOpener({ kind: 'demo', settings: {} });

/** Throws a message for the person who started it when a file cannot be used. */
export async function openEarshot(options: OpenOptions): Promise<Earshot> {
  const { folder, shop, locales, log, now = Date.now, calendar = now, random = randomUUID, learning } = options;
  const { watchStore: watched = (store: Store) => store } = options;
  if (folder) mkdirSync(folder, { recursive: true });
  knowDigits(digitsIn(locales));
  const file = (name: string) => (folder ? join(folder, name) : ':memory:');
  const merchant = merchantOf(shop);
  const { provider = DEMO, fresh = false } = options;
  const opened = await provider({ folder, merchant, calendar, now, fresh, fetch });
  const { store, onCommit, onEveryCommit } = watchCommits(watched(await openStore(options, file('earshot.sqlite'))));
  const voice = createVoice({
    directory: locales,
    shopName: shop.name,
    strict: options.strict ?? false,
    onMissing: (problem) => log.warn(problem, 'words are missing'),
  });
  const newHearing = () =>
    createHearing({
      directory: locales,
      intents: Object.fromEntries(Object.values(INTENT_TABLE).map(({ name, slots }) => [name, slots])),
      today: () => dayIn(shop.support.hours.timeZone, calendar()),
      invocation: (language) => shop.invocationName[language] ?? shop.name.toLowerCase(),
      ...(learning ? { learning: { folders: [options.models ?? modelsFolder(folder)], when: learning } } : {}),
    });
  const { hearing, replace } = replaceable(newHearing());
  const channels = options.channels ?? [];
  const desk = options.desk?.({ ...store, now }) ?? createEmbeddedDesk({ ...store, now });
  const reach = createReach({
    ...store,
    channels: channels.map(({ name }) => name),
    publicUrl: options.publicUrl ?? null,
    secret: options.secret ?? randomBytes(32).toString('hex'),
    readProfile: options.readProfile ?? (async () => ({ kind: 'unavailable' })),
    now,
  });
  const app = createApp({
    store,
    desk,
    reach,
    calendar,
    shop: options.wrap ? options.wrap(opened.shop) : opened.shop,
    merchant,
    voice,
    hearing,
    now,
    wait: options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    today: (timeZone) => dayIn(timeZone, calendar()),
    random,
    log,
    ...(options.timer ? { timer: options.timer } : {}),
  });
  const events = createDeskEvents({ store, voice, merchant, now, log });
  const work = {
    ...{ store, desk, channels, events, reach, app, now, log },
    owner: randomUUID(),
    chance: options.chance ?? Math.random,
    ...(options.workRhythm ? { rhythm: options.workRhythm } : {}),
    minting: reach.minting,
    publicUrl: reach.publicUrl,
    locale: shop.alexaLocales[0] ?? 'en-GB',
    speaks: voice.supports,
    shopName: shop.name,
  };
  const outgoing = createOutgoing(work);
  const incoming = createIncoming(work);
  onEveryCommit(outgoing.wake);
  return {
    app,
    shop: opened.shop,
    ...(opened.demo ? { demo: opened.demo } : {}),
    store,
    onCommit,
    onEveryCommit,
    desk,
    reach,
    channels,
    events,
    outgoing,
    incoming,
    async receive(received) {
      const isNew = await store.inbox.put(received);
      incoming.wake();
      return isNew;
    },
    voice,
    hearing,
    reload(languages = voice.languages) {
      const next = newHearing();
      const isTried = (locale: string) => languages.includes(locale.split('-')[0] ?? locale);
      // A language is read when it is first heard: what cannot be read shows here.
      for (const locale of [...shop.alexaLocales, ...voice.languages].filter(isTried)) next.launches('', locale);
      replace(next);
      knowDigits(digitsIn(locales));
      voice.reload();
    },
    async ready(locale) {
      // A shop may have other goods, or another list of them, in each locale of the language.
      const spoken = shop.alexaLocales.filter((other) => other.startsWith(`${locale}-`));
      for (const one of [locale, ...spoken]) {
        const listed = await opened.shop.catalogue.products(callWithin(LIST_WITHIN_MS, { locale: one, now }));
        if (listed.ok) await hearing.prepare(one, listed.value);
      }
    },
    async close() {
      await Promise.all([outgoing.stop(), incoming.stop()]);
      await store.close();
      await opened.close();
    },
  };
}

async function openStore(options: OpenOptions, file: string): Promise<Store> {
  const { database, migrates = true, connections, now = Date.now } = options;
  const pool = connections === undefined ? {} : { pool: connections };
  if (database) return openPostgresStore({ url: database, now, migrate: migrates, ...pool });
  const { openSqliteStore } = await import('../providers/store/sqlite/open');
  return openSqliteStore({ file, now });
}

function replaceable(first: Hearing): { readonly hearing: Hearing; readonly replace: (next: Hearing) => void } {
  let current = first;
  const hearing: Hearing = {
    hear: (...heard) => current.hear(...heard),
    prepare: (...heard) => current.prepare(...heard),
    launches: (...heard) => current.launches(...heard),
    complete: (...heard) => current.complete(...heard),
  };
  return {
    hearing,
    replace: (next) => {
      current = next;
    },
  };
}

/** Where trained models of languages are kept: with the data, or for the house in memory with what may be lost. */
export function modelsFolder(folder: string | null): string {
  return folder ? join(folder, 'models') : join(tmpdir(), `earshot-models-${userInfo().username}`);
}
