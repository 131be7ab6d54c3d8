/** German says who does a thing before what is done: "Es soll am Montag ankommen", and nobody's "Ankommen soll es am Montag". */

import { join } from 'node:path';
import { loadLocales, type Tree } from '../../lambda/language/locales/locales';
import { leavesOf } from '../../scripts/locales/texts';

const directory = join(__dirname, '../../locales');
const foldersOf = (familiarIn: readonly string[]) => loadLocales(directory, { familiarIn }).folders;
const germanOf = (familiarIn: readonly string[]) => foldersOf(familiarIn).find(({ name }) => name === 'de');
const linesOf = (trees: readonly (Tree | undefined)[]) =>
  trees.flatMap((tree) => leavesOf(tree).map(({ path, text }) => `${path.join('.')}: ${text}`));

const START = '(?:^|[.!?:] )';
const WHO = '(?:er|sie|es|das|die|der|diese[rs]?|man)';
/** "Kommen sollte sie", "Zurück bekämen Sie": the verb's second half stands first, where no weight lies on it. */
const INFINITIVE_FIRST = new RegExp(
  `${START}(?:\\p{Lu}\\p{Ll}*en|Da sein|Zurück) (?:soll|sollte|bekämen|bekämst) `,
  'u',
);
/** "Gebracht wird es von": what is done stands first, and one waits for who. "Bestellt wird erst, wenn" names nobody. */
const DONE_FIRST = new RegExp(`${START}(?:Ge|Be|Ver|An|Ab)\\p{Ll}+(?:t|en) (?:wird|wurde) ${WHO} `, 'u');

test.each([
  ['Sie', []],
  ['du', ['de']],
])('who does it stands before what is done, in every text with "%s"', (_, familiarIn) => {
  const german = germanOf(familiarIn);
  const lines = linesOf([german?.speech, german?.text]);
  expect(lines.filter((line) => INFINITIVE_FIRST.test(line) || DONE_FIRST.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(500);
});

test('a list that goes on has no comma before "und", and no second "und" behind its own', () => {
  const german = germanOf([]);
  const lines = linesOf([german?.speech, german?.text]);
  expect(lines.filter((line) => /\{\{(items|options|products)\}\},? und /.test(line))).toEqual([]);
});

test('a child is answered in words that suit the question after it, whether that says "du" or "Sie"', () => {
  const answers = linesOf([germanOf([])?.speech]).filter((line) => line.startsWith('Child.'));
  expect(answers.length).toBeGreaterThan(1);
  expect(answers.filter((line) => /(?<!\p{L})(du|dich|dir|deine?|Sie|Ihnen|Ihre?)(?!\p{L})/u.test(line))).toEqual([]);
});

test.each(foldersOf([]))('a reminder in $name rings at its hour, and not around it', ({ speech, text }) => {
  const about =
    leavesOf(speech)
      .find(({ path }) => path.join('.') === 'format.timeAt')
      ?.text.split(' ')[0] ?? '';
  const said = linesOf([speech, text]).filter((line) => line.startsWith('Reminder.confirm.'));
  expect(about).not.toBe('');
  expect(said.filter((line) => line.includes(`${about} `) || line.includes('{{time}}'))).toEqual([]);
});
