/** What is counted is said in the plural forms of the language: no noun stands behind a number that knows but one form of it. */

import { join } from 'node:path';
import { loadLocales, type Tree } from '../../lambda/language/locales/locales';
import { DECLARED } from '../../scripts/locales/contract';
import { leavesOf } from '../../scripts/locales/texts';

const { folders } = loadLocales(join(__dirname, '../../locales'));
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
