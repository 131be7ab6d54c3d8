/** The log: one JSON line each, and of an error only what its programmer wrote, cleaned of what looks personal. */

import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config';
import { redact } from '../services/redact';

export type LogOptions = { readonly level: Config['logLevel']; readonly to: DestinationStream };

/**
 * An error of a driver may carry rows and parameters, and a message the address somebody was asked at: only name, code,
 * message and stack are written, and these without anything that reads like an address, a number or a token.
 */
export function createLog({ level, to }: LogOptions): Logger {
  return pino({ level, base: null, serializers: { err: written, error: written } }, to);
}

function written(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error, []) : error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause instanceof Error ? { cause: written(error.cause) } : {};
  return { type: error.name, ...code, message: redact(error.message, []), stack: places(error.stack), ...cause };
}

/** Where it happened, without the message on top. */
function places(stack = ''): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
