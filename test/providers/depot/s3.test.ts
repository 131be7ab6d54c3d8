/** Files in a store that speaks S3's API: sealed before they leave, read from there, and gone from there with the rest; while it is away nothing is lost. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tidy } from '../../../lambda/house/chores';
import { readConfig } from '../../../lambda/house/config';
import { readShopFile } from '../../../lambda/house/shop-file';
import { openS3 } from '../../../lambda/providers/depot/s3/index';
import { erase, exportOf } from '../../../lambda/services/privacy/erasure';
import { PIECE_BYTES } from '../../../lambda/services/privacy/pieces';
import { type House, MONDAY, openHouse } from '../../kit/house';
import { describeOnPostgres } from '../../kit/postgres';
import { queued } from '../../kit/queued';
import { openS3Server, type S3Server } from '../../kit/s3-server';
import { createTexter } from '../../kit/texter';

const shop = readShopFile();
const DAY = 24 * 3_600_000;
const WORDS = 'torn bag of coffee, ';
/** One that lies in pieces, and one that would not. */
const large = Buffer.from(`%PDF-1.7\n${WORDS.repeat(3 * (PIECE_BYTES / WORDS.length))}`);
const small = Buffer.from(`%PDF-1.7\n${WORDS}`);

let s3: S3Server;
let house: House;
let folder: string;

beforeEach(async () => {
  s3 = await openS3Server();
  folder = mkdtempSync(join(tmpdir(), 'earshot-s3-'));
  house = await opened();
});
afterEach(async () => {
  await house.close();
  await s3.close();
  rmSync(folder, { recursive: true });
});

const opened = (more: object = {}) =>
  openHouse({ at: MONDAY, staffed: true, folder, depot: openS3(s3.settings, { fetch }), ...more });

/** Ana asks for a person and sends files; answers her conversation. */
async function sends(of: House, files: Readonly<Record<string, Buffer>>): Promise<string> {
  const ana = createTexter(of);
  await ana.says('I want to talk to a person');
  for (const [id, bytes] of Object.entries(files))
    await ana.sends({ kind: 'files', files: [{ id, type: 'application/pdf', bytes }] });
  return (await queued(of.store))[0]?.conversationId ?? '';
}
/** By the buffers' own comparison: jest's takes seconds for a megabyte. */
const isWhole = async (id: string, bytes: Buffer, of = house) => (await bytesOf(id, of))?.equals(bytes) ?? false;
const bytesOf = async (id: string, of = house) => {
  const file = await of.store.files.get(id);
  return file && Buffer.from(file.bytes);
};
const move = () => house.store.moveFiles?.();
const stands = (text: string | Buffer) =>
  [...s3.objects.values(), ...readdirSync(folder).map((name) => readFileSync(join(folder, name)))].some((bytes) =>
    bytes.includes(text),
  );

test('what was sent lies there sealed and nowhere else, whoever sees it sees it whole, and what is erased goes from there', async () => {
  const id = await sends(house, { small, large });
  expect(await isWhole('large', large)).toBe(true);
  expect(await move()).toBe(1 + 4);
  expect([...s3.objects.keys()].every((path) => /^\/our bucket\/files\/photo\/(small|large)\/\d$/.test(path))).toBe(
    true,
  );
  expect([await isWhole('small', small), await isWhole('large', large)]).toEqual([true, true]);
  expect(stands(WORDS)).toBe(false);
  // Nothing of it is left here: only there is so much.
  const held = [...s3.objects.values()].map(({ length }) => length).reduce((sum, one) => sum + one, 0);
  expect(held).toBeGreaterThan(large.length);
  expect(await move()).toBe(0);
  const own = await exportOf({ shopper: id.slice(id.indexOf(':') + 1) }, house);
  expect(own.photo?.map(({ data }) => Buffer.from(String(data), 'base64').length).sort()).toEqual(
    [small.length, large.length].sort(),
  );

  await erase({ shopper: id.slice(id.indexOf(':') + 1) }, house);
  expect(await bytesOf('large')).toBeNull();
  await move();
  expect(s3.objects.size).toBe(0);
  // Once more for what another server may just have brought, and then it is known no more.
  house.clock.advance(DAY);
  expect([await move(), await move()]).toEqual([5, 0]);
});

test('a store that refuses or is silent loses nothing: it waits here, sealed, and is said to be away', async () => {
  s3.is('refusing');
  const id = await sends(house, { large });
  await expect(move()).rejects.toThrow('the store of files answers 503 SlowDown');
  expect(await isWhole('large', large)).toBe(true);
  expect(stands(WORDS)).toBe(false);
  s3.is('well');
  expect(await move()).toBe(4);
  s3.is('refusing');
  await expect(bytesOf('large')).rejects.toThrow('503');
  // Erasing waits for nobody: what lies there opens no more, and goes when it can.
  await erase({ shopper: id.slice(id.indexOf(':') + 1) }, house);
  expect(await bytesOf('large')).toBeNull();
  await expect(move()).rejects.toThrow('503');
  s3.is('well');
  await move();
  expect(s3.objects.size).toBe(0);

  const impatient = openS3(s3.settings, {
    fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(50) }),
  });
  s3.is('silent');
  await expect(impatient.put('x', small)).rejects.toThrow(/timeout/);
});

test('what is old goes from there, too, and its key before it', async () => {
  await sends(house, { small });
  await move();
  house.clock.advance((Math.max(...Object.values(shop.retention)) + 1) * DAY);
  await tidy(house, { shop, now: house.clock.now });
  expect(await bytesOf('small')).toBeNull();
  await move();
  expect(s3.objects.size).toBe(0);
});

test('a wrong secret, another bucket and a store that is set up no more are told, and are no empty store', async () => {
  await sends(house, { small });
  await move();
  const { base } = s3.settings;
  const wrong = openS3({ ...s3.settings, secret: 'another secret' }, { fetch });
  const elsewhere = openS3({ ...s3.settings, base: base.replace('our', 'your') }, { fetch });
  await expect(wrong.get('photo/small/0')).rejects.toThrow('403 SignatureDoesNotMatch');
  await expect(elsewhere.get('photo/small/0')).rejects.toThrow('404 NoSuchBucket');
  await expect(elsewhere.drop('photo/small/0')).rejects.toThrow('404 NoSuchBucket');
  expect(await openS3(s3.settings, { fetch }).get('photo/none/0')).toBeNull();
  await house.close();
  house = await opened({ depot: null });
  await expect(bytesOf('small')).rejects.toThrow('not set up any more');
  expect(() =>
    readConfig({
      DATABASE_URL: 'postgres://a:b@localhost/c',
      EARSHOT_SECRET: 'thirty-two or more signs, at random',
      ...{ S3_URL: base, S3_KEY: 'the-key-itself', S3_SECRET: 'the-secret-of-it' },
    }),
  ).toThrow('needs EARSHOT_KEYS_URL');
});

describeOnPostgres('on PostgreSQL', (databases) => {
  test('lies there and goes from there as well', async () => {
    const [database, keysDatabase] = [await databases.freshDatabase(), await databases.freshDatabase()].map((name) =>
      databases.urlOf(name),
    );
    const shared = await opened({ folder: null, database, keysDatabase });
    const id = await sends(shared, { large });
    expect(await shared.store.moveFiles?.()).toBe(4);
    expect(await isWhole('large', large, shared)).toBe(true);
    await erase({ shopper: id.slice(id.indexOf(':') + 1) }, shared);
    await shared.store.moveFiles?.();
    expect(s3.objects.size).toBe(0);
    await shared.close();
  });
});
