/** What the terminal conversation tells of itself. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../scripts/compile';

/** What the shop offers comes first; then what is only written, and drafts. */
const SPOKEN = String.raw`en-US, en-GB, it-IT(, [a-z]{2}(-[A-Z]{2})?( \(a draft\))?)*\n`;
let program = '';
const folder = mkdtempSync(join(tmpdir(), 'earshot-talk-'));
beforeAll(async () => {
  program = await compile(join('scripts', 'talk.ts'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('--help lists what is spoken, by the files of the languages', () => {
  const printed = execFileSync(process.execPath, [program, '--help']).toString();
  expect(printed).toMatch(new RegExp(`--locale en-GB +${SPOKEN}`));
});

test('a locale nobody speaks is refused with those that are', () => {
  const { status, stderr } = spawnSync(process.execPath, [program, '--locale', 'xx-XX'], {
    env: { ...process.env, EARSHOT_DATA: folder },
  });
  expect(status).toBe(1);
  expect(stderr.toString()).toMatch(new RegExp(`^--locale xx-XX is not spoken; try ${SPOKEN}$`));
});
