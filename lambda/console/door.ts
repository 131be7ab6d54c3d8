/** The developer's console for Express: its page at `/` and the API beneath. Only `npm start` mounts it; only loopback with the key enters. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import type { ShopFile } from '../house/shop-file';
import { triedLocales } from '../house/spoken';
import { jsonBody } from '../http/bodies';
import { refuse } from '../http/refusals';
import { INTENTS } from '../vocabulary/intents';
import { languageOf } from '../vocabulary/locales';
import { refusalOf } from './by-hand';
import type { Clock } from './clock';
import { type DeskSeat, sitDown } from './desk';
import { createDevices, type DeviceOf } from './device-of';
import { createEvents, type Events } from './events';
import { type FileWatch, watchFiles } from './files';
import { hereOnly, keyOnly, ownPageOnly, problems } from './guard';
import { withoutCode } from './hidden-code';
import type { ConsoleHouse } from './house';
import type { ConsoleKey } from './key';
import { type ConsoleLinking, createConsoleLinks } from './linking';
import type { LinkingHere } from './linking-protocol';
import { type Localiser, localiserApi } from './localiser';
import { consolePage } from './page';
import type { ConsoleState, NewSettings, NewTest, SayRequest, Settings } from './protocol';
import { type ReadBody, readSaid, readSettings, readTest } from './read';
import { samplesFor } from './samples';
import { type SaveOptions, saveTest } from './save';
import { createSettings } from './settings';
import { createSpeakers } from './speakers';
import { createVisits } from './visits';

export type ConsoleOptions = ConsoleHouse & {
  readonly clock: Clock;
  readonly key: ConsoleKey;
  readonly shop: ShopFile;
  /** The folders of the languages and of shop.json. */
  readonly locales: string;
  readonly settings: string;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly save: SaveOptions;
  /** The house's own desk; null: this shop has another one. */
  readonly desk: DeskSeat | null;
  readonly localiser: Localiser;
  /** null: nobody links an account here. */
  readonly linking: (ConsoleLinking & Pick<LinkingHere, 'by'>) | null;
};

export type Console = {
  readonly router: Router;
  /** Ends every open stream and stops watching files. */
  close(): void;
};

const LIMITS = { answer: 6_000, alexa: 8_000 };
const LARGEST = 64 * 1_024;

/** Mount it before whatever else answers at `/`. */
export function openConsole(options: ConsoleOptions): Console {
  const { earshot, key, locales, settings, pages } = options;
  const events = createEvents();
  const files = watchFiles({ locales, shop: settings, tell: events.tell, reload: earshot.reload });
  const router = Router();
  router.use(hereOnly);
  const links = options.linking && createConsoleLinks({ ...options.linking, key, now: options.now });
  if (links) router.use(links.router);
  router.use(consolePage(pages, key));
  const api = apiOf(options, { events, files, deviceOf: createDevices(options, links) });
  router.use('/console/api', ownPageOnly, keyOnly(key), api, problems(options.log));
  return {
    router,
    close() {
      files.close();
      events.close();
    },
  };
}

type Parts = { readonly events: Events; readonly files: FileWatch; readonly deviceOf: DeviceOf };

