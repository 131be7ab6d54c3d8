/** Starts a measurement: `npm run bench` lists the questions, `npm run bench turn` answers one. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const QUESTIONS = readdirSync(__dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

function main(): number {
  const [question, ...args] = process.argv.slice(2);
  if (question === undefined) {
    process.stdout.write(`Measurements, each started with "npm run bench <name>":\n\n${list()}\n`);
    return 0;
  }
  if (!QUESTIONS.includes(question)) {
    process.stderr.write(`There is no measurement "${question}"; there are:\n\n${list()}\n`);
    return 1;
  }
  const program = join(__dirname, `${question}.ts`);
  return spawnSync(process.execPath, [...process.execArgv, program, ...args], { stdio: 'inherit' }).status ?? 1;
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
