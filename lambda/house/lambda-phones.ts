/** The text channels and the desk a shop has set up, for a Lambda: a file of its own in the bundle. */

import type { Desk } from '../services/hand-off/desk';
import type { TextChannel } from '../services/reach/text-channel';
import { chooseDesk } from './desks';
import type { LambdaNeeds } from './lambda';
import type { DeskHouse } from './open';
import { openTextChannels } from './text-channels';

export type Phones = {
  readonly channels: readonly TextChannel[];
  /** undefined: the house's own. */
  readonly desk: ((house: DeskHouse) => Desk) | undefined;
};

/** `calendar`: the shop's, milliseconds. */
export async function openPhones({ config, log }: LambdaNeeds, calendar: () => number): Promise<Phones> {
  const { all, email } = await openTextChannels(config.channels, { log });
  const { shop, locales } = config;
  const { desk } = await chooseDesk(config.desk, { shop, locales, calendar, email });
  return { channels: all, desk };
}