function apiOf(options: ConsoleOptions, { events, files, deviceOf }: Parts): Router {
  const api = Router();
  const speakers = createSpeakers(options);
  const visits = createVisits(options.now);
  const current = createSettings(options);
  const body = jsonBody(LARGEST);
  api.get('/events', events.open);
  api.use('/words', localiserApi(options.localiser, files.readNow));
  if (options.desk) {
    api.post('/desk', ...body, sitDown({ agents: options.earshot.store.agents, desk: options.desk, now: options.now }));
  }
  api.get('/state', (_req, res) => void res.json(stateOf(options, { settings: current.read(), files })));
  api.get('/samples', async (req, res) => {
    const who = { locale: query(req, 'locale'), shopper: query(req, 'shopper') || null };
    const device = await deviceOf({ ...who, speaker: 'samples' });
    if (!device) return unknown(res, who.locale, options);
    try {
      res.json(await samplesFor(device, options, options.locales));
    } catch (error) {
      // While somebody types in a file of words it is broken; the page is told which one besides.
      const message = `The sentences cannot be read just now: ${error instanceof Error ? error.message : error}`;
      refuse(res, 503, 'words', { message });
    }
  });
  api.post('/say', ...body, (req, res) =>
    taken<SayRequest>(res, readSaid(req.body), async (said) => {
      const device = await deviceOf(said);
      if (!device) return unknown(res, said.locale, options);
      const told = await speakers.say(said, device).catch((error: unknown) => refusedOr(error, res));
      if (told) res.json(visits.note(withoutCode({ said, told })));
    }),
  );
  api.get('/visits', (_req, res) => void res.json(visits.list()));
  api.get('/visits/:id', (req, res) => {
    const visit = visits.get(req.params.id);
    if (visit) return void res.json(visit);
    refuse(res, 404, 'gone', { message: 'This session is gone: they are kept until the server stops.' });
  });
  api.post('/settings', ...body, (req, res) =>
    taken<NewSettings>(res, readSettings(req.body, options.earshot.demo?.faults ?? []), async (wish) => {
      const settings = current.change(wish);
      events.tell('settings', settings);
      res.json(settings);
    }),
  );
  api.post('/tests', ...body, (req, res) =>
    taken<NewTest>(res, readTest(req.body), async (test) => {
      if (!(await deviceOf({ ...test, speaker: 'test' }))) return unknown(res, test.locale, options);
      const scene = { fault: current.read().fault, now: options.clock.now() };
      const saved = await saveTest(test, scene, options.save);
      if (saved !== 'exists') return void res.status(201).json(saved);
      refuse(res, 409, 'exists', { message: `There is a test called “${test.name}” already.` });
    }),
  );
  api.use((_req, res) => refuse(res, 404, 'unknown', { message: 'The console has nothing here.' }));
  return api;
}

async function taken<T>(res: Response, read: ReadBody<T>, work: (value: T) => Promise<void>): Promise<void> {
  if (read.ok) return work(read.value);
  refuse(res, 400, 'invalid', { message: read.message });
}

/** A request written by hand may be none; whatever else is thrown is a fault of ours. */
function refusedOr(error: unknown, res: Response): void {
  const message = refusalOf(error);
  if (message === null) throw error;
  refuse(res, 400, 'request', { message });
}

/** A language that says it is complete, and lacks what it cannot be spoken without, is no draft any more either. */
function unknown(res: Response, locale: string, { earshot, locales }: Pick<ConsoleOptions, 'earshot' | 'locales'>) {
  const language = languageOf(locale);
  const isWritten = /^[a-z]{2,3}$/.test(language) && existsSync(join(locales, language, 'language.json'));
  const message =
    isWritten && !earshot.voice.tries(locale)
      ? `locales/${language} is marked as complete, but lacks words it cannot be spoken without: npm run locales check ${language}`
      : 'Nobody is called that here, or nobody speaks that language.';
  refuse(res, 400, 'unknown', { message });
}

function query(req: Request, name: string): string {
  const value = req.query[name];
  return typeof value === 'string' ? value : '';
}

function stateOf(
  { earshot, shop, desk, linking }: ConsoleOptions,
  { settings, files }: { readonly settings: Settings; readonly files: FileWatch },
): ConsoleState {
  return {
    shop: shop.name,
    locales: triedLocales(shop, earshot.voice).map((one) => ({ ...one, name: nameOf(one.locale) })),
    shoppers: (earshot.demo?.shoppers() ?? []).map(({ name, token, firstName, city, story }) => {
      return { name, token, firstName, city, story };
    }),
    faults: earshot.demo?.faults ?? [],
    settings,
    limits: LIMITS,
    intents: INTENTS,
    desk: desk !== null,
    linking: linking && { by: linking.by, emails: (earshot.demo?.shoppers() ?? []).map(({ email }) => email) },
    problems: files.problems(),
  };
}

/** "italiano (Italia)": as its speakers write it. */
function nameOf(locale: string): string {
  return (
    new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard', style: 'short' }).of(locale) ??
    locale
  );
}
