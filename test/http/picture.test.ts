/** Pictures are made anew of what is seen in them; what would fill the memory is refused, and what nobody can look at is saved. */

import sharp from 'sharp';
import { smallOf, TAKING } from '../../lambda/http/picture';
import { takenFile } from '../../lambda/vocabulary/taken-file';
import { bomb } from '../kit/bomb';
import { DOCX, HEIC, JPEG, PNG, SVG } from '../kit/files';

const PLACE = 'Via Roma 7';
const noted = { IFD0: { Copyright: `taken in ${PLACE}` } };

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

async function kept(bytes: Buffer) {
  const file = await takenFile(bytes, TAKING);
  if (typeof file === 'string') return file;
  const { width, height, exif, pages = 1 } = await sharp(file.bytes, { animated: true }).metadata();
  const isNoted = exif !== undefined || Buffer.from(file.bytes).includes(PLACE);
  return { type: file.type, size: [width, height], pages, isNoted };
}

test.each([
  ['jpeg', 'image/jpeg', () => drawn(64, 48).jpeg()],
  ['png', 'image/png', () => drawn(64, 48).png()],
  ['webp', 'image/webp', () => drawn(64, 48).webp()],
  ['avif, which not every phone shows,', 'image/jpeg', () => drawn(64, 48).avif()],
])('a %s loses the place it was taken at, and nothing of what is seen', async (_name, type, made) => {
  const bytes = await made().withExif(noted).toBuffer();
  expect(bytes.includes(PLACE)).toBe(true);
  expect(await kept(bytes)).toEqual({ type, size: [64, 48], pages: 1, isNoted: false });
});

test('what moves goes on moving, and stands still where it is small', async () => {
  const frames = await Promise.all(
    [1, 2, 3].map((shade) =>
      drawn(20, 10)
        .tint({ r: 80 * shade, g: 0, b: 0 })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect(await kept(moving)).toMatchObject({ type: 'image/gif', pages: 3 });
  expect((await sharp((await smallOf(moving)) ?? PNG).metadata()).format).toBe('jpeg');
});

test('what a large phone takes is as large as a screen, upright, and small beside the words', async () => {
  const photo = await drawn(4_000, 3_000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await kept(photo)).toMatchObject({ size: [1_920, 2_560], isNoted: false });
  const small = await sharp((await smallOf(photo)) ?? PNG).metadata();
  expect([small.width, small.height]).toEqual([360, 480]);
});

test('what would fill the memory is refused by what it says of itself', async () => {
  const bytes = bomb(32_000);
  expect(bytes.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(await Promise.all(Array.from({ length: 12 }, () => takenFile(bytes, TAKING)))).toEqual(
    Array(12).fill('pixels'),
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  const other = await drawn(1, 1).png().toBuffer();
  const frames = Array.from({ length: 301 }, (_, at) => (at % 2 === 0 ? PNG : other));
  const many = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect(await takenFile(many, TAKING)).toBe('pixels');
});

test('of many that come at once so many wait; the rest is told to come again, and has its turn then', async () => {
  const photo = await drawn(400, 300).jpeg().toBuffer();
  const told = await Promise.allSettled(Array.from({ length: 60 }, () => takenFile(photo, TAKING)));
  const taken = told.filter(({ status }) => status === 'fulfilled').length;
  expect([taken < 60, taken >= 40]).toEqual([true, true]);
  expect(told.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { message: /wait/ } });
  expect(await kept(photo)).toMatchObject({ type: 'image/jpeg' });
});

test.each([
  ['a layered PNG of many shades', () => bomb(7_200, { depth: 16, isLayered: true })],
  ['an AVIF', () => drawn(5_000, 3_600).avif({ effort: 0, quality: 10 }).toBuffer()],
])('%s, which lies in the memory whole, is refused at fewer dots', async (_name, made) => {
  expect(await takenFile(await made(), TAKING)).toBe('pixels');
});

test('where nothing draws, what is known to tell no place is shown, and the rest is saved', async () => {
  const nothingDraws = { ...TAKING, redrawn: async () => ({ kind: 'nobody' }) as const };
  const avif = await drawn(8, 8).avif().toBuffer();
  const gif = await drawn(8, 8).gif().toBuffer();
  const taken = await Promise.all([JPEG, PNG, avif, gif].map((bytes) => takenFile(bytes, nothingDraws)));
  expect(taken.map((file) => typeof file === 'object' && file.type)).toEqual([
    'image/jpeg',
    'image/png',
    'application/octet-stream',
    'application/octet-stream',
  ]);
});

test('of what arrived in part that part is shown; what nobody can look at is saved as it came', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const sensor = { create: { width: 64, height: 48, channels: 3, background: 'black', noise } } as const;
  const whole = await sharp(sensor).jpeg().toBuffer();
  expect(await kept(whole.subarray(0, whole.length / 2))).toMatchObject({ type: 'image/jpeg', size: [64, 48] });
  for (const broken of [JPEG.subarray(0, 40), Buffer.concat([PNG.subarray(0, 20), DOCX])]) {
    const file = await takenFile(broken, TAKING);
    expect(file).toMatchObject({ type: 'application/octet-stream' });
  }
  expect(await takenFile(HEIC, TAKING)).toMatchObject({ type: 'image/heic', bytes: HEIC });
  expect(await takenFile(SVG, TAKING)).toMatchObject({ type: 'text/plain' });
});
