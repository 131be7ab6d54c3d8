/** `npm run locales <check|add|models|answer|hear>`: everything a localiser does, without a line of TypeScript. */

import { resolve } from 'node:path';
import { add } from './locales/add';
import { createAnswerer } from './locales/answer';
import { check } from './locales/check';
import { hearOne } from './locales/hear-one';
import { generate, stale, write } from './locales/models';
import { languageOf, type Place, readLanguage } from './locales/source';
import { writeAnswers } from './locales/write-answers';

const USAGE = `npm run locales check [language]            everything that may be wrong, with file and line
npm run locales check [language] -- --brief the same, with few sentences of each template said to the program
npm run locales add <code> "<name>"         a new language as a draft that passes the check
npm run locales models                      writes skill-package/ from locales/ and shop/shop.json
npm run locales answer <language>           writes what is answered now into examples.yaml: read it before you commit
npm run locales hear <language> "<text>"    what is understood
npm run locales hear <language> -- --json   one text a line on standard input, one JSON line each`;

const place: Place = { root: resolve(__dirname, '..') };

const SAID_IN_BRIEF = 2;

async function runCheck(rest: readonly string[]): Promise<number> {
  const [language] = rest.filter((word) => !word.startsWith('--'));
  const said = rest.includes('--brief') ? { saidOfEach: SAID_IN_BRIEF } : {};
  const answer = await createAnswerer(place);
  const { findings, summary } = await check(place, { answer, ...(language ? { language } : {}), ...said });
  for (const { file, line, message } of findings) console.log(`${file}:${line}: ${message}`);
  for (const line of summary) console.log(line);
  console.log(findings.length === 0 ? 'no errors' : counted(findings.length, 'error'));
  return findings.length === 0 ? 0 : 1;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function runAdd(code: string, name: string): number {
  const problem = add(place, { code, name });
  if (problem === null) console.log(`locales/${code}/ is there as a draft; begin with speech.json and sentences.json`);
  else console.error(problem);
  return problem === null ? 0 : 1;
}

function runModels(): number {
  const { files, problems, notes } = generate(place);
  const changed = stale(place, files);
  write(place, files);
  for (const note of notes) console.log(note);
  for (const problem of problems) console.error(problem);
  console.log(changed.length === 0 ? 'nothing changed' : `written: ${changed.join(', ')}`);
  return problems.length === 0 ? 0 : 1;
}

async function runAnswer(language: string): Promise<number> {
  const changed = await writeAnswers(place, language);
  console.log(
    changed === 0 ? 'nothing changed' : `${counted(changed, 'answer')} written to locales/${language}/examples.yaml`,
  );
  return 0;
}

async function runHear(language: string, rest: readonly string[]): Promise<number> {
  const isJson = rest.includes('--json');
  const text = rest.filter((word) => word !== '--json').join(' ');
  if (!isJson && readLanguage(place, languageOf(language)).status === 'draft')
    console.error(`${languageOf(language)} is a draft: shoppers are not offered it`);
  if (!isJson || text !== '') {
    const heard = hearOne(place, language, text);
    console.log(isJson ? JSON.stringify(heard) : inLines(heard));
    return 0;
  }
  for await (const line of linesOf(process.stdin)) {
    process.stdout.write(`${JSON.stringify(hearOne(place, language, line))}\n`);
  }
  return 0;
}

/** By line feeds alone: readline also ends lines at signs that stand inside what people paste. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

function inLines({ intent, score, rivals, slots, accepted }: ReturnType<typeof hearOne>): string {
  const filled = Object.entries(slots).map(([name, slot]) => {
    const meaning = [...slot.ids, slot.number, slot.ordinal, slot.date].filter((one) => one !== undefined);
    return `  ${name}: "${slot.said}"${meaning.length > 0 ? ` (${meaning.join(', ')})` : ''}`;
  });
  const others = rivals.map((rival) => `  rival: ${rival.intent} ${rival.score}`);
  return [`${accepted ? intent : 'not understood'} ${score}`, ...filled, ...others].join('\n');
}

async function run([verb, ...rest]: readonly string[]): Promise<number> {
  const [first, ...others] = rest.filter((word) => word !== '--');
  if (verb === 'check') return runCheck(rest);
  if (verb === 'models') return runModels();
  if (verb === 'add' && first && others[0]) return runAdd(first, others.join(' '));
  if (verb === 'answer' && first) return runAnswer(first);
  if (verb === 'hear' && first && others.length > 0) return runHear(first, others);
  console.error(USAGE);
  return 2;
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
