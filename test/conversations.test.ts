/** Whole conversations as data: every file of `test/conversations`, answered by the whole program in a fresh shop. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAnswerer } from '../scripts/locales/answer';
import type { AnswerRunner } from '../scripts/locales/check';
import { readExamples } from '../scripts/locales/examples';

const ROOT = join(__dirname, '..');
const FOLDER = join(__dirname, 'conversations');

let answer: AnswerRunner;
beforeAll(async () => {
  answer = await createAnswerer({ root: ROOT });
});

for (const file of readdirSync(FOLDER).filter((name) => /\.ya?ml$/.test(name))) {
  const { dialogues, findings } = readExamples(join(FOLDER, file), file);

  test(`${file} can be read`, () => {
    expect(findings).toEqual([]);
    expect(dialogues).not.toEqual([]);
  });

  for (const dialogue of dialogues) {
    test(`${file}: ${dialogue.name}`, async () => {
      const language = dialogue.given?.locale?.split('-')[0] ?? 'en';
      const differences = await answer(dialogue, language);
      const told = differences.map(({ turn, message }) => `line ${dialogue.turns[turn]?.line}: ${message}`);
      expect(told).toEqual([]);
    });
  }
}
