/** What every part of the desk's door is made of. */

import type { RequestHandler } from 'express';
import type { Earshot } from '../house/earshot';
import type { ShopFile } from '../house/shop-file';
import type { Limit } from '../http/limits';
import type { Translator } from '../services/hand-off/translation';
import type { Agent } from '../services/sign-in/agents';
import type { SecondFactors } from '../services/sign-in/second-factor';
import type { SignIn } from '../services/sign-in/sign-in';
import type { PlainDate } from '../vocabulary/values';
import type { Acts } from './acts';
import type { Board } from './board';
import type { QueueReader } from './queue';
import type { Recording } from './recording';
import type { DeskCookies, Guard } from './session';
import type { DeskStreams } from './stream';

export type Parts = {
  readonly earshot: Earshot;
  readonly shop: Pick<ShopFile, 'name' | 'deskReplies'>;
  readonly signIn: SignIn;
  readonly record: Recording;
  readonly seconds: SecondFactors;
  /** Whether this shop lets nobody like them work without a second factor. */
  readonly mustHaveSecond: (agent: Pick<Agent, 'role'>) => boolean;
  /** Hashes a password. */
  readonly hash: (password: string) => Promise<string>;
  readonly cookies: DeskCookies;
  readonly guard: Guard;
  readonly acts: Acts;
  readonly board: Board;
  readonly queue: QueueReader;
  readonly streams: DeskStreams;
  /** null: the shop has none. */
  readonly translator: Translator | null;
  /** Takes JSON, and nothing a form of another page could send. */
  readonly body: readonly RequestHandler[];
  /** What one agent may do a minute. */
  readonly limit: Limit;
  readonly now: () => number;
  /** By the shop's calendar, where its team is. */
  readonly today: () => PlainDate;
};
