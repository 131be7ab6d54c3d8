/** What is counted is said in the plural forms of the language: no noun stands behind a number that knows but one form of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLocales, type Tree } from '../../lambda/language/locales/locales';
import { DECLARED } from '../../scripts/locales/contract';
import { leavesOf } from '../../scripts/locales/texts';

const LOCALES = join(__dirname, '../../locales');
const { folders } = loadLocales(LOCALES);
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** A word right behind a number is declined by it; behind a sign or the end of a clause it is not. */
const COUNTED = /\{\{count\}\}\s+\p{L}/u;

test('a number that is said is called count, since that is what plural forms go by', () => {
  const others = [...DECLARED].flatMap(([key, kinds]) =>
    Object.entries(kinds).flatMap(([name, kind]) => (kind === 'number' && name !== 'count' ? [`${key} ${name}`] : [])),
  );
  expect(others).toEqual([]);
});

test.each(folders)('nothing is counted in $name without plural forms', ({ speech, text }) => {
  const counted = (tree: Tree) => leavesOf(tree).filter(({ text: words }) => COUNTED.test(words));
  const without = [...counted(speech), ...counted(text)].filter(({ path }) => !PLURAL.test(path.at(-1) ?? ''));
  expect(without.map(({ path, text: words }) => `${path.join('.')}: ${words}`)).toEqual([]);
});

/** Of these there are always many. */
const MANY: readonly string[] = ['desk.newPassword', 'desk.foundMore'];
/** Words that stay as they are behind every number. */
const STAYS = /\{\{count\}\} (Zeichen|zn\.)/;

test.each(folders)('nothing is counted on a page in $name, since labels have no plural forms', ({ name }) => {
  const pages: Tree = JSON.parse(readFileSync(join(LOCALES, name, 'pages.json'), 'utf8'));
  const counted = leavesOf(pages).filter(({ text: words }) => COUNTED.test(words) && !STAYS.test(words));
  const told = counted.map(({ path }) => path.join('.')).filter((key) => !MANY.includes(key));
  expect(told).toEqual([]);
});
