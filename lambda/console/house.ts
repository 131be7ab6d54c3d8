/** What the parts of the console share: the opened house and what watches it. */

import type { Earshot } from '../house/earshot';
import type { CallWatch } from './calls';

export type ConsoleHouse = {
  readonly earshot: Earshot;
  readonly calls: CallWatch;
  readonly log: { warn(what: object, message: string): void; error(what: object, message: string): void };
  /** Real time, milliseconds. */
  now(): number;
};
