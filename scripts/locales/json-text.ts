/** JSON as the formatter of this project leaves it, so that a new folder is clean at once. */

import { parseDocument, visit } from 'yaml';

const WIDTH = 120;
const INDENT = '  ';

/** With a line feed at its end. `before`: the text it replaces; objects somebody wrote on one line stay on one where they fit. */
export function asJsonText(value: unknown, before?: string): string {
  const short = before === undefined ? new Set<string>() : onOneLine(before);
  return `${written(value, { depth: 0, taken: 0, short })}\n`;
}

/** `taken`: characters that stand on the line besides the value and its indent; `short`: objects on one line, as JSON. */
type Spot = { readonly depth: number; readonly taken: number; readonly short: ReadonlySet<string> };

/** As JSON, so that they are known again wherever they stand now. */
function onOneLine(text: string): ReadonlySet<string> {
  const short = new Set<string>();
  visit(parseDocument(text), {
    Map(_, { range, items }) {
      const own = range ? text.slice(range[0], range[1]) : '';
      if (items.length > 0 && own !== '' && !own.includes('\n')) short.add(JSON.stringify(JSON.parse(own)));
    },
  });
  return short;
}

function written(value: unknown, spot: Spot): string {
  if (Array.isArray(value)) return writtenList(value, spot);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  if (spot.short.has(JSON.stringify(value)) && flatObject(entries).length <= roomAt(spot)) return flatObject(entries);
  const lines = entries.map(([key, inner], at) => {
    const name = `${JSON.stringify(key)}: `;
    const taken = name.length + (at < entries.length - 1 ? 1 : 0);
    return `${name}${written(inner, { ...spot, depth: spot.depth + 1, taken })}`;
  });
  return broken('{', lines, spot.depth, '}');
}

function flatObject(entries: readonly (readonly [string, unknown])[]): string {
  return `{ ${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${JSON.stringify(inner)}`).join(', ')} }`;
}

function roomAt({ depth, taken }: Spot): number {
  return WIDTH - depth * INDENT.length - taken;
}

function writtenList(list: readonly unknown[], spot: Spot): string {
  if (list.length === 0) return '[]';
  const flat = flatOf(list);
  if (flat !== null && flat.length <= roomAt(spot) && !isTable(list)) return flat;
  const depth = spot.depth + 1;
  const lines = list.map((one, at) => written(one, { ...spot, depth, taken: at < list.length - 1 ? 1 : 0 }));
  return broken('[', lines, spot.depth, ']');
}

/** On one line; null: something in it never stands on one. */
function flatOf(value: unknown): string | null {
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? null : JSON.stringify(value);
  const parts = value.map(flatOf);
  return parts.includes(null) ? null : `[${parts.join(', ')}]`;
}

/** Lists of lists with more than one thing in each stand below each other. */
function isTable(list: readonly unknown[]): boolean {
  return list.length > 1 && list.every((one) => Array.isArray(one) && one.length > 1);
}

function broken(open: string, lines: readonly string[], depth: number, close: string): string {
  const indent = INDENT.repeat(depth + 1);
  return `${open}\n${lines.map((line) => indent + line).join(',\n')}\n${INDENT.repeat(depth)}${close}`;
}
