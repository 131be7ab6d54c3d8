/** Opens the desk a shop has chosen, and the door for what its own system tells. */

import { type IRouter, Router } from 'express';
import { rawBody } from '../http/bodies';
import { type ErrorFrame, errorFrame } from '../http/errors';
import { refuse } from '../http/refusals';
import { createPageWords } from '../language/locales/pages';
import type { DeskKind, DeskNeeds, DeskWebhook, OpenedDesk } from '../services/hand-off/desk';
import type { Received } from '../services/queue/queues';
import type { Post } from '../services/reach/mail';
import { languageOf } from '../vocabulary/locales';
import type { DeskMade, DeskSettings } from './settings';
import type { ShopFile } from './shop-file';

type ChoiceNeeds = {
  readonly shop: ShopFile;
  readonly locales: string;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  readonly post: Post | null;
  readonly log: ErrorFrame['log'];
  readonly fetch?: typeof fetch;
  /** Real time, milliseconds. */
  readonly now?: () => number;
};

type Put = (received: Received) => Promise<boolean>;

export type ChosenDesk = Pick<OpenedDesk, 'desk'> & {
  /** null: its system tells nothing. */
  door(put: Put): IRouter | null;
};

type Opening<S> = { open(settings: S, needs: DeskNeeds): Promise<OpenedDesk> };

const OPENINGS: { readonly [K in DeskKind]: () => Promise<Opening<DeskMade[K]>> } = {
  embedded: () => import('../providers/desk/embedded/index'),
  chatwoot: () => import('../providers/desk/chatwoot/index'),
  mail: () => import('../providers/desk/mail/index'),
};

/** Rejects when the words for the people who answer cannot be read. */
export async function chooseDesk<K extends DeskKind>(
  { kind, settings }: DeskSettings<K>,
  needs: ChoiceNeeds,
): Promise<ChosenDesk> {
  const { shop, calendar, post, log, now = Date.now, fetch: get = fetch } = needs;
  const { open } = await OPENINGS[kind]();
  const { hours } = shop.support;
  const { desk, webhook } = await open(settings, { hours, calendar, now, fetch: get, post, words: wordsOf(needs) });
  return { desk, door: (put) => (webhook && webhookDoor(webhook, { put, log })) ?? null };
}

function wordsOf({ shop, locales }: ChoiceNeeds): DeskNeeds['words'] {
  const languages = () => [languageOf(shop.agentLocale)];
  const read = createPageWords({ directory: locales, shopName: shop.name, languages });
  return async () => {
    const { words } = await read('handOff', shop.agentLocale);
    return (key) => words[key] ?? key;
  };
}

const LARGEST_BYTES = 1_024 * 1_024;

type Keeping = { readonly put: Put; readonly log: ErrorFrame['log'] };

/** Kept before it is answered: a desk may send each webhook once. */
function webhookDoor({ path, verify, receive }: DeskWebhook, { put, log }: Keeping): IRouter {
  const router = Router();
  router.post(path, rawBody(LARGEST_BYTES), async (req, res) => {
    const body: unknown = req.body;
    if (!Buffer.isBuffer(body)) return refuse(res, 400, 'malformed');
    const verdict = verify(req.headers, body);
    if (verdict !== 'good') return refuse(res, verdict === 'malformed' ? 400 : 401, verdict);
    for (const received of receive(body)) await put(received);
    res.json({ kept: true });
  });
  router.use(path, errorFrame({ log, broke: 'a webhook of the desk could not be kept' }));
  return router;
}
