/** Where in a JSON or YAML file a key stands, so that an error can name the line. */

import { existsSync } from 'node:fs';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { once } from '../../lambda/language/hearing/once';
import { fileText } from './file-text';
import { type JsonEntry, type JsonNode, jsonTree } from './json-tree';

export type Path = readonly (string | number)[];
export type Lined = {
  readonly value: unknown;
  /** The line of this key, or of the nearest one above it that exists. */
  lineOf(path: Path): number;
};
/** One finding, in a localiser's words. `file` is relative to the folder of languages: `it/speech.json`. */
export type Finding = { readonly file: string; readonly line: number; readonly message: string };

/** Two checks may find the same, and what is wrong with the language all are measured by is found for each. */
export function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((one) => [`${one.file}:${one.line}: ${one.message}`, one])).values()];
}

type Read = { readonly lined?: Lined; readonly findings: readonly Finding[] };

/** undefined: no such file. A file that cannot be read gives its findings instead of a value. */
export function readLined(path: string, file: string): Read | undefined {
  if (!existsSync(path)) return undefined;
  const read = fileText(path);
  if ('unreadable' in read) return { findings: [{ file, ...read.unreadable }] };
  return file.endsWith('.json') ? readJson(read.text, file) : readYaml(read.text, file);
}

/** What the program reads with JSON.parse is JSON; what is wrong with any other is told in a localiser's words. */
function readJson(text: string, file: string): Read {
  const plain = plainJson(text);
  const tree = once(() => jsonTree(text));
  const lineAt = (at: number) => text.slice(0, at).split('\n').length;
  if (plain)
    return { findings: [], lined: { value: plain.value, lineOf: (path) => lineAt(placeOf(tree().root, path)) } };
  const told = tree().problems.map(({ at, message }) => ({ file, line: lineAt(at), message }));
  const findings = told.filter(
    (one, at) => told.findIndex(({ line, message }) => line === one.line && message === one.message) === at,
  );
  return { findings: findings.length > 0 ? findings : [{ file, line: 1, message: 'is no JSON' }] };
}

function placeOf(root: JsonNode, path: Path): number {
  let [node, at]: [JsonNode | undefined, number] = [root, root.at];
  for (const step of path) {
    const inner: JsonEntry | undefined = node?.inner?.get(String(step));
    if (!inner) break;
    node = inner.node;
    at = inner.at;
  }
  return at;
}

function readYaml(text: string, file: string): Read {
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

/** undefined: it is no JSON, or has a key twice in one place. */
function plainJson(text: string): { readonly value: unknown } | undefined {
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
