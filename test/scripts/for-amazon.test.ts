/** `npm run locales manifest`: what Amazon is told is what the settings say. */

import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeForAmazon } from '../../scripts/locales/for-amazon';

const ROOT = resolve(__dirname, '..', '..');
const SET = {
  EARSHOT_SECRET: 'thirty-two or more signs, at random',
  EARSHOT_URL: 'https://talk.willow-market.com',
  ALEXA_CLIENT_ID: 'amzn1.application-oa2-client.0123456789abcdef',
  ALEXA_CLIENT_SECRET: 'what-the-console-of-Amazon-shows',
} as const;

let root: string;
const before = process.env;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-amazon-'));
  for (const folder of ['locales', 'shop']) symlinkSync(join(ROOT, folder), join(root, folder));
  jest.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  process.env = before;
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

test('a skill that chimes asks for the leave to chime, and is told who takes it', () => {
  process.env = { ...before, ...SET };
  expect(writeForAmazon({ root })).toBe(0);
  const { manifest } = JSON.parse(readFileSync(join(root, 'dist', 'skill-package', 'skill.json'), 'utf8'));
  expect(manifest.permissions).toContainEqual({ name: 'alexa::devices:all:notifications:write' });
  expect(manifest.events.publications).toEqual([{ eventName: 'AMAZON.OrderStatus.Updated' }]);
  expect(manifest.events.subscriptions).toContainEqual({ eventName: 'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED' });
});
