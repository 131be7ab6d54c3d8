/** `npm run locales try`: every reply in turn, what shoppers meet most first; what is typed becomes its text. */

import type { Asking } from '../lines-of';
import { metMost } from './progress';
import { waysOf } from './said-ways';
import type { Place } from './source';
import { type LocaleText, putTexts, type TextFile, textsOf } from './texts';
import { wrongAmong } from './wrong-texts';

/** Ways of saying it that are shown when it was written. */
const HEARD = 2;
/** What is said or written in a conversation; pages and the store have no turn in it. */
const FILES: readonly TextFile[] = ['speech.json', 'text.json', 'familiar.json', 'words.json'];
/** Files whose keys stand in a group. */
const GROUPED: readonly TextFile[] = ['familiar.json', 'words.json'];

const [END, BACK] = ['.', '<'];
const HOW = `Each reply in turn. An empty line goes on, a text becomes its words, ${BACK} goes back, a full stop alone ends.`;

/** How many texts were written. What is not translated yet comes before what is; `of`: only keys that begin with it, or a file. */
export async function tryReplies(place: Place, language: string, trying: Asking, of = ''): Promise<number> {
  const all = inTurn(textsOf(place, language)).filter((one) => keyOf(one).startsWith(of) || one.file === of);
  if (all.length === 0)
    throw new Error(
      `no key of locales/${language}/ begins with ${of}; keys are those of speech.json, like Welcome or Purchase.confirm`,
    );
  trying.write(HOW);
  let written = 0;
  for (let at = 0; at < all.length; ) {
    const one = all[at] as LocaleText;
    trying.write(`\n${at + 1} of ${all.length}: ${keyOf(one)}  (locales/${language}/${one.file}:${one.line})`);
    trying.write(`  in English: ${one.source}`);
    const now = textsOf(place, language).find((own) => own.file === one.file && keyOf(own) === keyOf(one))?.text;
    if (now) trying.write(`  now: ${now}`);
    const text = await typedFor(one, { place, language, trying });
    if (text === END) return written;
    at = text === BACK ? Math.max(0, at - 1) : at + 1;
    if (text === BACK || text === '') continue;
    written += putTexts(place, language, [{ file: one.file, path: one.path, text }]).changed;
    for (const heard of heardNow(place, language, { ...one, text })) trying.write(`  ${heard}`);
  }
  return written;
}

type Trying = { readonly place: Place; readonly language: string; readonly trying: Asking };

/** What may be written, or a sign; empty: it stays as it is. */
async function typedFor(one: LocaleText, { place, language, trying: { read, write } }: Trying): Promise<string> {
  for (;;) {
    const typed = (await read()) ?? END;
    if (['', END, BACK].includes(typed)) return typed;
    const [wrong] = wrongAmong(place, language, [{ ...one, text: typed }]);
    if (wrong === undefined) return typed;
    write(`  not written: ${wrong.message}; once more, or an empty line to leave it`);
  }
}

function keyOf({ file, path }: Pick<LocaleText, 'file' | 'path'>): string {
  return (GROUPED.includes(file) ? path.slice(1) : path).join('.');
}

/** What the text changes in what is said, or in what is written. */
function heardNow(place: Place, language: string, text: Parameters<typeof waysOf>[2]): readonly string[] {
  return waysOf(place, language, text)
    .ways.map(({ heard, read }) => (heard === null ? `written: ${read}` : `heard: ${heard.words}`))
    .slice(0, HEARD);
}

function inTurn(texts: readonly LocaleText[]): readonly LocaleText[] {
  const rank = (one: LocaleText) => (one.text === null ? 0 : 1_000) + metMost(keyOf(one).split('.')[0] ?? '');
  return texts
    .filter(({ file }) => FILES.includes(file))
    .map((one) => ({ one, at: rank(one) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
