/** Opens the desk a shop has chosen, and the door for what its own system tells. */

import type { IRouter } from 'express';
import type { ErrorFrame } from '../http/errors';
import { createPageWords } from '../language/locales/pages';
import type { DeskKind, DeskNeeds, OpenedDesk } from '../services/hand-off/desk';
import type { Post } from '../services/reach/mail';
import { languageOf } from '../vocabulary/locales';
import type { DeskMade, DeskSettings } from './settings';
import type { ShopFile } from './shop-file';
import { type PutReceived, webhookDoor } from './webhook-door';

const BROKE = 'a webhook of the desk could not be kept';

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

export type ChosenDesk = Pick<OpenedDesk, 'desk'> & {
  /** null: its system tells nothing. */
  door(put: PutReceived): IRouter | null;
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
  return { desk, door: (put) => (webhook && webhookDoor(webhook, { put, log, broke: BROKE })) ?? null };
}

function wordsOf({ shop, locales }: ChoiceNeeds): DeskNeeds['words'] {
  const languages = () => [languageOf(shop.agentLocale)];
  const read = createPageWords({ directory: locales, shopName: shop.name, languages });
  return async () => {
    const { words } = await read('handOff', shop.agentLocale);
    return (key) => words[key] ?? key;
  };
}
