/** `npm run locales try`: every reply in turn, what shoppers meet most first; what is typed becomes its text. */

import type { Asking } from '../lines-of';
import { metMost } from './progress';
import { replyOf, sayerOf } from './say';
import type { Place } from './source';
import { type LocaleText, putTexts, textsOf } from './texts';

/** Ways of saying it that are shown when it was written. */
const HEARD = 2;

const VARIABLES = /\{\{\s*(\w+)\s*\}\}/g;

/** How many texts were written. What is not translated yet comes before what is; `of`: only keys that begin with it. */
export async function tryReplies(place: Place, language: string, trying: Asking, of = ''): Promise<number> {
  trying.write('Each reply in turn. An empty line goes on, a text becomes its words, a full stop alone ends.');
  let written = 0;
  const all = inTurn(textsOf(place, language)).filter(({ path }) => path.join('.').startsWith(of));
  if (all.length === 0) throw new Error(`no key of locales/${language}/speech.json begins with ${of}`);
  for (const [at, one] of all.entries()) {
    const key = one.path.join('.');
    trying.write(
      `\n${at + 1} of ${all.length}: ${key}  (locales/${language}/speech.json:${one.line})\n  in English: ${one.source}`,
    );
    if (one.text !== null) trying.write(`  now: ${one.text}`);
    const text = await typedFor(one, trying);
    if (text === null) return written;
    if (text === '') continue;
    written += putTexts(place, language, [{ file: one.file, path: one.path, text }]).changed;
    for (const heard of heardNow(place, language, key)) trying.write(`  heard: ${heard}`);
  }
  return written;
}

/** Empty: it stays as it is; null: that is all. */
async function typedFor({ source }: LocaleText, { read, write }: Asking): Promise<string | null> {
  for (;;) {
    const typed = (await read()) ?? '.';
    const lost = typed === '' || typed === '.' ? undefined : lostIn(typed, source);
    if (lost === undefined) return typed === '.' ? null : typed;
    write(`  it must say ${lost}, as the English does; once more, or an empty line to leave it`);
  }
}

/** A plural form or a wording is heard in its reply. */
function heardNow(place: Place, language: string, key: string): readonly string[] {
  const reply = replyOf(key);
  const said = reply === undefined ? [] : sayerOf(place, language)(reply);
  return said.slice(0, HEARD).map(({ heard }) => heard);
}

function inTurn(texts: readonly LocaleText[]): readonly LocaleText[] {
  const spoken = texts.filter(({ file }) => file === 'speech.json');
  const rank = ({ path, text }: LocaleText) => (text === null ? 0 : 1_000) + metMost(path[0] ?? '');
  return spoken
    .map((one) => ({ one, at: rank(one) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function lostIn(typed: string, source: string): string | undefined {
  const said = new Set([...typed.matchAll(VARIABLES)].map(([, name]) => name));
  const lost = [...source.matchAll(VARIABLES)].find(
    ([, name]) => name !== 'shop' && name !== 'pause' && !said.has(name),
  );
  return lost?.[0];
}
