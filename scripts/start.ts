/** `npm start`: builds the pages if their sources changed, then runs the local server with the console. */

import { resolve } from 'node:path';
import { failWith } from '../lambda/operations/failing';
import { serve } from '../lambda/server';
import { buildPages } from './build-pages';
import { compile } from './compile';
import { localiseHere, localiserBeside } from './locales/localiser-beside';
import { playFor } from './locales/play-for';

/** What runs beside the server. */
const BESIDE = ['lambda/house/beside-thread.ts', 'lambda/house/drawing-process.ts'];
const place = { root: resolve(__dirname, '..') };

function start(): Promise<unknown> {
  return buildPages(console.error)
    .then(() => Promise.all(BESIDE.map(compile)))
    .then(() => serve({ tools: { play: playFor(place), localiser: localiserBeside(__filename) } }))
    .catch(failWith);
}

if (!localiseHere(place)) start();
