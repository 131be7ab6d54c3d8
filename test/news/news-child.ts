/** A server of its own that shares a database: told that hours have gone by, it asks the shop what is new, hears what it is told of orders, and delivers. */

import { createInterface } from 'node:readline';
import { createNotices } from '../../lambda/channels/alexa/notices';
import { askForChanges } from '../../lambda/house/chores';
import { type OrderChange, receivedOf } from '../../lambda/services/news/changes';
import type { SendNotice } from '../../lambda/services/news/notices';
import { openHouse } from '../kit/house';
import { settle } from '../kit/writer';

export type ChildBirth = {
  readonly name: string;
  readonly folder: string;
  readonly database: string;
  readonly at: number;
  /** Where Amazon takes events of this one. */
  readonly amazon: string;
};

/** `told`: what the shop's webhooks bring to this server. */
export type ChildTurn = { readonly hours: number; readonly told: readonly OrderChange[] };

const HOUR = 3_600_000;

async function main(birth: ChildBirth): Promise<void> {
  const { name, folder, database, at, amazon } = birth;
  let ids = 0;
  let send: SendNotice = async () => ({ kind: 'later', why: 'it is not open yet' });
  const house = await openHouse({
    ...{ folder, database, at, sendNotice: (notice) => send(notice) },
    random: () => `${name}${++ids}`,
  });
  const settings = { clientId: 'us', clientSecret: 'secret', stage: 'development', base: amazon } as const;
  const needs = { shopName: 'Willow Market', locales: ['en-GB'], now: house.clock.now };
  send = createNotices({ ...settings, tokens: `${amazon}/auth/o2/token` }, needs);

  async function turn({ hours, told }: ChildTurn): Promise<void> {
    house.clock.advance(hours * HOUR);
    await Promise.all([askForChanges(house), ...told.map((change) => house.store.inbox.put(receivedOf(change)))]);
    await settle(house);
    if (house.errors.length > 0) throw new Error(JSON.stringify(house.errors));
  }

  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    await turn(JSON.parse(line) as ChildTurn);
    process.stdout.write('done\n');
  }
  await house.close();
}

main(JSON.parse(process.argv[2] ?? '{}') as ChildBirth).catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exit(1);
});
