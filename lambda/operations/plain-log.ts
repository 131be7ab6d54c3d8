/** The log of a Lambda: the same lines as the server's, without the package, which takes its time to load. */

import type { Config } from '../house/config';
import { written } from './written-error';

export type PlainLog = Readonly<Record<'error' | 'warn' | 'info' | 'debug', (what: object, message?: string) => void>>;

/** As pino numbers them. */
const LEVELS = { debug: 20, info: 30, warn: 40, error: 50, silent: 100 } as const;

export function createPlainLog(level: Config['logLevel'], write: (line: string) => void): PlainLog {
  const at = (name: keyof PlainLog) => (what: object, message?: string) => {
    if (LEVELS[name] < LEVELS[level]) return;
    const fields = Object.entries(what).map(([key, value]) => [key, key === 'err' ? written(value) : value]);
    write(
      `${JSON.stringify({ level: LEVELS[name], time: Date.now(), ...Object.fromEntries(fields), msg: message })}\n`,
    );
  };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}
