/** The recipes of CONTRIBUTING, followed as they are printed: what comes of each compiles, keeps the arrows, and is green. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mass } from './kit/masses';
import { type Copy, copyOfProject, recipeIn } from './recipes-copy';

const CONTRIBUTING = readFileSync(join(__dirname, '..', 'CONTRIBUTING.md'), 'utf8');
const RECIPES = ['Add an intent', 'Add a channel', 'Add a shop', 'Add a desk', 'Add a source of content'];
const BLOCKS = RECIPES.flatMap((heading) => recipeIn(CONTRIBUTING, heading));
const FILES = [...new Set(BLOCKS.flatMap((block) => (block.kind === 'run' ? [] : [block.path])))];
const COMMANDS = BLOCKS.flatMap((block) => (block.kind === 'run' ? block.text.trim().split('\n') : []));

/** Written by commands of the recipes, which name the folder or the file. */
const GENERATED = [/^skill-package\//, /^docs\/hand-off-packet\.schema\.json$/];
const OWN_TESTS = 'npm test -- ';

/** One project for all of them: whoever adds an intent may have added a shop before. */
let copy: Copy;
beforeAll(() => {
  copy = copyOfProject();
});
afterAll(() => copy.remove());

/** All in one go, or each when the one before is there. */
const TOGETHER = RECIPES.length / mass(1, RECIPES.length);

test('each compiles as it is printed', () => {
  for (const [at, heading] of RECIPES.entries()) {
    for (const block of recipeIn(CONTRIBUTING, heading)) if (block.kind !== 'run') copy.apply(block);
    if (Number.isInteger((at + 1) / TOGETHER)) copy.run('node_modules/.bin/tsc -p .');
  }
});

test('they write what they say and nothing else', () => {
  for (const command of new Set(COMMANDS)) {
    if (!command.startsWith(OWN_TESTS) && !command.endsWith('check')) copy.run(command);
  }
  expect(copy.changed().filter((path) => !GENERATED.some((made) => made.test(path)))).toEqual([...FILES].sort());
});

test('what they bring to the languages is right', () => {
  expect(COMMANDS).toContain('npm run locales check');
  // In the full mass as it is printed; else one language, with some of the sentences of each template.
  copy.run(mass(0, 1) > 0 ? 'npm run locales check' : 'npm run locales check en -- --brief');
});

test('their tests and those of the house are green', () => {
  const own = COMMANDS.filter((command) => command.startsWith(OWN_TESTS)).map((one) => one.slice(OWN_TESTS.length));
  expect(own).toHaveLength(RECIPES.length);
  const house = ['test/architecture.test.ts', ...(mass(0, 1) > 0 ? ['test/settings-words.test.ts'] : [])];
  copy.run(`${OWN_TESTS}${[...own, ...house].join(' ')}`);
});

test('their style is the house style, in the pages too', () => {
  const files = FILES.filter((path) => /\.(ts|json)$/.test(path));
  copy.run(`node_modules/.bin/biome ci --error-on-warnings --vcs-enabled=false ${files.join(' ')}`);
  copy.run('node_modules/.bin/tsc -p web');
});
