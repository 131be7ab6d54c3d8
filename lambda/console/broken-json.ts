/** Finds JSON files that cannot be read, each with the line of the mistake. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileProblem } from './protocol';

/** `name` is what the folder is called in the findings. */
export function brokenJsonIn(folder: string, name: string): readonly FileProblem[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => brokenJson(join(folder, file), `${name}/${file.replaceAll('\\', '/')}`));
}

function brokenJson(path: string, file: string): readonly FileProblem[] {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? [] : [{ file, line: 1, message: 'must hold an object: { … }' }];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ file, line: lineIn(text, message), message: short(message) }];
  }
}

/** Node names a position, newer ones a line; where it names neither, the text stopped too early. */
function lineIn(text: string, message: string): number {
  const line = /\(line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /at position (\d+)/.exec(message)?.[1];
  return text.slice(0, position ? Number(position) : text.trimEnd().length).split('\n').length;
}

function short(message: string): string {
  return message
    .replace(/,? ?(in JSON )?at position \d+.*$/s, '')
    .replace(/\s+/g, ' ')
    .slice(0, 160);
}
