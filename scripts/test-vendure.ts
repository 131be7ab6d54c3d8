/** `npm run test:vendure`: installs a real Vendure beside the project, and holds the provider to it. */

import { jest } from './jest';
import { installVendure } from './live-vendure';

installVendure();
// What is asked of a real shop is asked whole.
process.env.EARSHOT_SOAK ??= '1';
process.exit(jest(['test/live']));
