/** Whoever says or asks for something is answered in time, also where it is the store that hangs: Alexa hangs up after eight seconds. */

import { runWithin } from '../services/deadline';
import type { Middleware } from './doors';

/** A little more than a turn has for itself, so that a turn that ends late is still written. */
const WITHIN_MS = 5_900;

/** What listens goes on for hours; the record of a desk is read until it ends. */
const LONG = /\/(stream|events|record\.csv)$/;

export const answerInTime: Middleware = (req, _res, next) => {
  const [path = ''] = (req.url ?? '').split('?');
  return req.method === 'GET' && LONG.test(path) ? next() : runWithin(WITHIN_MS, next);
};
