/** `npm run doctor`: what still stands between this shop and a first certification, each with the place where it is mended. */

import { resolve } from 'node:path';
import { readConfig } from '../lambda/house/config';
import { ConfigError } from '../lambda/house/problems';
import type { Found } from './doctor/finding';
import { outside } from './doctor/outside';
import { setUp } from './doctor/set-up';

const HELP = `npm run doctor [-- --offline]

Reads the settings and shop/shop.json, and asks the addresses in them, as Amazon would. It changes nothing. Says what still stands in the
way of a first certification, and where each is mended; ends with 1 while anything does.
  --offline   asks nobody outside
`;

const MARKS: Readonly<Record<Found['level'], string>> = { stops: '✗', mind: '!' };

async function main(args: readonly string[]): Promise<number> {
  if (args.some((one) => one !== '--offline')) {
    process.stdout.write(HELP);
    return args.includes('--help') ? 0 : 2;
  }
  const config = readConfig();
  const found = [
    ...setUp(config, { root: resolve(__dirname, '..') }),
    ...(args.includes('--offline') ? [] : await outside(config, Date.now)),
  ];
  for (const { level, what, mend } of found) process.stdout.write(`${MARKS[level]} ${what}\n    → ${mend}\n`);
  const open = found.filter(({ level }) => level === 'stops').length;
  process.stdout.write(open === 0 ? 'Nothing stands in the way.\n' : `${open} to mend before a certification.\n`);
  return open === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.message.split('\n'))
      process.stdout.write(`✗ ${line}\n    → .env, .env.example, shop/shop.json\n`);
    process.exitCode = 1;
  },
);
