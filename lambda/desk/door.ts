/** The embedded desk for Express: its page at `/desk`, and all its people do there. */

import { join } from 'node:path';
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Earshot } from '../house/earshot';
import { pageWordsOf } from '../house/page-words';
import type { ShopFile } from '../house/shop-file';
import { jsonBody } from '../http/bodies';
import { createLimit } from '../http/limits';
import { tellNow } from '../http/now';
import { originGuard } from '../http/origin';
import { framedByUs, servePage } from '../http/pages';
import type { Translator } from '../services/hand-off/translation';
import type { Agent } from '../services/sign-in/agents';
import { type Cost, hashPassword } from '../services/sign-in/passwords';
import { createSecondFactors, type SecondSettings } from '../services/sign-in/second-factor';
import { createSignIn } from '../services/sign-in/sign-in';
import { dayIn } from '../vocabulary/calendar';
import { createActs } from './acts';
import { answerRoutes } from './answers';
import { type BoardRhythm, createBoard } from './board';
import { earlierRoutes } from './earlier-lines';
import { fileRoutes } from './files';
import { handOffRoutes } from './hand-offs';
import { markRoutes } from './marks';
import { meRoutes } from './me';
import { numberRoutes } from './numbers';
import { orderRoutes } from './orders';
import { problems } from './problems';
import { createQueueReader } from './queue';
import { queueRoutes } from './queue-routes';
import { LARGEST_BYTES } from './read';
import { recordRoutes } from './record-routes';
import { createRecording } from './recording';
import { factorRoutes } from './second-factor';
import { createDeskCookies, createGuard, refuse } from './session';
import { createDeskStreams, type StreamRhythm } from './stream';
import { teamRoutes } from './team';
import { translationRoutes } from './translations';

export type DeskDoorSettings = {
  readonly shop: ShopFile;
  readonly locales: string;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly log: Pick<Logger, 'error'>;
  /** Real time, milliseconds. */
  readonly now?: () => number;
  readonly rhythm?: Partial<BoardRhythm & StreamRhythm>;
  /** What second factors are sealed under, and whether admins must have one. */
  readonly second: SecondSettings;
  /** Translates what is not in the reader's language; null: nobody does. */
  readonly translator: Translator | null;
  /** What hashing a password costs; as much as is wise where absent. */
  readonly cost?: Cost;
};

export type DeskDoor = {
  readonly router: Router;
  /**
   * A session for whoever sits at this very machine, without a password: the whole `Set-Cookie` line, for a page on
   * loopback. null: nobody has this login. Never offer it to anybody from outside.
   */
  signInAs(login: string): Promise<string | null>;
  /** Ends every open stream. */
  close(): void;
};

const MINUTE = 60_000;
const ROUTES = [
  meRoutes,
  queueRoutes,
  handOffRoutes,
  earlierRoutes,
  fileRoutes,
  markRoutes,
  answerRoutes,
  translationRoutes,
  numberRoutes,
  orderRoutes,
  teamRoutes,
  recordRoutes,
  factorRoutes,
];

/** Mount it before any body parser. The page's assets are those of the web chat's door. */
export function openDesk(earshot: Earshot, settings: DeskDoorSettings): DeskDoor {
  const { shop, log, now = earshot.now, rhythm = {}, cost, translator } = settings;
  const { store } = earshot;
  const { secret, isNeeded } = settings.second;
  const seconds = createSecondFactors({ ...store, secret, now });
  const mustHaveSecond = ({ role }: Pick<Agent, 'role'>) => isNeeded && role === 'admin';
  const signIn = createSignIn({ ...store, seconds, now, ...(cost ? { cost } : {}) });
  const cookies = createDeskCookies(earshot.reach.publicUrl);
  const record = createRecording(store.deskRecords, now);
  const guard = createGuard({ signIn, cookies, record, mustHaveSecond });
  const board = createBoard({ house: earshot, now, log, rhythm });
  const queue = createQueueReader({ store, now, onShown: board.shows });
  const streams = createDeskStreams(board, rhythm);
  const body = jsonBody(LARGEST_BYTES);
  const limit = createLimit({ amount: 240, perMs: MINUTE, now });
  const hash = (password: string) => hashPassword(password, cost);
  const today = () => dayIn(shop.support.hours.timeZone, earshot.calendar());
  const acts = createActs(earshot, now);
  const kit = { earshot, shop, signIn, cookies, record, guard, body, limit, now, today };
  const parts = { ...kit, seconds, mustHaveSecond, hash, acts, board, queue, streams, translator };
  const words = pageWordsOf(earshot, settings);

  const router = Router();
  router.use(servePage({ path: '/desk', file: join(settings.pages, 'desk', 'index.html'), framedBy: framedByUs() }));
  router.use('/desk', originGuard([]), tellNow(now));
  router.get('/desk/words', async (req, res) => {
    const wished = typeof req.query.locale === 'string' ? req.query.locale : shop.agentLocale;
    const found = await words('desk', wished);
    res.json({
      ...found,
      locale: wished.startsWith(found.lang) ? wished : found.lang,
      shop: shop.name,
      translates: translator !== null,
    });
  });
  router.use('/desk', ...ROUTES.map((route) => route(parts)));
  router.get(
    '/desk/stream',
    guard.agent(null, (req, res, agent) => {
      const isStill = async () => (await signIn.recognise(cookies.tokenOf(req))) !== null;
      if (!streams.open({ res, agent }, isStill)) refuse(res, 503, 'full');
    }),
  );
  router.use('/desk', (_req, res) => refuse(res, 404, 'unknown'));
  router.use('/desk', problems(log));
  return {
    router,
    async signInAs(login) {
      const agent = await store.agents.byLogin(login);
      if (!agent || agent.isDisabled) return null;
      await store.agents.change(agent.id, { isAvailable: true });
      return cookies.tokenLine(await signIn.open(agent));
    },
    close() {
      streams.close();
      board.close();
    },
  };
}
