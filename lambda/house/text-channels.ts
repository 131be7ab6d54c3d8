/** Opens the text channels a shop has set up, and their doors. */

import type { Router } from 'express';
import type { Beside } from '../services/beside';
import type { Received } from '../services/queue/queues';
import type { Post } from '../services/reach/mail';
import type { OpenedChannel, TextChannel, TextChannelHouse } from '../services/reach/text-channel';
import { PUSH_CHANNELS, type PushChannel } from '../vocabulary/heard';
import { builtBeside, openBeside, THREAD } from './beside';
import { openDrawers } from './drawers';
import { mailWordsIn } from './language-lists';
import { CHANNEL_SETTINGS, type ChannelSettings, type SetUp } from './settings';

export type TextChannels = {
  /** The preferred first. */
  readonly all: readonly TextChannel[];
  /** E-mail's; null: this shop has not set it up. */
  readonly post: Post | null;
  /** Where what comes in is handed in. */
  doors(put: (received: Received) => Promise<boolean>): readonly Router[];
  /** One line for each that is not there, for whoever starts the server. */
  readonly absent: readonly string[];
  /** Where what may take long is computed. */
  readonly beside: Beside;
  close(): void;
};

type Opened = OpenedChannel<Router>;
type Opening<S> = { open(settings: S, house: TextChannelHouse): Opened };

/** What a shop has not set up is not even loaded: its libraries would cost every start. */
const OPENINGS: { readonly [K in PushChannel]: () => Promise<Opening<SetUp[K]>> } = {
  whatsapp: () => import('../channels/whatsapp/index'),
  telegram: () => import('../channels/telegram/index'),
  email: () => import('../channels/email/index'),
};

type Needs = Pick<TextChannelHouse, 'log'> &
  Partial<Omit<TextChannelHouse, 'log' | 'mail' | 'beside'>> & {
    /** The folder with one folder per language. */
    readonly locales: string;
  };

export async function openTextChannels(settings: Partial<ChannelSettings>, needs: Needs): Promise<TextChannels> {
  const { log, now = Date.now, fetch: get = fetch } = needs;
  const threads = openBeside({ file: builtBeside(THREAD) });
  const drawers = openDrawers({ log });
  const house = { log, now, fetch: get, mail: mailWordsIn(needs.locales), beside: threads.beside };
  const asked = await Promise.all(PUSH_CHANNELS.map((name) => openOne(name, settings, house)));
  const opened = asked.filter((one) => one !== null);
  return {
    all: opened.map(({ channel }) => channel),
    post: opened.find(({ post }) => post)?.post ?? null,
    doors: (put) => opened.map(({ door }) => door(put)),
    beside: threads.beside,
    absent: PUSH_CHANNELS.filter((name) => !settings[name]).map(absence),
    close() {
      for (const one of opened) one.close?.();
      for (const helpers of [threads, drawers]) helpers.close();
    },
  };
}

async function openOne<K extends PushChannel>(name: K, settings: Partial<ChannelSettings>, house: TextChannelHouse) {
  const own = settings[name];
  if (!own) return null;
  const { open } = await OPENINGS[name]();
  return open(own, house);
}

function absence(name: PushChannel): string {
  const { label, needed } = CHANNEL_SETTINGS[name];
  return `${label} is off; it needs ${needed.join(', ')}.`;
}
