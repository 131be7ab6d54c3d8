/** Checks for signs that nobody can say or see: what an editor lost, what turns the line round, letters of another alphabet. */

import { isTree, nodeAt } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { MEASURE } from './source';
import { TEXT_FILES, type TextFile, textsWithin } from './texts';

const LOST = '\ufffd';
/** That one, or half of a sign. */
const LOST_SIGN = /[\ufffd\p{Cs}]/u;
/** Some languages and some emoji need what joins, parts or turns letters (U+200C to U+200F). */
const UNSEEN = /(?![\u200c-\u200f\n])\p{C}/u;
/** Other texts put into this one, by i18next. */
const NESTED = '$t(';
/** Brands and what the shop sells have Latin letters everywhere. */
const EVERYWHERE = ['Latn', 'Zyyy', 'Zinh'];
/** Scripts that are several to Unicode. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
};
/** Whatever is said or shown as one line. */
const ONE_LINE = /^(?:speech|text|words)\.json\/|^familiar\.json\/(?:speech|text)\//;

export function checkSigns(folder: Folder): readonly Finding[] {
  return TEXT_FILES.flatMap((file) =>
    textsWithin(file, folder.file(file)?.value)
      .filter(({ text }) => !isTodo(text))
      .flatMap(({ path, text }) => {
        const wrong = wrongSignIn(text, folder.language) ?? wrongFor({ file, path, text }, folder);
        return wrong === undefined ? [] : [folder.finding(file, path, `${path.join('.')}: ${wrong}`)];
      }),
  );
}

/** Of any text and any sentence; undefined: every sign can be said. */
export function wrongSignIn(text: string, language: string): string | undefined {
  if (LOST_SIGN.test(text)) return `it has a sign that was lost (${LOST}); write it anew`;
  const [unseen] = UNSEEN.exec(text) ?? [];
  if (unseen !== undefined) return `it has a sign nobody sees (${codeOf(unseen)}); take it out`;
  if (text.includes(NESTED)) return `it has "${NESTED}…)", which puts other texts into it; write the words themselves`;
  const strange = strangeLetterIn(text.replace(/\{\{.*?\}\}/g, ''), language);
  return strange === undefined ? undefined : `it has “${strange}” (${codeOf(strange)}), a letter of another alphabet`;
}

type Text = { readonly file: TextFile; readonly path: readonly string[]; readonly text: string };

function wrongFor({ file, path, text }: Text, folder: Folder): string | undefined {
  if (text.includes('\n') && ONE_LINE.test([file, ...path].join('/')))
    return 'it has a line break; write it in one line';
  const measure = folder.file(file, MEASURE)?.value;
  const source = isTree(measure) ? nodeAt(measure, path.join('.')) : undefined;
  const isWordless = text.trim() !== '' && !SAID.test(text) && typeof source === 'string' && SAID.test(source);
  return isWordless ? 'it has no words' : undefined;
}

const SAID = /[\p{L}\p{N}]/u;

function strangeLetterIn(text: string, language: string): string | undefined {
  const own = lettersOf(language);
  return own ? [...text].find((sign) => /\p{L}/u.test(sign) && !own.test(sign)) : undefined;
}

const known = new Map<string, RegExp | null>();

/** null: nobody knows which a language has. */
function lettersOf(language: string): RegExp | null {
  const before = known.get(language);
  if (before !== undefined) return before;
  const { script } = new Intl.Locale(language).maximize();
  const scripts = script === undefined ? [] : [...(SEVERAL[script] ?? [script]), ...EVERYWHERE];
  const letters = scripts.length === 0 ? null : patternOf(scripts);
  known.set(language, letters);
  return letters;
}

function patternOf(scripts: readonly string[]): RegExp | null {
  try {
    return new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
  } catch {
    return null;
  }
}

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
