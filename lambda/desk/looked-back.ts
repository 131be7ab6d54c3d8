/** How far a desk looks back, and what it calls a line. */

import type { LinePlace } from '../services/conversation/lines';

/** More is never looked back on at a desk. */
export const LINES = 300;
export const DELIVERIES = 300;

export function lineIdOf({ version, line }: LinePlace): string {
  return `${version}.${line}`;
}
