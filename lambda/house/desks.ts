/** Opens the desk a shop has chosen, and the door for what its own system tells. */

import { type IRouter, Router, raw } from 'express';
import { createPageWords } from '../language/locales/pages';
import type { DeskKind, DeskNeeds, DeskWebhook, OpenedDesk } from '../services/hand-off/desk';
import type { Received } from '../services/queue/queues';
import type { Post } from '../services/reach/mail';
import type { DeskMade, DeskSettings } from './settings';
import type { ShopFile } from './shop-file';

type ChoiceNeeds = {
  readonly shop: ShopFile;
  readonly locales: string;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  readonly post: Post | null;
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
  const { shop, calendar, post, now = Date.now, fetch: get = fetch } = needs;
  const { open } = await OPENINGS[kind]();
  const { hours } = shop.support;
  const { desk, webhook } = await open(settings, { hours, calendar, now, fetch: get, post, words: wordsOf(needs) });
  return { desk, door: (put) => (webhook && webhookDoor(webhook, put)) ?? null };
}

function wordsOf({ shop, locales }: ChoiceNeeds): DeskNeeds['words'] {
  const languages = () => [shop.agentLocale.split('-')[0] ?? 'en'];
  const read = createPageWords({ directory: locales, shopName: shop.name, languages });
  return async () => {
    const { words } = await read('handOff', shop.agentLocale);
    return (key) => words[key] ?? key;
  };
}

const LARGEST = '1mb';

/** Kept before it is answered: a desk may send each webhook once. */
function webhookDoor({ path, verify, receive }: DeskWebhook, put: Put): IRouter {
  const router = Router();
  router.post(path, raw({ limit: LARGEST, inflate: false, type: () => true }), async (req, res) => {
    const body: unknown = req.body;
    const verdict = Buffer.isBuffer(body) ? verify(req.headers, body) : 'malformed';
    if (verdict !== 'good') return void res.status(verdict === 'malformed' ? 400 : 401).json({ error: verdict });
    for (const received of receive(body as Buffer)) await put(received);
    res.json({ kept: true });
  });
  return router;
}
