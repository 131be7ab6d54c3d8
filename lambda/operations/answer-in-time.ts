/** Whoever says something is answered in time, also where it is the store that hangs: Alexa hangs up after eight seconds. */

import { runWithin } from '../services/deadline';
import type { Middleware } from './doors';

/** A little more than a turn has for itself, so that a turn that ends late is still written. */
const WITHIN_MS = 5_900;

/** Streams only listen, and go on for hours. */
export const answerInTime: Middleware = (req, _res, next) =>
  req.method === 'POST' ? runWithin(WITHIN_MS, next) : next();
