/** A store that cannot: nobody is told "done" for what is not kept, whoever runs it can see it, and it comes back by itself. */

import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReadiness } from '../../lambda/operations/readiness';
import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import { commitOf, own } from '../contracts/store-samples';
import { type Disk, doubtfulDisk, smallDisk } from '../kit/disk';
import { type House, openHouse } from '../kit/house';
import { testOnDisk } from '../kit/test-on-disk';
import { createTexter, type Texter } from '../kit/texter';

let disk: Disk | null = null;
afterEach(() => {
  disk?.remove();
  disk = null;
});

/** What is not kept is apologised for. */
async function isKept(texter: Texter): Promise<boolean> {
  const { replies } = await texter.says('what does shipping cost');
  return !replies.includes('Trouble.unexpected');
}

/** Asked anew each time. */
const missingIn = (house: House) => createReadiness({ store: house.store, now: Date.now }).missing();

async function untilReady(house: House): Promise<void> {
  while ((await missingIn(house)).includes('store')) await new Promise((resolve) => setTimeout(resolve, 50));
}

testOnDisk('a disk that is full is told of, and turns are taken again when there is room', async () => {
  disk = smallDisk(16);
  const house = await openHouse({ folder: disk.folder });
  const texter = createTexter(house);
  await texter.says('hello');
  disk.break();
  // The log has some room of its own at first.
  while (await isKept(texter));
  expect(await missingIn(house)).toContain('store');
  disk.mend();
  await untilReady(house);
  expect(await isKept(texter)).toBe(true);
  await house.close();
});

testOnDisk('a disk that does not take what it was given is believed again when it has taken all of it', async () => {
  disk = doubtfulDisk(8);
  const file = join(disk.folder, 'earshot.sqlite');
  const store = await openSqliteStore({ file });
  expect(await store.conversations.commit(commitOf('before', 0))).toBe('committed');
  disk.break();
  let version = 0;
  const next = () => store.conversations.commit(commitOf('c', version, own(`${version} ${'text'.repeat(20_000)}`)));
  await expect(
    (async () => {
      for (; version < 500; version += 1) await next();
    })(),
  ).rejects.toThrow(/disk/);
  disk.mend();
  let isBack = false;
  while (!isBack) {
    isBack = await store.usable().then(
      () => true,
      () => false,
    );
  }
  expect(await store.conversations.commit(commitOf('after', 0))).toBe('committed');
  await store.close();
  const again = await openSqliteStore({ file });
  for (const id of ['before', 'after']) expect(await again.conversations.load(id)).not.toBeNull();
  await again.close();
});

test.each(['is gone', 'is another one'])(
  'no turn is kept in a file that %s in its place, and it is told of',
  async (how) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-moved-'));
    const house = await openHouse({ folder });
    const texter = createTexter(house);
    await texter.says('hello');
    const [file, aside] = [join(folder, 'earshot.sqlite'), join(folder, 'aside.sqlite')];
    renameSync(file, aside);
    if (how === 'is another one') cpSync(aside, file);
    expect(await isKept(texter)).toBe(false);
    expect(await missingIn(house)).toContain('store');
    renameSync(aside, file);
    await untilReady(house);
    expect(await isKept(texter)).toBe(true);
    await house.close();
    rmSync(folder, { recursive: true });
  },
);
