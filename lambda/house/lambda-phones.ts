/** The text channels and the desk a shop has set up, for a Lambda: a file of its own in the bundle. */

import type { OpenedDesk } from '../services/hand-off/desk';
import type { TextChannel } from '../services/reach/text-channel';
import type { Config } from './config';
import { chooseDesk } from './desks';
import { openTextChannels } from './text-channels';

type Log = Readonly<Record<'error' | 'warn' | 'info', (what: object, message?: string) => void>>;
export type LambdaNeeds = { readonly config: Config; readonly log: Log };

export type Phones = {
  readonly channels: readonly TextChannel[];
  /** undefined: the house's own. */
  readonly desk: OpenedDesk['desk'] | undefined;
};

/** `calendar`: the shop's, milliseconds. */
export async function openPhones({ config, log }: LambdaNeeds, calendar: () => number): Promise<Phones> {
  const { all, post } = await openTextChannels(config.channels, { log, locales: config.locales });
  const { shop, locales } = config;
  const { desk } = await chooseDesk(config.desk, { shop, locales, calendar, post, log });
  return { channels: all, desk };
}
