/** Where in a JSON or YAML file a key stands, so that an error can name the line. */

import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

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
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter, uniqueKeys: true });
  const findings = document.errors.map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? error.message,
  }));
  if (findings.length > 0) return { findings };
  return { findings, lined: { value: document.toJS(), lineOf: (wanted) => lineAt(document, wanted, counter) } };
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
