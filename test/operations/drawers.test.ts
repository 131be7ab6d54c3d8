/** Pictures are drawn in a process of their own: one that ends it is kept to be saved, and nobody else's picture waits for ever. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { openDrawers } from '../../lambda/house/drawers';
import { HERE } from '../../lambda/http/drawing';
import { drawBy, smallOf, TAKING } from '../../lambda/http/picture';
import { takenFile } from '../../lambda/vocabulary/taken-file';
import { bomb } from '../kit/bomb';
import { compiled } from '../kit/bundle';
import { DOCX, HEIC, JPEG, PNG } from '../kit/files';
import { endOf, processesOf } from '../kit/processes';

const home = mkdtempSync(join(tmpdir(), 'earshot-drawers-'));
const file = join(home, 'drawing.cjs');
const children = () => processesOf(process.pid, file);

/** The very program, and before it what these pictures do to it: the signal that stands in one ends it, `once` only the first time. */
const ENDING = (program: string) => `
const { existsSync, writeFileSync } = require('node:fs');
process.on('message', ({ job }) => {
  const [, signal, once] = /(SIG[A-Z]+)( once)?$/.exec(Buffer.from(job.bytes).toString('latin1')) ?? [];
  const was = ${JSON.stringify(join(home, 'once'))};
  if (signal === undefined || (once && existsSync(was))) return;
  writeFileSync(was, '');
  process.kill(process.pid, signal);
  // It comes at once, and this is not told of before.
  for (;;);
});
require(${JSON.stringify(program)});`;

let warned: object[] = [];
let drawers: ReturnType<typeof openDrawers>;
beforeAll(async () => writeFileSync(file, ENDING(await compiled('lambda/house/drawing-process.ts'))));
beforeEach(() => {
  warned = [];
  const log = { warn: (what: object, message: string) => void warned.push({ ...what, message }) };
  drawers = openDrawers({ log }, file);
});
afterEach(async () => {
  const all = children();
  drawers.close();
  await Promise.all(all.map(endOf));
  drawBy(HERE);
});
afterAll(() => rmSync(home, { recursive: true }));

const kept = async (bytes: Uint8Array) => {
  const taken = await takenFile(bytes, TAKING);
  return typeof taken === 'string' ? taken : taken.type;
};
const noise = (side: number) =>
  sharp({
    create: {
      ...{ width: side, height: side, channels: 3, background: 'black' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
const ending = (by: string) => Buffer.concat([PNG, Buffer.from(by)]);

test('what it draws is what this process would draw, large and small', async () => {
  const photo = await noise(700).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const frames = [PNG, await noise(1).png().toBuffer()];
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  for (const bytes of [photo, JPEG, PNG, HEIC, moving, bomb(32_000), Buffer.concat([PNG.subarray(0, 20), DOCX])]) {
    const here = await HERE.large(bytes);
    expect(await TAKING.redrawn(bytes)).toEqual('bytes' in here ? { ...here, bytes: Buffer.from(here.bytes) } : here);
    expect(await smallOf(bytes)).toEqual(await HERE.small(bytes));
  }
  expect(children()).toHaveLength(2);
});

test.each(['SIGSEGV', 'SIGKILL'])(
  'a picture that ends it (%s) is tried twice and kept to be saved, those that wait are drawn, and it is tried no more',
  async (signal) => {
    const crashes = ending(signal);
    const all = [crashes, JPEG, PNG, crashes, JPEG].map(kept);
    const [saved, jpeg, png] = ['application/octet-stream', 'image/jpeg', 'image/png'];
    expect(await Promise.all(all)).toEqual([saved, jpeg, png, saved, jpeg]);
    expect(warned).toEqual([{ why: `its process ended: ${signal}`, message: 'a picture ended twice what drew it' }]);
    const before = children();
    expect([await kept(crashes), await smallOf(crashes), children()]).toEqual([saved, null, before]);
  },
);

test('one that it is ended with once, by whoever it was, is drawn all the same', async () => {
  expect(await kept(ending('SIGKILL once'))).toBe('image/png');
  expect(warned).toEqual([]);
});

test('one that ends it where it is made small is shown in its full size', async () => {
  expect(await smallOf(ending('SIGSEGV'))).toBeNull();
  expect(await smallOf(PNG)).toEqual(await HERE.small(PNG));
});

test('where a program may begin no other, what is known to tell no place is shown, and the rest is saved', async () => {
  const nobody = openDrawers({ log: { warn: (what) => void warned.push(what) } }, `${file}\0`);
  const avif = await noise(8).avif().toBuffer();
  expect([await kept(JPEG), await kept(avif)]).toEqual(['image/jpeg', 'application/octet-stream']);
  expect(await smallOf(PNG)).toBeNull();
  expect(warned).toContainEqual({ why: 'ERR_INVALID_ARG_VALUE' });
  nobody.close();
});

test('who stops in the middle loses none: it is to come again, and no process is left', async () => {
  const photo = kept(await noise(900).png().toBuffer());
  drawers.close();
  await expect(photo).rejects.toThrow('the program ends');
  while (children().length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await expect(kept(JPEG)).rejects.toThrow('the program ends');
});
