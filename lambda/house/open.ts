/** Opens the house: store, shop, languages, and the app on top. Servers, tools and tests start here. */

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../conversation/answer';
import { createDeskEvents } from '../conversation/desk-event';
import { createGoodsSayer } from '../language/goods/goods-sayer';
import { createGoodsNaming } from '../language/hearing/goods-naming';
import { createVoice, type Voice } from '../language/speech/say';
import { createEmbeddedDesk } from '../providers/desk/embedded/embedded-desk';
import { called } from '../services/commerce/called';
import type { Merchant } from '../services/commerce/merchant';
import type { OpenedShop } from '../services/commerce/shop';
import type { Content, ContentHouse } from '../services/content/content';
import { watchCommits } from '../services/conversation/commit-watch';
import { createReach, type Reach } from '../services/reach/reach';
import type { Store } from '../services/store';
import { createIncoming } from '../traffic/incoming';
import { createOutgoing } from '../traffic/outgoing';
import { dayIn } from '../vocabulary/calendar';
import { languageOf } from '../vocabulary/locales';
import type { NewsWay } from '../vocabulary/news';
import { contentOpener } from './contents';
import { openEars } from './ears';
import type { Earshot, OpenOptions } from './earshot';
import { openGoods } from './goods';
import { knowLists } from './language-lists';
import { type LookedAfter, lookingAfter } from './looking-after';
import { boundedFetch } from './outside';
import { recordedDesk } from './recorded-desk';
import { merchantOf } from './shop-file';
import { shopOpener } from './shops';
import { withSealedWords } from './word-keys';
import { writtenLocale } from './written-locale';

const DEMO = shopOpener({ kind: 'demo', settings: {} });
const FILES = contentOpener({ kind: 'files', settings: {} });

/** Throws a message for the person who started it when a file cannot be used. */
export async function openEarshot(options: OpenOptions): Promise<Earshot> {
  const { shop, locales, now = Date.now, calendar = now, secret = randomBytes(32).toString('hex') } = options;
  knowLists(locales);
  const merchant = merchantOf(shop);
  const { opened, store, onCommit, onEveryCommit } = await openBehind(options, { merchant, now, calendar, secret });
  const voice = voiceOf(options);
  const content = await contentOf(options, { merchant, languages: voice.languages, now });
  const naming = createGoodsNaming(locales);
  const behind = called(options.wrap ? options.wrap(opened.shop) : opened.shop, naming.called);
  const { goods, ...index } = await openGoods(options, { shop: behind, naming, now });
  const ears = openEars(options, { voice, goods, reloadGoods: naming.reload, content, calendar, now });
  const channels = options.channels ?? [];
  const { changes, records } = opened;
  const opensDesk = options.desk ?? createEmbeddedDesk;
  const desk = recordedDesk(opensDesk({ ...store, now }), { ...store, records, voice, now });
  const reach = reachOf(options, { store, now, secret });
  const app = createApp({
    ...appDefaults(options, secret),
    ...{ store, desk, reach, calendar, merchant, content, voice, now, goods },
    newsWays: newsWaysOf(options, opened),
    hearing: ears.hearing,
    shop: behind,
    today: (timeZone) => dayIn(timeZone, calendar()),
  });
  const events = createDeskEvents({ store, voice, merchant, now, log: options.log });
  const told = { changes, records, store, voice, merchant, events, now, calendar };
  const { orderNews, contactHistory, lateNews, ...after } = lookingAfter({
    ...{ ...options, ...told, shop: behind, wait: waitOf(options) },
  });
  const news = { orderNews, contactHistory, lateNews };
  const worked = { ...after, ...news, store, desk, channels, events, reach, app, voice, now };
  const { outgoing, incoming } = workersOf(options, worked);
  onEveryCommit(outgoing.wake);
  return {
    ...{ app, content, calendar, now, store, goods, voice, ...ears },
    ...{ desk, reach, channels, events, ...after, outgoing, incoming, onCommit, onEveryCommit },
    shop: opened.shop,
    signsInAt: options.linksAccounts && opened.shop.signIn ? pagesAt(options) : null,
    ...(changes ? { changes } : {}),
    ...(opened.demo ? { demo: opened.demo } : {}),
    async receive(received) {
      const isNew = await store.inbox.put(received);
      incoming.wake();
      return isNew;
    },
    async close() {
      await Promise.all([outgoing.stop(), incoming.stop()]);
      await store.close();
      for (const one of [index, options.teacher]) one?.close();
      await opened.close();
    },
  };
}

type Clocks = { readonly now: () => number; readonly calendar: () => number };
type Behind = Clocks & { readonly merchant: Merchant; readonly secret: string };

