/** Starts a measurement: `npm run bench` lists the questions, `npm run bench turn` answers one. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const QUESTIONS = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

/** All questions in about ten minutes on a quiet computer: in this order, and as briefly as still tells something. */
const ALL: readonly (readonly string[])[] = [
  ['turn', '--rounds', '5', '--turns', '3000'],
  ['verify'],
  ['cold'],
  ['servers', '--rounds', '5', '--turns', '3000'],
  ['size', '--rounds', '4', '--turns', '3000'],
  ['memory'],
  ['hear'],
  ['catalogue'],
  ['titles'],
  ['replenish'],
  ['mirror'],
  ['mail'],
  ['loop'],
  ['desk'],
];

function main(): number {
  const [question, ...args] = process.argv.slice(2);
  if (question === 'all') return Math.max(...ALL.map(([name = '', ...rest]) => answer(name, rest)));
  if (question === undefined) {
    process.stdout.write(
      `Measurements, each started with "npm run bench <name>", or one after the other with "npm run bench all":\n\n${list()}\n`,
    );
    return 0;
  }
  if (!QUESTIONS.includes(question)) {
    process.stderr.write(`There is no measurement "${question}"; there are:\n\n${list()}\n`);
    return 1;
  }
  return answer(question, args);
}

function answer(question: string, args: readonly string[]): number {
  process.stdout.write(`\n== npm run bench ${question}${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\n\n`);
  const run = join(__dirname, '..', 'scripts', 'run.js');
  return spawnSync(process.execPath, [run, `bench/${question}.ts`, ...args], { stdio: 'inherit' }).status ?? 1;
}

function list(): string {
  return QUESTIONS.map((question) => `  ${question}  ${purposeOf(question)}`).join('\n');
}

/** What the file says of itself in its first line. */
function purposeOf(question: string): string {
  const [first = ''] = readFileSync(join(__dirname, `${question}.ts`), 'utf8').split('\n');
  return first.replace(/^\/\*\*\s*|\s*\*\/$/g, '');
}

process.exitCode = main();
