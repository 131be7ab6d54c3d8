/** `npm start`: builds the pages if their sources changed, then runs the local server. */

import { buildPages } from './build-pages';

buildPages()
  .then(() => import('../lambda/server'))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });
