/** The only reader of shop/goods.csv and shop/kinds.csv: what a merchant says of goods otherwise than the platform does. Both may be absent. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Csv from 'csv-parse/sync';
import type { Corrections, GoodCorrection } from '../vocabulary/goods';
import { type GoodKind, isKind, KINDS } from '../vocabulary/kinds';
import { anyOf, ConfigError, fileTrouble, meant } from './problems';

const GOODS = {
  file: 'goods.csv',
  columns: ['id', 'language', 'voice title', 'words', 'hide'],
  needed: ['id'],
} as const;
const SHELVES = { file: 'kinds.csv', columns: ['category', 'kind'], needed: ['category', 'kind'] } as const;
/** More cannot be kept in mind by ear. */
const MOST_WORDS = 7;
/** In the column of words, between one and the next; between a category and the one in it. */
const [WORDS, WITHIN] = ['|', '>'];

type Table = typeof GOODS | typeof SHELVES;
type Cells<T extends Table> = Readonly<Record<T['columns'][number], string>>;
/** The column, and in words what would be right. */
type Wrong = readonly [column: string, what: string] | null;

/** Throws `ConfigError` with a line for everything that is wrong: file, line, column, what is allowed. */
export function readCorrections(folder: string): Corrections {
  const problems: string[] = [];
  const goods = new Map<string, GoodCorrection>();
  const kinds = new Map<string, GoodKind>();
  each(join(folder, GOODS.file), { table: GOODS, problems, add: (cells) => addGood(goods, cells) });
  each(join(folder, SHELVES.file), { table: SHELVES, problems, add: (cells) => addKind(kinds, cells) });
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    good: (id, language) => goods.get(goodKey(id, language)) ?? goods.get(goodKey(id, '')),
    kind: (categories) => kindOf(kinds, categories),
  };
}

type Reading<T extends Table> = {
  readonly table: T;
  readonly problems: string[];
  readonly add: (cells: Cells<T>) => Wrong;
};

function each<T extends Table>(file: string, { table, problems, add }: Reading<T>): void {
  if (!existsSync(file)) return;
  const tell = (line: number, wrong: Wrong): void => {
    if (wrong) problems.push(`${file}:${line}: ${wrong.join(': ')}`);
  };
  const [head, ...rows] = linesOf(file, problems);
  if (!head) return;
  const names = head.record.map((name) => name.toLowerCase());
  const faults = headFaults(names, table);
  for (const fault of faults) tell(head.line, fault);
  if (faults.length > 0) return;
  for (const { record, line } of rows) {
    const cells = Object.fromEntries(table.columns.map((name) => [name, record[names.indexOf(name)] ?? '']));
    tell(line, record.length > names.length ? TOO_MANY : add(cells as Cells<T>));
  }
}

const TOO_MANY: Wrong = [
  'the last column',
  'there are more texts than the first line names; put quotes around one with a comma',
];

function headFaults(names: readonly string[], { columns, needed }: Table): readonly Wrong[] {
  const known: readonly string[] = columns;
  const strange = names.filter((name) => !known.includes(name));
  const missing = needed.filter((name) => !names.includes(name));
  return [
    ...strange.map(
      (name): Wrong => [`"${name}"`, `there is no such column; write ${anyOf(known)}${meant(name, known)}`],
    ),
    ...missing.map((name): Wrong => [name, 'the first line must name this column']),
  ];
}

type Line = { readonly record: readonly string[]; readonly line: number };

/** Comma or semicolon, as the first line has it: spreadsheets write what their country does. */
function linesOf(file: string, problems: string[]): readonly Line[] {
  try {
    const text = readFileSync(file, 'utf8');
    const [first = ''] = text.split('\n', 1);
    const delimiter = first.includes(';') ? ';' : ',';
    // Most shops correct nothing, and a start should be short.
    const { parse } = require('csv-parse/sync') as typeof Csv;
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (rows as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[])
      .map(({ record, info }) => ({ record, line: info.lines }))
      .filter(({ record }) => record.some((cell) => cell !== ''));
  } catch (cause) {
    problems.push(
      isCsvError(cause)
        ? `${file}:${cause.lines}: ${SAYS[cause.code] ?? 'is no CSV from here on'}`
        : `${file} cannot be read: ${fileTrouble(cause)}`,
    );
    return [];
  }
}

const SAYS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed',
  INVALID_OPENING_QUOTE: 'a quote stands within a text; write "" for one',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote; write "" for a quote within a text',
};

function isCsvError(cause: unknown): cause is Csv.CsvError & { readonly lines: number } {
  return cause instanceof Error && 'code' in cause && 'lines' in cause;
}

/** null: nothing is wrong, and it is taken in. */
function addGood(goods: Map<string, GoodCorrection>, cells: Cells<typeof GOODS>): Wrong {
  const { id, language, hide } = cells;
  const voiceTitle = cells['voice title'];
  const words = wordsIn(cells.words);
  const key = goodKey(id, language);
  const long = voiceTitle.split(/\s+/).length;
  if (id === '') return ['id', 'is empty; write the id the platform gives the goods'];
  if (!/^([a-z]{2,3})?$/.test(language))
    return ['language', `"${language}" is no language; write one like it, or nothing for all`];
  if (!/^(yes|no)?$/i.test(hide)) return ['hide', `"${hide}" is neither; write yes, no or nothing`];
  if (long > MOST_WORDS) return ['voice title', `has ${long} words; write at most ${MOST_WORDS}`];
  if (goods.has(key)) return ['id', `"${id}" is corrected above already; write one line for each language`];
  if (voiceTitle === '' && words.length === 0 && hide === '')
    return ['voice title', `nothing is corrected; write a title, words (with ${WORDS} between them) or hide`];
  goods.set(key, {
    ...(voiceTitle === '' ? {} : { voiceTitle }),
    ...(words.length > 0 ? { words } : {}),
    ...(hide.toLowerCase() === 'yes' ? { isHidden: true } : {}),
  });
  return null;
}

function wordsIn(cell: string): readonly string[] {
  const words = cell.split(WORDS).map((word) => word.trim().toLowerCase());
  return words.filter((word) => word !== '');
}

function addKind(kinds: Map<string, GoodKind>, { category, kind }: Cells<typeof SHELVES>): Wrong {
  const key = pathKey(category.split(WITHIN));
  if (key === '') return ['category', `is empty; write the platform's category, like Drinks ${WITHIN} Coffee`];
  if (!isKind(kind)) return ['kind', `there is no kind "${kind}"; docs/goods.md lists them${meant(kind, KINDS)}`];
  if (kinds.has(key)) return ['category', `"${category}" has a kind above already`];
  kinds.set(key, kind);
  return null;
}

function goodKey(id: string, language: string): string {
  return `${language} ${id}`;
}

function pathKey(categories: readonly string[]): string {
  return categories
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '')
    .join(` ${WITHIN} `);
}

/** The most that is written of the path, from its narrow end: "Drinks > Coffee" before "Coffee" before "Drinks". */
function kindOf(kinds: ReadonlyMap<string, GoodKind>, categories: readonly string[]): GoodKind | undefined {
  if (kinds.size === 0) return undefined;
  for (let to = categories.length; to > 0; to--)
    for (let from = 0; from < to; from++) {
      const kind = kinds.get(pathKey(categories.slice(from, to)));
      if (kind) return kind;
    }
  return undefined;
}
