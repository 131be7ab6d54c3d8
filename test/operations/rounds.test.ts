/** The scheduled work of a Lambda: all of it while there is time, each part for itself, and a word about what is left. */

import { readShopFile } from '../../lambda/house/shop-file';
import { cloudMetric } from '../../lambda/operations/cloud-metric';
import { doRounds, type RoundsDone } from '../../lambda/operations/rounds';
import { type House, openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';

let house: House;
const logged: object[] = [];

beforeEach(async () => {
  house = await openHouse();
  logged.length = 0;
});

afterEach(() => house.close());

type Changes = { readonly left?: () => number; readonly poll?: () => Promise<void>; readonly isTidyDue?: boolean };

function rounds({ left = () => 60_000, poll, isTidyDue = false }: Changes = {}): Promise<RoundsDone> {
  return doRounds({
    house: { ...house, desk: { ...house.desk, ...(poll ? { poll } : {}) } },
    shop: readShopFile(),
    log: { error: (what: object) => void logged.push(what) },
    now: house.clock.now,
    left,
    isTidyDue,
  });
}

async function handOff(): Promise<void> {
  const speaker = createSpeaker(house);
  await speaker.hears('TalkToHuman');
  await speaker.yes();
}

it('delivers until nothing is due', async () => {
  await handOff();
  expect((await house.store.outbox.depth()).waiting).toBeGreaterThan(0);
  expect(await rounds()).toMatchObject({ waiting: 0, oldestAge: 0, dead: 0, failed: [] });
});

it('delivers although asking the desk fails, and says what failed', async () => {
  await handOff();
  const done = await rounds({ poll: () => Promise.reject(new Error('the desk is away')) });
  expect(done.failed).toEqual(['polling']);
  expect(done.delivered).toBeGreaterThan(0);
  expect(logged).toHaveLength(1);
});

it('begins nothing it has no time for, and says how old what waits is', async () => {
  await handOff();
  house.clock.advance(75_000);
  const poll = jest.fn(async () => undefined);
  expect(await rounds({ left: () => 14_999, poll, isTidyDue: true })).toMatchObject({
    delivered: 0,
    oldestAge: 75_000,
  });
  expect(poll).not.toHaveBeenCalled();
});

it('lets go of what is too old when that is due', async () => {
  await createSpeaker(house).opens();
  house.clock.advance(31 * 24 * 3_600_000);
  const [id = ''] = await house.store.privacy.conversationsOf('shopper-ana');
  await rounds();
  expect(await house.store.conversations.history(id, 10)).not.toEqual([]);
  await rounds({ isTidyDue: true });
  expect(await house.store.conversations.history(id, 10)).toEqual([]);
});

it('tells CloudWatch in seconds, under the name of its function', () => {
  const done = { delivered: 1, read: 2, waiting: 3, oldestAge: 61_499, dead: 4, failed: [] };
  expect(JSON.parse(cloudMetric(done, { at: 5, functionName: 'scheduled' }))).toEqual({
    _aws: {
      Timestamp: 5,
      CloudWatchMetrics: [
        {
          Namespace: 'Earshot',
          Dimensions: [['FunctionName']],
          Metrics: [
            { Name: 'OutboxOldestAge', Unit: 'Seconds' },
            { Name: 'OutboxDead', Unit: 'Count' },
          ],
        },
      ],
    },
    FunctionName: 'scheduled',
    OutboxOldestAge: 61,
    OutboxDead: 4,
    waiting: 3,
    delivered: 1,
    read: 2,
  });
});
