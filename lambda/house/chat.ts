/** Joins the web chat to the house. */

import type { Logger } from 'pino';
import { type WebDoor, webDoor } from '../channels/web/door';
import type { Rhythm, WebOptions } from '../channels/web/options';
import { createSeen } from '../conversation/seen';
import { createShownBefore, createShownLines } from '../conversation/shown-lines';
import type { Beside } from '../services/beside';
import type { PlacedLine } from '../services/conversation/lines';
import { exportOf, subjectOf } from '../services/privacy/erasure';
import type { OwnFileJob } from '../services/privacy/own-page';
import { CHAT_CLIENT } from '../services/sign-in/link-tokens';
import { createVisitors } from '../services/sign-in/visitors';
import { computedHere } from './beside';
import type { Earshot } from './earshot';
import { pageWordsOf } from './page-words';
import type { ShopFile } from './shop-file';

export type ChatSettings = {
  readonly shop: ShopFile;
  readonly locales: string;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly log: Pick<Logger, 'error'>;
  readonly onBroke?: WebOptions['onBroke'];
  /** Real time, milliseconds. */
  readonly now?: () => number;
  readonly rhythm?: Partial<Rhythm>;
  /** Where what may take long is computed. */
  readonly beside: Beside;
};

export function openChat(earshot: Earshot, settings: ChatSettings): WebDoor {
  const { app, store, voice, onCommit } = earshot;
  const { shop, locales, pages, log, now = earshot.now, rhythm = {}, beside } = settings;
  const { conversations } = store;
  const words = pageWordsOf(earshot, { shop, locales });
  const { signsInAt } = earshot;
  const shownLines = createShownLines(store);
  const shownBefore = createShownBefore(store);
  const signIn = signsInAt === null ? null : { issuer: `${signsInAt}/link`, clientId: CHAT_CLIENT, scope: 'shop' };
  return webDoor({
    answer: app.answer,
    conversationOf: app.conversationOf,
    since: async (id, after, limit) =>
      (await shownLines(id, after, limit)).map((line) => ({ ...line, ...shownOf(line, earshot) })),
    before: async (id, place, limit) =>
      (await shownBefore(id, place, limit)).map((line) => ({ ...line, ...shownOf(line, earshot) })),
    seen: createSeen({ store, now: earshot.now }).upTo,
    async holder(id) {
      const { owner, handOff } = (await conversations.load(id))?.memory ?? {};
      return { isTheirs: owner === 'human', name: owner === 'human' ? (handOff?.agent ?? null) : null };
    },
    sentFile: store.files.get,
    async ownFile(secret, locale, form) {
      const owner = await earshot.reach.redeeming.takeFile(secret);
      const whose = owner === null ? null : subjectOf(owner);
      if (!whose) return null;
      const exported = await exportOf(whose, earshot);
      const { timeZone } = shop.support.hours;
      const page = form === 'page' ? { ...(await words('ownFile', locale)), shop: shop.name, timeZone } : null;
      return madeBeside({ exported, page }, beside);
    },
    onCommit,
    visitors: createVisitors(store.visitors, now),
    words: async (wished) => {
      const found = await words('chat', wished);
      const locale = wished.startsWith(found.lang)
        ? wished
        : shop.alexaLocales.find((one) => one.startsWith(found.lang));
      return { ...found, locale: locale ?? found.lang, shop: shop.name, origins: shop.webOrigins, signIn };
    },
    speaks: voice.tries,
    pages,
    origins: shop.webOrigins,
    now,
    log,
    rhythm,
    ...(settings.onBroke ? { onBroke: settings.onBroke } : {}),
  });
}

/** The link to it is spent by now: where too much waits to be computed beside, it is made here. */
async function madeBeside(job: OwnFileJob, beside: Beside): Promise<Uint8Array> {
  const asked = await beside('own-file', job);
  const made = asked.kind === 'full' || asked.kind === 'nobody' ? await computedHere('own-file', job) : asked;
  if (made.kind === 'done') return made.result as Uint8Array;
  throw new Error(`a file of somebody's own could not be made: ${made.kind === 'broke' ? made.why : made.kind}`);
}

/** A link to a file leaves the house with its secret, which is kept nowhere. */
function shownOf({ show }: Pick<PlacedLine, 'show'>, { reach }: Pick<Earshot, 'reach'>): Pick<PlacedLine, 'show'> {
  if (!show?.file) return show ? { show } : {};
  return { show: { ...show, file: reach.minting.secretOf(show.file) } };
}
