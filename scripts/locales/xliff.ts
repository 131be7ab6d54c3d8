/** Texts as XLIFF 2, which most tools of translators open. A variable is a placeholder, with its own sign as its data. */

import { SaxesParser } from 'saxes';
import { inXml } from '../../lambda/vocabulary/markup';
import { isFor, type LocaleText, nameOf, printOf, TEXT_FILES, type TextBack } from './texts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
const VARIABLE = /(\{\{[^}]*\}\})/;

export function toXliff(texts: readonly LocaleText[], source: string, target: string): string {
  const files = TEXT_FILES.flatMap((file) => {
    const own = texts.filter((one) => one.file === file);
    if (own.length === 0) return [];
    return [`  <file id="${file}">`, ...own.flatMap(unitOf), '  </file>'];
  });
  const head = `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="${source}" trgLang="${target}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...files, '</xliff>', ''].join('\n');
}

function unitOf(one: LocaleText, at: number): readonly string[] {
  const { source, text, line } = one;
  const variables = [...new Set([source, text ?? ''].flatMap((words) => words.match(new RegExp(VARIABLE, 'g')) ?? []))];
  const data = variables.map((sign, id) => `<data id="d${id + 1}">${inXml(sign)}</data>`);
  const words = (written: string) =>
    written
      .split(VARIABLE)
      .map((piece) => placeholderOf(piece, variables) ?? inXml(piece))
      .join('');
  return [
    `    <unit id="u${at + 1}" name="${inXml(nameOf(one))}">`,
    `      <notes><note>line ${line}</note><note category="was">${printOf(text)}</note></notes>`,
    ...(data.length > 0 ? [`      <originalData>${data.join('')}</originalData>`] : []),
    `      <segment state="${text === null ? 'initial' : 'translated'}">`,
    `        <source xml:space="preserve">${words(source)}</source>`,
    ...(text === null ? [] : [`        <target xml:space="preserve">${words(text)}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

function placeholderOf(piece: string, variables: readonly string[]): string | null {
  const id = variables.indexOf(piece) + 1;
  return id === 0 ? null : `<ph id="${id}" dataRef="d${id}" disp="${inXml(piece)}"/>`;
}

/** What is being read of a unit. */
type Unit = { readonly name: string; readonly data: Map<string, string>; readonly segments: Segment[]; was?: string };
/** `isBetween`: it stands between two others, and needs no translation. `target` null: there is none. */
type Segment = { readonly isDone: boolean; readonly isBetween: boolean; source: string; target: string | null };

type Attributes = Readonly<Record<string, string>>;

/** The translated texts of a file. Throws what is wrong with it, and where it is for another language. */
export function fromXliff(xml: string, target: string): readonly TextBack[] {
  const found: TextBack[] = [];
  let units = 0;
  let unit: Unit = { name: '', data: new Map(), segments: [] };
  let dataId = '';
  let words: string[] | null = null;
  const begin = () => {
    words = [];
  };
  const said = () => {
    const text = words?.join('') ?? '';
    words = null;
    return text;
  };
  const segment = (isDone: boolean, isBetween: boolean) =>
    void unit.segments.push({ isDone, isBetween, source: '', target: null });
  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    xliff: (attributes) => requireFor(target, attributes),
    unit({ name = '' }) {
      units += 1;
      unit = { name, data: new Map(), segments: [] };
    },
    data({ id = '' }) {
      dataId = id;
      begin();
    },
    segment: ({ state }) => segment(state !== 'initial', false),
    ignorable: () => segment(true, true),
    note: ({ category }) => void (category === 'was' && begin()),
    source: begin,
    target: begin,
    ph: ({ dataRef = '', disp, equiv }) => void words?.push(unit.data.get(dataRef) ?? disp ?? equiv ?? ''),
  };
  const close: Readonly<Record<string, () => void>> = {
    unit: () => void found.push(...textIn(unit)),
    data: () => void unit.data.set(dataId, said()),
    note: () => void (words && Object.assign(unit, { was: said() })),
    source: () => void Object.assign(unit.segments.at(-1) ?? {}, { source: said() }),
    // Tools leave an empty one where nothing is translated.
    target: () => void Object.assign(unit.segments.at(-1) ?? {}, { target: said() || null }),
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open[name]?.(attributes));
  parser.on('closetag', ({ name }) => close[name]?.());
  parser.on('text', (text) => void words?.push(text));
  parser.on('cdata', (text) => void words?.push(text));
  parser.write(xml).close();
  if (units === 0) throw new Error('no unit was found in it: is it XLIFF 2, without a prefix before its names?');
  return found;
}

function requireFor(language: string, { version = '', trgLang = '' }: Attributes): void {
  if (!version.startsWith('2')) throw new Error('this is not XLIFF 2');
  if (!isFor(language, trgLang)) throw new Error(`this file is for "${trgLang}", not for "${language}"`);
}

/** Empty: not all of it is translated. */
function textIn({ name, segments, was }: Unit): readonly TextBack[] {
  const words = segments.map(({ isBetween, isDone, source, target }) => {
    if (isBetween) return target ?? source;
    return isDone ? target : null;
  });
  if (words.length === 0 || words.includes(null)) return [];
  const [file = '', ...path] = name.split('/');
  const source = segments.map((one) => one.source).join('');
  return [{ file, path, text: words.join(''), source, ...(was === undefined ? {} : { was }) }];
}
