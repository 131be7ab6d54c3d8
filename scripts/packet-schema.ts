/** Writes docs/hand-off-packet.schema.json from the one source; run it with `npx tsx scripts/packet-schema.ts`. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchema } from '../lambda/services/hand-off/packet-schema';

const ROOT = join(__dirname, '..');
const FILE = join(ROOT, 'docs', 'hand-off-packet.schema.json');

writeFileSync(FILE, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
execFileSync(process.execPath, [
  join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  'format',
  '--write',
  FILE,
]);
