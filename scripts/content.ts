/** `npm run content`: whether what the shop has written can be told and found. */

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { issueWords } from '../lambda/house/problems';
import { merchantOf, readShopFile } from '../lambda/house/shop-file';
import { checkContent } from './content/check';

const HELP = `npm run content check        the files of shop/content: fields, lengths, and whether each question finds its answer`;

const ROOT = resolve(__dirname, '..');

type Print = (text: string) => void;

function check(print: Print): number {
  const house = { merchant: merchantOf(readShopFile(join(ROOT, 'shop', 'shop.json'))), words: issueWords };
  const { problems, counts } = checkContent({ root: ROOT }, house);
  for (const problem of problems) print(problem);
  for (const { language, answers, questions } of counts)
    print(`${language}: ${answers} answers, ${questions} questions`);
  print(problems.length === 0 ? 'no errors' : `${problems.length} ${problems.length === 1 ? 'error' : 'errors'}`);
  return problems.length === 0 ? 0 : 1;
}

/** Answers the exit code. */
export async function content(args: readonly string[], print: Print): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [command] = positionals;
  if (command === 'check') return check(print);
  print(HELP);
  return 1;
}

if (require.main === module) {
  content(process.argv.slice(2), (text) => console.log(text)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    },
  );
}
