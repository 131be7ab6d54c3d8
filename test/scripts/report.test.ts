/** What shoppers got no answer to, as a shop reads it: after conversations on a store in a folder. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from '../../scripts/report';
import { openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';

const folder = mkdtempSync(join(tmpdir(), 'earshot-report-'));
const DAY = 24 * 3_600_000;
const before = process.env.EARSHOT_DATA;

async function reported(...args: readonly string[]): Promise<{ readonly text: string; readonly code: number }> {
  let text = '';
  const code = await report(args, (more) => {
    text += more;
  });
  return { text, code };
}

beforeAll(async () => {
  process.env.EARSHOT_DATA = folder;
  const house = await openHouse({ folder, at: Date.now() });
  const ana = createTexter(house, { shopper: 'ana' });
  await ana.says('blorp zankle frundle, call me on +39 347 555 0142');
  await ana.says('where is my order');
  const guest = createTexter(house, { shopper: null });
  await guest.says('Blorp zankle frundle, call me on +39 347 555 0142!');
  await guest.says('do you sell unicorn saddles');
  await createTexter(house, { shopper: null, locale: 'it-IT' }).says('vendete selle per unicorni');
  const speaker = createSpeaker(house);
  await speaker.hears('Fallback');
  await speaker.hears('SupportPolicy', { topic: 'moon landings' });
  for (const answer of ['no', 'yes']) {
    house.clock.advance(DAY);
    const later = createTexter(house, { shopper: 'ana' });
    await later.says('what does shipping cost');
    await later.says(answer);
  }
  await house.close();
});

afterAll(() => {
  if (before === undefined) delete process.env.EARSHOT_DATA;
  else process.env.EARSHOT_DATA = before;
  rmSync(folder, { recursive: true, force: true });
});

it('lists by kind what was missed, the same words once, and nothing personal', async () => {
  const { text, code } = await reported();
  expect(code).toBe(0);
  expect(text).toMatch(/ 2 × in +2 .* en +Blorp zankle frundle, call me on \[phone\]!/);
  expect(text).not.toContain('347');
  expect(text).toMatch(/Asked for, and not on the shelves\n[\s\S]*unicorn saddles/);
  expect(text).toMatch(/Nothing is written about it[\s\S]*moon landings/);
  expect(text).toMatch(/ 1 × in +1 .* en +\(no words\)/);
  expect(text).not.toContain('where is my order');
});

it('tells how often what waits in a cart was offered, and how often it was taken up', async () => {
  expect((await reported()).text).toMatch(/\n\nCarts offered: 2; taken up: 1 \(50 %\)\.\n$/);
  expect((await reported('--json')).text).not.toContain('Carts');
});

it('is of one language, of some days, or for a program', async () => {
  const italian = await reported('--language', 'it', '--json');
  expect(JSON.parse(italian.text)).toMatchObject([
    { kind: 'unsold', locale: 'it', words: 'vendete selle per unicorni' },
  ]);
  expect((await reported('--most', '1')).text).not.toContain('… and 0 more');
  expect((await reported('--days', 'none')).code).toBe(1);
});
