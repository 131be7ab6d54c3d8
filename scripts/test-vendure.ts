/** `npm run test:vendure`: installs a real Vendure beside the project, and holds the provider to it. */

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { installVendure } from './live-vendure';

const ROOT = resolve(__dirname, '..');

installVendure();
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
// What is asked of a real shop is asked whole.
const env = { ...process.env, EARSHOT_SOAK: process.env.EARSHOT_SOAK ?? '1' };
const { status } = spawnSync(process.execPath, [jest, 'test/live'], { cwd: ROOT, stdio: 'inherit', env });
process.exit(status ?? 1);
