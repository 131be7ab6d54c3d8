/** JSON as the formatter of this project leaves it, so that a new folder is clean at once. */

const WIDTH = 120;
const INDENT = '  ';

/** With a line feed at its end. */
export function asJsonText(value: unknown): string {
  return `${written(value, { depth: 0, taken: 0 })}\n`;
}

/** `taken`: characters that stand on the line besides the value and its indent. */
type Spot = { readonly depth: number; readonly taken: number };

function written(value: unknown, spot: Spot): string {
  if (Array.isArray(value)) return writtenList(value, spot);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, inner], at) => {
    const name = `${JSON.stringify(key)}: `;
    const taken = name.length + (at < entries.length - 1 ? 1 : 0);
    return `${name}${written(inner, { depth: spot.depth + 1, taken })}`;
  });
  return broken('{', lines, spot.depth, '}');
}

function writtenList(list: readonly unknown[], { depth, taken }: Spot): string {
  if (list.length === 0) return '[]';
  const flat = flatOf(list);
  const room = WIDTH - depth * INDENT.length - taken;
  if (flat !== null && flat.length <= room && !isTable(list)) return flat;
  const lines = list.map((one, at) => written(one, { depth: depth + 1, taken: at < list.length - 1 ? 1 : 0 }));
  return broken('[', lines, depth, ']');
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
