/** Nobody who reads is told to say something: where a text says "say", it has a written form that says "write". */

import { join } from 'node:path';
import { type Folder, loadLocales } from '../../lambda/language/locales/locales';
import { leavesOf } from '../../scripts/locales/texts';

const directory = join(__dirname, '../../locales');
/** How a language tells people to say something, formally and to a friend. */
const SAY: Readonly<Record<string, RegExp>> = {
  cs: /(?<!\p{L})(řekněte|řeknete|říct:|slyšet|uslyšíte|neříkejte)(?!\p{L})/iu,
  // "It says" and "you asked" are no request; what somebody said is quoted, by its variable.
  en: /(?<![\p{L}{])(say|says? (yes|no)|said yes|hear|heard)(?![\p{L}}])/iu,
  it: /(?<!\p{L})(di'|(puoi|può|basta|anche|sempre) (dire|di no)|dici sì|detto sì|(ri)?sentir[ei]|(ri)?senti (il|l)|sentito|dica (sì|no))(?!\p{L})/iu,
  de: /(?<!\p{L})(sagen Sie|Sie sagen|sag (ja|nein|mir|zum)|sag:|hören|hörst|gehört (und|haben|hast))/iu,
  pl: /(?<!\p{L})(powiedzieć:|usłyszeć|usłyszy)/iu,
};
/** Whom these words send to a speaker, or who stands before one when they are shown. */
const BEFORE_A_SPEAKER = /Lautsprecher|At a speaker|A voce puoi/u;
const ONLY_SPOKEN: ReadonlySet<string> = new Set(['Purchase.code.guide']);

function readIn({ speech, text }: Folder): readonly (readonly [string, string])[] {
  const written = new Map(leavesOf(text).map(({ path, text: words }) => [path.join('.'), words]));
  return leavesOf(speech).map(({ path, text: words }) => {
    const key = path.join('.');
    return [key, written.get(key) ?? words] as const;
  });
}

describe.each(Object.entries(SAY))('in %s', (language, say) => {
  it.each(['usual', 'familiar'])('nothing that is read asks to be said: %s', (manner) => {
    const familiarIn = manner === 'familiar' ? [language] : [];
    const folder = loadLocales(directory, { familiarIn }).folders.find(({ name }) => name === language) as Folder;
    const told = readIn(folder).filter(([key, words]) => {
      return !ONLY_SPOKEN.has(key) && say.test(words) && !BEFORE_A_SPEAKER.test(words);
    });
    expect(told).toEqual([]);
  });
});
