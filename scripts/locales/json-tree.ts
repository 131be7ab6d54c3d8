/** JSON with the place of every key, read on where it is damaged: what is wrong is told as whoever wrote it sees it. */

import { createReader, type JsonReader } from './json-signs';

/** A value where it stands; `inner`: of a list or an object. */
export type JsonNode = {
  readonly at: number;
  readonly value: unknown;
  readonly inner?: ReadonlyMap<string, JsonEntry>;
};
/** `at`: of the key, or of the value in a list. */
export type JsonEntry = { readonly at: number; readonly node: JsonNode };
/** `at`: a place in the text. */
export type JsonProblem = { readonly at: number; readonly message: string };
export type JsonTree = { readonly root: JsonNode; readonly problems: readonly JsonProblem[] };

/** Never throws. Whoever has problems has no use for the values. */
export function jsonTree(text: string): JsonTree {
  const reader = createReader(text);
  if (reader.peek() === '') {
    reader.tell('the file is empty; it must hold what the same file of another language holds');
    return { root: { at: 0, value: undefined }, problems: reader.problems };
  }
  if (reader.isStuck()) return { root: { at: 0, value: undefined }, problems: reader.problems };
  const root = readValue(reader);
  if (!reader.isStuck() && reader.peek() !== '')
    reader.tell(`something stands behind the end: ${JSON.stringify(reader.rest(12))}`);
  return { root, problems: reader.problems };
}

function readValue(reader: JsonReader): JsonNode {
  const sign = reader.peek();
  const at = reader.at();
  if (sign === '{' || sign === '[') return wholeOf(reader, sign);
  return { at, value: reader.word() };
}

const CLOSES = { '{': '}', '[': ']' } as const;

/** An object or a list, up to its end. */
function wholeOf(reader: JsonReader, opener: '{' | '['): JsonNode {
  const at = reader.at();
  const inner = new Map<string, JsonEntry>();
  const closer = CLOSES[opener];
  reader.take();
  for (let sign = reader.peek(); sign !== closer; sign = reader.peek()) {
    if (sign === '')
      reader.stop(`the file ends too early: no ${closer} closes the ${opener} of line ${reader.lineOf(at)}`);
    else if (sign === '}' || sign === ']')
      reader.stop(`a ${sign} stands where a ${closer} must close the ${opener} of line ${reader.lineOf(at)}`);
    else if (opener === '{') addEntry(reader, inner);
    else inner.set(String(inner.size), { at: reader.at(), node: readValue(reader) });
    if (!reader.isStuck()) between(reader, { closer, from: at });
    if (reader.isStuck()) return { at, value: madeOf(opener, inner), inner };
  }
  reader.take();
  return { at, value: madeOf(opener, inner), inner };
}

function addEntry(reader: JsonReader, inner: Map<string, JsonEntry>): void {
  const at = reader.at();
  const key = reader.key();
  if (reader.isStuck()) return;
  if (reader.peek() === ':') reader.take();
  else reader.stop(`a colon is missing behind ${JSON.stringify(key)}`);
  const before = inner.get(key);
  if (before)
    reader.tell(
      `the key ${JSON.stringify(key)} stands twice: lines ${reader.lineOf(before.at)} and ${reader.lineOf(at)}`,
      at,
    );
  if (!reader.isStuck()) inner.set(key, { at, node: readValue(reader) });
}

/** What stands between two values: one comma, and none behind the last. */
function between(reader: JsonReader, { closer, from }: { readonly closer: string; readonly from: number }): void {
  const end = reader.end();
  const sign = reader.peek();
  if (sign === ',') {
    const at = reader.at();
    reader.take();
    const next = reader.peek();
    if (next === closer) reader.tell('a comma too many: nothing follows it', at);
    if (next === ',') reader.stop('two commas stand where one belongs');
    return;
  }
  if (sign === '' || sign === '}' || sign === ']') return;
  if (sign === ':') {
    reader.stop(
      `a ] is missing before line ${reader.lineOf(reader.at())}: the [ of line ${reader.lineOf(from)} is still open`,
      from,
    );
    return;
  }
  if (reader.lineOf(end) === reader.lineOf(reader.at()) && /[\p{L}\p{N}]/u.test(sign))
    reader.stop(
      `a quote stands inside a text, before ${JSON.stringify(reader.rest(12))}; write \\" there, or typographic quotes`,
    );
  else reader.tell(`a comma is missing after line ${reader.lineOf(end)}`, end);
}

function madeOf(opener: '{' | '[', inner: ReadonlyMap<string, JsonEntry>): unknown {
  const entries = [...inner].map(([key, { node }]) => [key, node.value] as const);
  return opener === '[' ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