/** What stands behind the app: the shop, then the store. */
async function openBehind(options: OpenOptions, { merchant, secret, ...clocks }: Behind) {
  const { folder, locales, shop, provider = DEMO, fresh = false, watchStore = (store: Store) => store } = options;
  if (folder) mkdirSync(folder, { recursive: true });
  const sayGood = createGoodsSayer(locales, shop.corrections);
  const opened = await provider({ folder, merchant, ...clocks, fresh, fetch: boundedFetch(fetch), sayGood });
  const file = folder ? join(folder, 'earshot.sqlite') : ':memory:';
  const sealed = withSealedWords(
    await openStore(options, file, options.database),
    { ...options, ...clocks, secret, file },
    (place) => openStore(options, place, options.keysDatabase),
  );
  return { opened, ...watchCommits(watchStore(sealed)) };
}

/** The shop must tell by itself what changes. */
function newsWaysOf({ hearsChanges, sendNotice }: OpenOptions, { changes }: OpenedShop): readonly NewsWay[] {
  if (!hearsChanges && !changes) return [];
  return sendNotice ? ['visit', 'message', 'speaker'] : ['visit', 'message'];
}

function contentOf(
  { content = FILES, folder, log }: OpenOptions,
  house: Pick<ContentHouse, 'merchant' | 'languages' | 'now'>,
): Promise<Content> {
  return content({ ...house, folder, fetch, log });
}

function voiceOf(options: OpenOptions): Voice {
  const { locales, shop, drafts = false, strict = false, log, watchVoice = (voice) => voice } = options;
  const voice = createVoice({
    directory: locales,
    shopName: shop.name,
    shop: { first: languageOf(shop.alexaLocales[0] ?? ''), formalIn: shop.formalIn, familiarIn: shop.familiarIn },
    drafts,
    onMissing: strict ? 'throw' : (problem) => log.warn(problem, 'words are missing'),
  });
  return watchVoice(voice);
}

type ReachParts = Pick<Earshot, 'store'> & Pick<Clocks, 'now'> & { readonly secret: string };

function reachOf(options: OpenOptions, { store, now, secret }: ReachParts): Reach {
  return createReach({
    ...store,
    channels: (options.channels ?? []).map(({ name }) => name),
    publicUrl: options.publicUrl ?? null,
    secret,
    readProfile: options.readProfile ?? (async () => ({ kind: 'unavailable' })),
    now,
  });
}

function appDefaults(options: OpenOptions, secret: string) {
  const { log, random = randomUUID, timer, patience, onBroke, setReminder, linksAccounts } = options;
  return {
    ...{ log, wait: waitOf(options), random },
    ...(timer ? { timer } : {}),
    ...(patience ? { patience } : {}),
    ...(onBroke ? { onBroke } : {}),
    ...(setReminder ? { setReminder } : {}),
    ...(linksAccounts ? { linking: { secret, pagesAt: pagesAt(options) } } : {}),
  };
}

/** null: nobody reaches a page of this house. */
const pagesAt = ({ publicUrl, linksAt }: OpenOptions): string | null => publicUrl ?? linksAt ?? null;

function waitOf({ pause }: OpenOptions) {
  return pause ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
}

type WorkersNeeds = Pick<Earshot, 'store' | 'desk' | 'channels' | 'events' | 'reach' | 'app' | 'voice'> &
  Pick<LookedAfter, 'orderNews' | 'contactHistory' | 'lateNews' | 'speakerNews'> &
  Pick<Clocks, 'now'>;

function workersOf(options: OpenOptions, { voice, ...needs }: WorkersNeeds): Pick<Earshot, 'outgoing' | 'incoming'> {
  const { shop, log, chance = Math.random, workRhythm } = options;
  const { linkTo } = needs.reach;
  const work = {
    ...{ ...needs, log, chance, linkTo },
    owner: randomUUID(),
    ...(workRhythm ? { rhythm: workRhythm } : {}),
    locale: shop.alexaLocales[0] ?? 'en-GB',
    speaks: voice.supports,
    localeOf: writtenLocale(options, voice),
    shopName: shop.name,
  };
  return { outgoing: createOutgoing(work), incoming: createIncoming(work) };
}

async function openStore(options: OpenOptions, file: string, database?: string | null): Promise<Store> {
  const { migrates = true, connections, now = Date.now } = options;
  const pool = connections === undefined ? {} : { pool: connections };
  if (database) {
    const { openPostgresStore } = await import('../providers/store/postgres/open');
    return openPostgresStore({ url: database, now, migrate: migrates, ...pool });
  }
  const { openSqliteStore } = await import('../providers/store/sqlite/open');
  return openSqliteStore({ file, now });
}
