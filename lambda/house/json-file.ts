/** Reads a file that a merchant writes: what is wrong is named with its place, in words for whoever sets up the shop. */

import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { ConfigError, fileTrouble, issueWords, problemsOf } from './problems';

/** Throws `ConfigError` with the file and the place in it. */
export function readBy<T>(schema: z.ZodMiniType<T>, file: string): T {
  const read = schema.safeParse(jsonIn(file), { error: issueWords });
  if (!read.success)
    throw new ConfigError(
      problemsOf(read.error)
        .map((problem) => `${file}: ${problem}`)
        .join('\n'),
    );
  return read.data;
}

function jsonIn(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read: ${fileTrouble(cause)}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConfigError(
      `${file}:${brokenLine(text)}: is no JSON from here on; look for a comma, a quote or a bracket`,
      {
        cause,
      },
    );
  }
}

/** The first line that no JSON goes on with. */
function brokenLine(text: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((_line, index) => !mayGoOn(lines.slice(0, index + 1).join('\n')));
  return at < 0 ? lines.length : at + 1;
}

/** Whether this is JSON, or the beginning of some: what is wrong with it lies behind its end. */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    return /end of JSON input/.test(String(error)) || Number(position) >= text.length;
  }
}
