/** An error as it is logged: name, code, message and places, cleaned of what looks personal. */

import { redact } from '../services/privacy/redact';

/** What of an error is logged: nothing that reads like an address, a number or a token, and no row of a driver. */
export function written(error: unknown): unknown {
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
