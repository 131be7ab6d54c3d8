/** Every door at which another system tells something: the text channels, the shop, the desk. */

import type { IRouter } from 'express';
import type { ErrorFrame } from '../http/errors';
import { changesDoors } from './changes-door';
import type { Config } from './config';
import type { ChosenDesk } from './desks';
import type { Earshot } from './earshot';
import type { TextChannels } from './text-channels';

type Behind = {
  readonly config: Pick<Config, 'changes'>;
  readonly phones: Pick<TextChannels, 'doors'>;
  readonly chosen: ChosenDesk;
  readonly log: ErrorFrame['log'];
};

export function webhookDoors(
  { receive, changes, now }: Pick<Earshot, 'receive' | 'changes' | 'now'>,
  { config, phones, chosen, log }: Behind,
): readonly IRouter[] {
  const desk = chosen.door(receive);
  const shop = changesDoors({ settings: config.changes, changes }, { put: receive, log, now });
  return [...phones.doors(receive), ...shop, ...(desk ? [desk] : [])];
}
