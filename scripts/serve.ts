/** `npm run serve`: builds the pages if their sources changed, then runs the server as a shop does, without the console. */

import { failWith } from '../lambda/operations/failing';
import { serve } from '../lambda/server';
import { buildPages } from './build-pages';

buildPages(console.error)
  .then(() => serve())
  .catch(failWith);
