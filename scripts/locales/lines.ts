/** Where in a JSON or YAML file a key stands, so that an error can name the line. */

import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { once } from '../../lambda/language/hearing/once';

export type Path = readonly (string | number)[];
export type Lined = {
  readonly value: unknown;
  /** The line of this key, or of the nearest one above it that exists. */
  lineOf(path: Path): number;
};
/** One finding, in a localiser's words. `file` is relative to the folder of languages: `it/speech.json`. */
export type Finding = { readonly file: string; readonly line: number; readonly message: string };

/** undefined: no such file. A file that cannot be read gives its findings instead of a value. */
export function readLined(path: string, file: string): { lined?: Lined; findings: readonly Finding[] } | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const plain = plainJson(text);
  return plain ? { findings: [], lined: linedLate(text, plain.value) } : readYaml(text, file);
}

/** Where its keys stand is looked for when something is wrong with one: that takes ten times as long as reading it. */
function linedLate(text: string, value: unknown): Lined {
  const lines = once(() => readYaml(text, '').lined);
  return { value, lineOf: (wanted) => lines()?.lineOf(wanted) ?? 1 };
}

function readYaml(text: string, file: string): { lined?: Lined; findings: readonly Finding[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const findings = document.errors.map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? error.message,
  }));
  if (findings.length > 0) return { findings };
  return { findings, lined: { value: document.toJS(), lineOf: (wanted) => lineAt(document, wanted, counter) } };
}

const STRINGS = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** undefined: it is no JSON, or has a key twice in one place, or is spaced as YAML may mind. */
function plainJson(text: string): { readonly value: unknown } | undefined {
  if (/[\t\r]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const keys = [...text.matchAll(STRINGS)].filter(([, colon]) => colon !== undefined).length;
    return keys === keysIn(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, one) => sum + keysIn(one), own);
}

function lineAt(document: Document, path: Path, counter: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = keyOffset(document, path.slice(0, length));
    if (offset !== undefined) return counter.linePos(offset).line;
  }
  return 1;
}

function keyOffset(document: Document, path: Path): number | undefined {
  const last = path.at(-1);
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  return (document.getIn(path, true) as Node | undefined)?.range?.[0];
}
