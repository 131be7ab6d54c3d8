/** Reads what a tool of translators left of an XLIFF 2 file: whatever it has that we cannot put back is an error, never a text without it. */

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Exchanged, type ExchangedText, placeNamed, requireLanguage } from './exchanged';
import { NAMESPACE, WAS } from './xliff-names';
import { type Segment, translatedIn } from './xliff-segments';

/** The encoding it says it is written in. */
export function encodingOfXml(head: string): string | undefined {
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/.exec(head)?.[1];
}

/** What is being read of a unit. */
type Unit = {
  readonly name: string;
  readonly data: Map<string, string>;
  readonly segments: Segment[];
  was: string | null;
};
/** An element by its name, and its attributes. */
type Tag = { readonly name: string; readonly of: Readonly<Record<string, string>> };
/** `words`: of the text that is being read; null: none is. `open`: what has begun and not ended. */
type Reading = { readonly units: Unit[]; readonly open: Tag[]; words: string[] | null };

/** What may stand in a text besides a placeholder and a sign XML cannot write: marks that change no word. */
const MARKS = new Set(['mrk', 'sm', 'em']);
/** What holds text that we look for, where it stands under one of these. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  data: ['originalData'],
  note: ['notes'],
  source: ['segment', 'ignorable'],
  target: ['segment', 'ignorable'],
};

/** The translated texts of a file. Throws what is wrong with it, and where it is for another language. */
export function fromXliff(xml: string, language: string): Exchanged {
  const parser = new SaxesParser({ xmlns: true });
  const reading: Reading = { units: [], open: [], words: null };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (found) => {
    const tag = tagOf(found, reading.open.at(-1));
    if (reading.open.length === 0) requireXliff(tag, language);
    const problem = reading.words === null ? begin(reading, tag) : within(reading.words, tag, reading.units.at(-1));
    if (problem !== undefined) throw new Error(`line ${parser.line}: ${problem}`);
    reading.open.push(tag);
  });
  parser.on('closetag', () => {
    const tag = reading.open.pop();
    if (tag) end(reading, tag);
  });
  for (const event of ['text', 'cdata'] as const) parser.on(event, (text) => void reading.words?.push(text));
  parser.write(xml).close();
  return exchangedOf(reading.units);
}

function isHolder({ open }: Reading, { name }: Tag): boolean {
  return HOLDERS[name]?.includes(open.at(-1)?.name ?? '') ?? false;
}

function begin(reading: Reading, tag: Tag): undefined {
  const { name, of } = tag;
  const { units } = reading;
  if (name === 'unit') units.push({ name: of.name ?? of.id ?? '', data: new Map(), segments: [], was: null });
  if (name === 'segment' || name === 'ignorable')
    units.at(-1)?.segments.push({ kind: name, isDone: isDone(of), source: '', target: null, order: null });
  if (!isHolder(reading, tag)) return;
  reading.words = [];
  const order = name === 'target' && of.order !== undefined ? { order: Number(of.order) } : {};
  Object.assign(units.at(-1)?.segments.at(-1) ?? {}, order);
}

/** Inside a text; what is wrong with it there. */
function within(words: string[], { name, of }: Tag, unit: Unit | undefined): string | undefined {
  if (MARKS.has(name)) return undefined;
  if (name !== 'ph' && name !== 'cp') return `<${name}> stands inside a text; only <ph> can be put back as a variable`;
  const sign = name === 'ph' ? signOf(of, unit) : String.fromCodePoint(Number.parseInt(of.hex ?? '0', 16));
  if (sign === undefined) return 'a placeholder has no data: nobody knows which variable it was';
  words.push(sign);
  return undefined;
}

function end(reading: Reading, tag: Tag): void {
  const unit = reading.units.at(-1);
  if (reading.words === null || !unit || !isHolder(reading, tag)) return;
  const text = reading.words.join('');
  reading.words = null;
  const { name, of } = tag;
  if (name === 'data') unit.data.set(of.id ?? '', text);
  else if (name === 'note') unit.was = of.category === WAS ? text.trim() : unit.was;
  else Object.assign(unit.segments.at(-1) ?? {}, { [name]: text });
}

/** What is another module's is under a name of its own, and so is all that stands in it. */
function tagOf({ local, uri, attributes }: SaxesTagNS, parent: Tag | undefined): Tag {
  const isOurs = uri === NAMESPACE && !parent?.name.startsWith(':');
  const of = Object.fromEntries(
    Object.values(attributes).flatMap((one) => (one.prefix === '' ? [[one.local, one.value]] : [])),
  );
  return { name: isOurs ? local : `:${local}`, of };
}

function requireXliff({ name, of: { version = '', trgLang = '' } }: Tag, language: string): void {
  if (name !== 'xliff' || !version.startsWith('2.'))
    throw new Error(`this is not XLIFF 2 (${NAMESPACE}); export the texts anew, or save them as XLIFF 2`);
  requireLanguage(trgLang, language, 'trgLang');
}

/** By its data, or by what it is shown as. */
function signOf({ dataRef = '', disp = '' }: Tag['of'], unit: Unit | undefined): string | undefined {
  return unit?.data.get(dataRef) ?? (/^\{\{[^{}]+\}\}$/.test(disp) ? disp : undefined);
}

/** A state that is not told is that of whoever wrote a target by hand. What calls itself a guess is none. */
function isDone({ state, subState = '' }: Tag['of']): boolean {
  return state !== 'initial' && !/fuzzy|needs|draft/i.test(subState);
}

function exchangedOf(units: readonly Unit[]): Exchanged {
  const named = units.filter(({ name }) => name.includes('/'));
  const texts = named.flatMap(({ name, segments, was }): readonly ExchangedText[] => {
    const text = translatedIn(segments);
    const source = segments.map((one) => one.source).join('');
    return text === null ? [] : [{ ...placeNamed(name), text, source, was }];
  });
  const nameless = units.filter(({ name }) => !name.includes('/'));
  return {
    texts,
    left: named.length - texts.length,
    nameless: nameless.map(({ segments }) => segments.map(({ source }) => source).join('')),
  };
}
