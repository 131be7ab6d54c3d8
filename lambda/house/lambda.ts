/** Opens the house in a Lambda: on PostgreSQL whose schema is there, and with no more loaded than a turn needs. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { amazonAccount } from '../channels/alexa/account';
import { openersOf } from './contents';
import type { Earshot } from './earshot';
import { GOODS_FILE } from './goods';
import type { LambdaNeeds, Phones } from './lambda-phones';
import { openEarshot } from './open';
import { createSteadyClock } from './steady-clock';
import { keepThawedTime } from './thawed-time';

/** An instance answers one turn at a time; the second connection is for what a turn reads beside its write. */
const CONNECTIONS = 2;

/** `thaw`: before each request. */
export type LambdaHouse = { readonly house: Earshot; readonly thaw: () => Promise<void> };

/** Throws one sentence where the database cannot be reached or its schema is not there. */
export async function openLambdaHouse({ config, log }: LambdaNeeds): Promise<LambdaHouse> {
  const { shop, locales, publicUrl, secret, database, keysDatabase, data } = config;
  const calendar = () => Date.now() + config.calendarShift;
  const built = join(locales, '..', GOODS_FILE);
  const { channels, desk } = await phonesOf({ config, log }, calendar);
  const clock = createSteadyClock();
  const house = await openEarshot({
    ...{ shop, locales, log, calendar, now: clock.now, publicUrl, secret, database, keysDatabase, channels },
    ...(desk ? { desk } : {}),
    ...openersOf(config),
    folder: data,
    builtGoods: existsSync(built) ? built : null,
    learning: 'meanwhile',
    models: join(locales, '..', 'models'),
    migrates: false,
    linksAccounts: config.linking !== null,
    hearsChanges: config.changes !== null,
    connections: CONNECTIONS,
    ...amazonAccount(config),
  });
  return { house, thaw: await keepThawedTime({ store: house.store, clock }) };
}

/** Their packages are as large as all the rest: a shop that has set up none does not load them. */
async function phonesOf({ config, log }: LambdaNeeds, calendar: () => number): Promise<Phones> {
  const isSpare = Object.values(config.channels).every((one) => one === null) && config.desk.kind === 'embedded';
  if (isSpare) return { channels: [], desk: undefined };
  const { openPhones } = await import('./lambda-phones');
  return openPhones({ config, log }, calendar);
}
