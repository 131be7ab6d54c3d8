/** Orders under kill -9: whatever the process was doing, the next one tells the truth and nothing is ordered twice. */

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { readShopFile } from '../../lambda/house/shop-file';
import { bundled } from '../kit/bundle';
import { type House, openHouse, START } from '../kit/house';
import { mass } from '../kit/masses';
import { createPostBox } from '../kit/post-box';
import { createSpeaker } from '../kit/speaker';
import { HOUR, type Life, STEPS, turn, YES } from './kill-child';
import { MINUTE } from './watch';

const ROOT = join(__dirname, '..', '..');
const SEED = Math.trunc(Math.random() * 2 ** 31);
/** At every step of a yes, and at any moment. */
const AT_STEPS = mass(1, 6) * STEPS.length;
const AT_ANY_MOMENT = mass(4, 52);
const LANES = 2;

const folder = mkdtempSync(join(tmpdir(), 'earshot-kill-'));
let script = '';
/** Orders of one life: their data is made before the first kill and copied for each. */
const fresh = join(folder, 'fresh');

beforeAll(async () => {
  script = await bundled({ entry: join(__dirname, 'kill-child.ts') });
  const house = await openHouse({ folder: fresh });
  await house.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small generator, so that the printed seed repeats the same kills. */
function random(at: number, below: number): number {
  const mixed = Math.imul(SEED ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % below;
}

type Kill = { readonly killAt?: Life['killAt']; readonly afterMs?: number };

const KILLS: readonly Kill[] = [
  ...Array.from({ length: AT_STEPS }, (_, at): Kill => {
    const step = STEPS[at % STEPS.length] ?? 'before place';
    return { killAt: { order: 1 + random(at, 3), step } };
  }),
  ...Array.from({ length: AT_ANY_MOMENT }, (_, at): Kill => ({ afterMs: random(100 + at, 60) })),
];

/** What the child said before it was killed. */
function livesUntil({ killAt, afterMs }: Kill, home: string): Promise<readonly string[]> {
  const life: Life = { root: ROOT, folder: home, start: START, ...(killAt ? { killAt } : {}) };
  const child = spawn(process.execPath, [script, JSON.stringify(life)], {
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (lines.push(line) === 1 && afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve(lines) : reject(new Error(`ended with ${code}`)),
    );
  });
}

type After = {
  readonly kill: Kill;
  readonly wrong: readonly string[];
  readonly late: number;
};

async function killed(kill: Kill, at: number): Promise<After> {
  const home = join(folder, `home-${at}`);
  cpSync(fresh, home, { recursive: true });
  const lines = await livesUntil(kill, home);
  const yeses = lines.filter((line) => line === 'yes').length;
  const answered = lines.filter((line) => line.startsWith('answered'));
  const wrong = answered.filter((line) => line !== 'answered Purchase.placed Purchase.details');
  // Every other device sends its last request once more.
  const retry = at % 2 === 1 && yeses > answered.length ? yeses : null;
  const { retried, late, refused, orders, goesOn } = await comeBack(home, START + (yeses || 1) * HOUR, retry);
  const { sound, mails } = inside(home);
  const told = answered.length + retried + late;
  // A yes may have been committed before anybody saw the answer.
  const unheard = retry ? 0 : yeses - answered.length;
  if (orders > yeses) wrong.push(`${orders} orders for ${yeses} confirmations`);
  if (told > orders || told + unheard < orders) wrong.push(`${orders} orders, ${told} told, ${unheard} unheard`);
  if (late + refused > 1) wrong.push(`${late} late and ${refused} refused news of one yes`);
  if (mails !== orders + goesOn) wrong.push(`${mails} e-mails for ${orders + goesOn} orders`);
  if (goesOn !== 1) wrong.push('the next purchase did not work');
  if (!sound) wrong.push('a file is damaged');
  return { kill, wrong, late };
}

/** The next process, minutes later: what it tells, what the shop has, and whether one can order again. */
async function comeBack(home: string, asked: number, retry: number | null) {
  const house: House = await openHouse({
    folder: home,
    shop: { ...readShopFile(), mailsReceipts: false },
    channels: [createPostBox()],
    at: asked + 2 * MINUTE,
    pause: async (ms) => house.clock.advance(ms),
  });
  // News of one order and the question left from another take longer than one matter may.
  const speaker = createSpeaker(house, { tolerates: ['S2'] });
  const again = retry && (await house.app.answer(turn(`yes-${retry}`, asked, YES)));
  const news = (await speaker.opens()).replies;
  const orders = house.demo.countVoiceOrders();
  house.clock.advance(HOUR);
  await speaker.hears('Reorder', { product: 'coffee' });
  const placed = await speaker.yes();
  const goesOn = house.demo.countVoiceOrders() - orders;
  expect(house.errors).toEqual([]);
  expect(placed.replies).toContain('Purchase.placed');
  await house.close();
  const count = (key: string) => news.filter((reply) => reply === key).length;
  const retried = again ? again.answer.replies.filter((key) => key === 'Purchase.placed').length : 0;
  return { retried, late: count('Purchase.latePlaced'), refused: count('Purchase.lateRefused'), orders, goesOn };
}

function inside(home: string): { readonly sound: boolean; readonly mails: number } {
  const ask = (file: string, sql: string) => {
    const db = new Database(join(home, file));
    const [value] = Object.values((db.prepare(sql).all()[0] ?? {}) as object);
    db.close();
    return value;
  };
  const sound = ['shop.sqlite', 'earshot.sqlite'].every((file) => ask(file, 'pragma integrity_check') === 'ok');
  return { sound, mails: Number(ask('earshot.sqlite', "select count(*) from outbox where id like 'placed:%'")) };
}

test(`after ${KILLS.length} kills every order is told once, mailed once and made once`, async () => {
  const lane = async (first: number) => {
    const after: After[] = [];
    for (let at = first; at < KILLS.length; at += LANES) {
      after.push(await killed(KILLS[at] ?? {}, at));
    }
    return after;
  };
  const all = (await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))).flat();
  expect({ seed: SEED, wrong: all.filter(({ wrong }) => wrong.length > 0) }).toEqual({ seed: SEED, wrong: [] });
  // Some were killed between the shop's order and our answer: there was something to lose.
  expect(all.filter(({ late }) => late > 0).length).toBeGreaterThan(KILLS.length / 20);
});
