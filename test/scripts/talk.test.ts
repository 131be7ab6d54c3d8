/** What the terminal conversation tells of itself. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../scripts/compile';

let program = '';
const folder = mkdtempSync(join(tmpdir(), 'earshot-talk-'));
beforeAll(async () => {
  program = await compile(join('scripts', 'talk.ts'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('--help lists what is spoken, by the files of the languages', () => {
  const printed = execFileSync(process.execPath, [program, '--help']).toString();
  expect(printed).toMatch(/--locale en-GB +en-US, en-GB, it-IT\n/);
});

test('a locale nobody speaks is refused with those that are', () => {
  const { status, stderr } = spawnSync(process.execPath, [program, '--locale', 'xx-XX'], {
    env: { ...process.env, EARSHOT_DATA: folder },
  });
  expect(status).toBe(1);
  expect(stderr.toString()).toBe('--locale xx-XX is not spoken; try en-US, en-GB, it-IT\n');
});
