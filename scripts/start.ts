/** `npm start`: builds the pages if their sources changed, then runs the local server with the console. */

import { resolve } from 'node:path';
import { failWith } from '../lambda/operations/failing';
import { serve } from '../lambda/server';
import { buildPages } from './build-pages';
import { playFor } from './locales/play-for';

buildPages(console.error)
  .then(() => serve({ play: playFor({ root: resolve(__dirname, '..') }) }))
  .catch(failWith);
