/** What would be wrong with texts if they were written: what nobody may save on the localiser's page nobody imports either. */

import { isTodo } from '../../lambda/language/locales/todo';
import { checkFamiliar } from './check-familiar';
import { checkListing } from './check-listing';
import { checkPages } from './check-pages';
import { checkSigns, wrongSignIn } from './check-signs';
import { checkSpeech } from './check-speech';
import { checkTodo } from './check-todo';
import { type Folder, openFolder } from './folder';
import { inTrial } from './in-trial';
import type { Finding } from './lines';
import { strayBraceIn, variablesIn } from './sentence-forms';
import type { Place } from './source';
import { type NewText, nameOf, putTexts, TEXT_FILES } from './texts';

/** `source`: the words it was translated from. */
type Translated = NewText & { readonly source: string };

/** Each with all that is wrong with it; the files stay as they are. */
export function wrongAmong(
  place: Place,
  language: string,
  texts: readonly Translated[],
): readonly { readonly name: string; readonly message: string }[] {
  const files = TEXT_FILES.filter((name) => texts.some(({ file }) => file === name));
  if (files.length === 0) return [];
  const messageOf = inTrial(place, language, files, (trial) => {
    // What has lost signs makes a file nobody reads; it is refused by itself.
    putTexts(
      trial,
      language,
      texts.filter(({ text }) => wrongSignIn(text, language) === undefined),
    );
    const { folder, broken } = openFolder(trial, language);
    if (broken.length > 0) throw new Error(`locales/${language} would be broken: ${broken[0]?.message}`);
    const told = checkedTexts(folder);
    return ({ file, path }: NewText) => {
      const line = folder.file(file)?.lineOf(path);
      const own = told.filter((one) => one.file === `${language}/${file}` && one.line === line);
      return own.length === 0 ? undefined : [...new Set(own.map(({ message }) => message))].join('; ');
    };
  });
  return texts.flatMap((one) => {
    const message = unfitIn(one.text, language) ?? messageOf(one) ?? notAsIn(one);
    return message === undefined ? [] : [{ name: nameOf(one), message }];
  });
}

/** What no text may be that somebody has just written; undefined: it is none of it. */
export function unfitIn(text: string, language: string): string | undefined {
  if (text.trim() === '') return 'it has no words';
  if (isTodo(text)) return 'it begins with TODO:, which is for what is not translated yet';
  return wrongSignIn(text, language);
}

/** What is wrong with texts wherever they stand. */
export function checkedTexts(folder: Folder): readonly Finding[] {
  return [checkSpeech, checkFamiliar, checkPages, checkListing, checkTodo, checkSigns].flatMap((check) =>
    check(folder),
  );
}

/** What no check looks at that closely: signs of a variable that is none, and variables a question of Alexa's does not get. */
function notAsIn({ text, source, file }: Translated): string | undefined {
  const brace = strayBraceIn(text);
  if (brace !== undefined) return `it has ${JSON.stringify(brace)}; a variable is written {{name}}`;
  const stray = file === 'words.json' && variablesIn(text).find((name) => !variablesIn(source).includes(name));
  return stray ? `it uses {{${stray}}}, which it does not get` : undefined;
}
