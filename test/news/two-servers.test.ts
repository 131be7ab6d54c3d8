/** Two servers on one store hear of the same parcels and deliver what they hear: each of it reaches its shopper once. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askForChanges } from '../../lambda/house/chores';
import type { SpeakerNotice } from '../../lambda/services/news/notices';
import { type House, MONDAY, openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { settle } from '../kit/writer';

const HOUR = 3_600_000;
const notices: SpeakerNotice[] = [];
let folder: string;
let houses: readonly House[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-two-'));
  const sendNotice = async (notice: SpeakerNotice) => {
    notices.push(notice);
    return { kind: 'done' } as const;
  };
  houses = [await openHouse({ folder, at: MONDAY, sendNotice }), await openHouse({ folder, at: MONDAY, sendNotice })];
});
afterEach(async () => {
  for (const house of houses) expect(house.errors).toEqual([]);
  await Promise.all(houses.map((house) => house.close()));
  rmSync(folder, { recursive: true });
});

/** Both at once look, read and deliver, as servers do that know nothing of each other. */
async function later(hours: number): Promise<void> {
  for (const house of houses) house.clock.advance(hours * HOUR);
  await Promise.all(houses.map((house) => askForChanges(house)));
  await Promise.all(houses.map((house) => settle(house)));
}

test('a notice and a message each go out once, whichever server is faster', async () => {
  const [one] = houses as readonly [House, House];
  await later(0);
  const texter = createTexter(one);
  await texter.says('reorder my coffee');
  await texter.says('yes');
  await texter.says('keep me posted about my orders');
  await createSpeaker(one, { device: 'profile' }).hears('OrderNews');
  // Sent, out for delivery and there: three times something to tell.
  for (const hours of [3, 43, 6]) await later(hours);
  const stages = notices.map(({ stage }) => stage);
  expect(stages).toEqual(['shipped', 'out-for-delivery', 'delivered']);
  expect(new Set(notices.map(({ id }) => id)).size).toBe(3);
  const lines = await one.store.conversations.since('shopper:shopper-ana', null, 100);
  const written = lines.filter(({ by, channel }) => by === 'bot' && channel === 'desk').map(({ text }) => text);
  expect(written).toHaveLength(3);
});
