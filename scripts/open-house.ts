/** The house a command works in: on the store the server uses, which the command never changes the schema of. */

import pino from 'pino';
import type { Config } from '../lambda/house/config';
import { openersOf } from '../lambda/house/contents';
import type { Earshot } from '../lambda/house/earshot';
import { openPhones } from '../lambda/house/lambda-phones';
import { openEarshot } from '../lambda/house/open';
import { createLog } from '../lambda/operations/log';

export async function openForCommand(config: Config): Promise<Earshot> {
  const log = createLog({ level: 'error', to: pino.destination(2) });
  const calendar = () => Date.now() + config.calendarShift;
  const { channels, desk } = await openPhones({ config, log }, calendar);
  const { shop, locales, data: folder, database, keysDatabase, secret, publicUrl } = config;
  return openEarshot({
    ...{ shop, locales, folder, database, keysDatabase, secret, publicUrl, channels, log, calendar },
    ...(desk ? { desk } : {}),
    ...openersOf(config),
    migrates: false,
  });
}
