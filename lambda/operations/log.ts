/** The log: one JSON line each, and of an error only what its programmer wrote, cleaned of what looks personal. */

import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../house/config';
import { written } from './written-error';

export type LogOptions = { readonly level: Config['logLevel']; readonly to: DestinationStream };

/**
 * An error of a driver may carry rows and parameters, and a message the address somebody was asked at: only name, code,
 * message and stack are written, and these without anything that reads like an address, a number or a token.
 */
export function createLog({ level, to }: LogOptions): Logger {
  return pino({ level, base: null, serializers: { err: written, error: written } }, to);
}
