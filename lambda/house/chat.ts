/** Joins the web chat to the house. */

import type { Logger } from 'pino';
import { type WebDoor, webDoor } from '../channels/web/door';
import type { Rhythm, WebOptions } from '../channels/web/options';
import { type PlacedLine, wordsOf } from '../services/conversation/lines';
import { exportOf, subjectOf } from '../services/privacy/erasure';
import { ownPageOf } from '../services/privacy/own-page';
import { CHAT_CLIENT } from '../services/sign-in/link-tokens';
import { createVisitors } from '../services/sign-in/visitors';
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
};

export function openChat(earshot: Earshot, settings: ChatSettings): WebDoor {
  const { app, store, voice, onCommit } = earshot;
  const { shop, locales, pages, log, now = earshot.now, rhythm = {} } = settings;
  const { conversations } = store;
  const words = pageWordsOf(earshot, { shop, locales });
  const { signsInAt } = earshot;
  const signIn = signsInAt === null ? null : { issuer: `${signsInAt}/link`, clientId: CHAT_CLIENT, scope: 'shop' };
  return webDoor({
    answer: app.answer,
    conversationOf: app.conversationOf,
    since: async (id, after, limit) =>
      (await conversations.since(id, after, limit)).map((line) => {
        const { asWritten, ...shown } = line;
        return { ...shown, ...shownOf(line, earshot), text: wordsOf(line) };
      }),
    sentFile: store.files.get,
    async ownFile(secret, locale) {
      const owner = await earshot.reach.redeeming.takeFile(secret);
      const whose = owner === null ? null : subjectOf(owner);
      if (!whose) return null;
      const exported = await exportOf(whose, earshot);
      const found = await words('ownFile', locale);
      const { timeZone } = shop.support.hours;
      const page = ownPageOf(exported, { ...found, shop: shop.name, timeZone });
      return { page, json: JSON.stringify(exported, null, 2) };
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

/** A link to a file leaves the house with its secret, which is kept nowhere. */
function shownOf({ show }: Pick<PlacedLine, 'show'>, { reach }: Pick<Earshot, 'reach'>): Pick<PlacedLine, 'show'> {
  if (!show?.file) return show ? { show } : {};
  return { show: { ...show, file: reach.minting.secretOf(show.file) } };
}
