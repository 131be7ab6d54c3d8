/** The command that exports and erases: on a store in a folder, as a server leaves it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privacy } from '../../scripts/privacy';
import { openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';

let folder = '';
let printed = '';
let answers: boolean[] = [];
const before = process.env.EARSHOT_DATA;
const run = (...args: readonly string[]) => {
  printed = '';
  return privacy(args, {
    print: (text) => {
      printed += text;
    },
    confirm: async () => answers.shift() ?? false,
  });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-privacy-'));
  process.env.EARSHOT_DATA = folder;
  const house = await openHouse({ folder, at: Date.now() });
  await createSpeaker(house, { shopper: 'ana' }).opens();
  await createSpeaker(house, { shopper: 'bruno' }).opens();
  await house.close();
});

afterEach(() => {
  if (before === undefined) delete process.env.EARSHOT_DATA;
  else process.env.EARSHOT_DATA = before;
  rmSync(folder, { recursive: true, force: true });
});

async function kept(shopper: string): Promise<number> {
  await run('export', '--shopper', shopper);
  return JSON.parse(printed).conversation.length;
}

it('exports a shopper, erases them, and leaves the others', async () => {
  expect(await kept('shopper-ana')).toBe(1);
  expect(await run('erase', '--shopper', 'shopper-ana', '--yes')).toBe(0);
  expect(JSON.parse(printed)).toEqual({ conversations: 1 });
  expect(await kept('shopper-ana')).toBe(0);
  expect(await kept('shopper-bruno')).toBe(1);
});

it('asks before it erases, and erases nothing without a yes', async () => {
  answers = [false, true];
  const address = ['--channel', 'alexa', '--address', 'amzn1.ask.account.ana'];
  expect(await run('erase', ...address)).toBe(1);
  expect(printed).toContain('Nothing was erased');
  expect(await kept('shopper-ana')).toBe(1);
  expect(await run('erase', ...address)).toBe(0);
  expect(await kept('shopper-ana')).toBe(0);
  expect(answers).toEqual([]);
});

it('lifts what a shopper has set, and says so where there is nothing to lift', async () => {
  const rulesOf = async (
    change?: (rules: Awaited<ReturnType<typeof openHouse>>['store']['buyingRules']) => Promise<unknown>,
  ) => {
    const house = await openHouse({ folder, at: Date.now() });
    await change?.(house.store.buyingRules);
    const rows = await house.store.privacy.export([], 'shopper-nobody');
    const found = { ana: await house.store.buyingRules.of('shopper-ana'), rows };
    await house.close();
    return found;
  };
  await rulesOf((rules) => rules.setMost('shopper-ana', 'day', { minor: 5_000, currency: 'EUR' }));
  expect(await run('unlimited', '--shopper', 'shopper-ana')).toBe(0);
  expect(JSON.parse(printed)).toEqual({ most: { order: null, day: null }, isOff: false, code: 'none' });
  for (const shopper of ['shopper-nobody', 'shopper-ana']) {
    expect(await run('unlimited', '--shopper', shopper)).toBe(1);
    expect(printed).toMatch(/has set no limits and no voice code: nothing was changed/);
  }
  const { ana, rows } = await rulesOf();
  expect(ana.most.day).toBeNull();
  expect(Object.values(rows).flat()).toEqual([]);
});

it('says how many rows were too old', async () => {
  expect(await run('tidy')).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ history: 0, hand_off: 0 });
});

it.each([
  [['erase']],
  [['erase', '--channel', 'pigeon', '--address', '1']],
  [['erase', '--address', '1']],
  [['erase', '--shopper', 'a', '--channel', 'web']],
  [['forget', '--shopper', 'a']],
  [['--help']],
])('explains itself, and opens nothing, for %j', async (args) => {
  expect(await run(...args)).toBe(1);
  expect(printed).toContain('npm run privacy -- <command>');
});
