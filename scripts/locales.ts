/** `npm run locales …`: everything a localiser does, without a line of TypeScript. */

import { resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { asking, linesOf } from './lines-of';
import { add } from './locales/add';
import { answererBeside } from './locales/answer-beside';
import { check, leftOf } from './locales/check';
import { exported, imported } from './locales/exchange';
import { exportedInLines, importedInLines, isAllTaken } from './locales/exchange-lines';
import { writeForAmazon } from './locales/for-amazon';
import { hearOne } from './locales/hear-one';
import { heardInLines } from './locales/heard-lines';
import { leftInLines } from './locales/left';
import { generate, stale, write } from './locales/models';
import { measure, writePace } from './locales/pace';
import { inLines as inLinesOf, sayReplies } from './locales/say';
import { scoresOf } from './locales/score';
import { scoreTable } from './locales/score-table';
import { languageOf, type Place, readLanguage } from './locales/source';
import { textsOf } from './locales/texts';
import { requireRead, requireThere } from './locales/there';
import { tryReplies } from './locales/try';
import { weakIn, weakInLines } from './locales/weak';
import { compileLess } from './short-lived';

const USAGE = `npm run locales check [language]            everything that may be wrong, with file and line
npm run locales check [language] -- --brief the same, with few sentences of each template said to the program
npm run locales check [language] -- --full  the same, with dozens of them
npm run locales add <code> "<name>"         a new language as a draft that passes the check
npm run locales models                      writes skill-package/ from locales/ and shop/shop.json
npm run locales manifest                    writes dist/skill-package/skill.json and dist/account-linking.json from the settings, for Amazon
npm run locales places [tests]              runs the tests, and notes in locales/led-to.json what leads to each reply
npm run locales answer <language>           writes what is answered now into examples.yaml: read it before you commit
npm run locales say <language> [key]        replies with values that trip up sentences, as they are heard and read: in full,
                                            cut short, formally and to a friend, where they have such words
npm run locales try <language> [key]        every reply in turn, or those whose key begins so: what you type becomes its words
npm run locales report <language>           how far it is, what to write next, and where it is weak
npm run locales report <language> [part]    all that is left to write of a draft whose key begins so, or of a file
npm run locales report <language> all       all that is left to write of a draft, all that is weak in a complete language
npm run locales pace <language>             how fast it is read, measured with espeak-ng: replies are timed by it
npm run locales score <language>            how well sentences are heard that it was not taught
npm run locales export <language> <file>    its texts as .xlf (XLIFF 2) or .po, for the tools of translators
npm run locales import <language> <file>    puts what they translated back into its files, over nothing newer
npm run locales import <language> <file> -- --force  the same, over what is newer here, too
npm run locales hear <language> "<text>"    what is understood
npm run locales hear <language> -- --json   one text a line on standard input, one JSON line each`;

const place: Place = { root: resolve(__dirname, '..') };

/** Absent: as many as meet every word of a template. */
const SAID_IN_BRIEF = 2;
const SAID_IN_FULL = 40;

async function runCheck(rest: readonly string[]): Promise<number> {
  compileLess();
  const [language] = rest.filter((word) => !word.startsWith('--'));
  const said = rest.includes('--brief')
    ? { saidOfEach: SAID_IN_BRIEF }
    : rest.includes('--full')
      ? { saidOfEach: SAID_IN_FULL }
      : {};
  const { close, ...beside } = answererBeside(__filename);
  const { findings, summary } = await check(place, { ...beside, ...(language ? { language } : {}), ...said }).finally(
    close,
  );
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
  if (problem === null)
    console.log(`locales/${code}/ is there as a draft; what to write first is told by: npm run locales check ${code}`);
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

async function runPlaces(tests: readonly string[]): Promise<number> {
  const { gatherPlaces } = await import('./locales/gather-places');
  const wrong = gatherPlaces(place, tests);
  for (const one of wrong) console.error(one);
  return wrong.length === 0 ? 0 : 1;
}

async function runAnswer(language: string): Promise<number> {
  const { writeAnswers } = await import('./locales/write-answers');
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
    console.log(isJson ? JSON.stringify(heard) : heardInLines(heard).join('\n'));
    return 0;
  }
  for await (const line of linesOf(process.stdin)) {
    process.stdout.write(`${JSON.stringify(hearOne(place, language, line))}\n`);
  }
  return 0;
}

function runSay(language: string, key: string): number {
  const said = sayReplies(place, language, key);
  for (const one of said) for (const line of inLinesOf(one)) console.log(line);
  if (said.length > 0) return 0;
  console.error(`nothing is said under "${key}"; keys are those of speech.json without plural forms, like OrderStatus`);
  return 1;
}

async function runTry(language: string, of: string): Promise<number> {
  const written = await tryReplies(place, language, asking(process.stdin, process.stdout), of);
  console.log(`${counted(written, 'text')} written to locales/${language}/`);
  return 0;
}

/** As a word, for npm keeps `--all` to itself where no `--` stands before it. */
const ALL = 'all';

async function runReport(language: string, of: string, flags: readonly string[]): Promise<number> {
  const isAll = of === ALL || flags.includes('--all');
  const isDraft = readLanguage(place, language).status === 'draft';
  if (isDraft && (isAll || of !== '')) {
    for (const line of leftInLines(leftOf(place, language), isAll ? '' : of)) console.log(line);
    return 0;
  }
  if (!isAll && of !== '') console.log(`${language} is complete: nothing is left to write of ${of}`);
  const { findings, summary, isReadable } = await check(place, { language, saidOfEach: SAID_IN_BRIEF });
  for (const { file, line, message } of findings) console.log(`${file}:${line}: ${message}`);
  for (const line of summary) console.log(line);
  // What is weak in half a language would only mislead.
  if (!isReadable) return 1;
  for (const line of weakInLines(weakIn(place, language), isAll ? 'all' : 'worst')) console.log(line);
  return 0;
}

function runScore(language: string): number {
  for (const line of scoreTable(scoresOf(place, language))) console.log(line);
  return 0;
}

/** Further off than that, and it is no estimate. */
const MOST_ERROR = 0.1;

function runPace(language: string): number {
  const { pace, error, texts } = measure(place, language);
  const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
  console.log(`${language}: ${pace.rate} characters a second, a digit as long as ${pace.digit}`);
  console.log(
    `of ${texts} replies half are estimated to within ${percent(error.median)}, nine in ten to within ${percent(error.most)}`,
  );
  if (error.median > MOST_ERROR) return 1;
  writePace(place, language, pace);
  console.log(`written to locales/${language}/language.json`);
  return 0;
}

function runExport(language: string, file: string): number {
  const texts = exported(place, language, file);
  for (const line of exportedInLines(texts, file)) console.log(line);
  return 0;
}

function runImport(language: string, file: string, flags: readonly string[]): number {
  const done = imported(place, language, file, flags.includes('--force'));
  for (const line of importedInLines(done, { language, texts: textsOf(place, language) })) console.log(line);
  if (done.changed > 0) console.log(`now run: npm run locales check ${language}`);
  return isAllTaken(done) ? 0 : 1;
}

/** Verbs that take a language, and most of them one thing more. */
type OfLanguage = (language: string, rest: string, flags: readonly string[]) => number | Promise<number>;
const OF_LANGUAGE: Readonly<Record<string, OfLanguage>> = {
  add: (code, name) => (name === '' ? misused() : runAdd(code, name)),
  answer: runAnswer,
  say: runSay,
  try: runTry,
  report: runReport,
  pace: runPace,
  score: runScore,
  export: (language, file) => (file === '' ? misused() : runExport(language, file)),
  import: (language, file, flags) => (file === '' ? misused() : runImport(language, file, flags)),
};

function misused(): number {
  console.error(USAGE);
  return 2;
}

async function run([verb, ...rest]: readonly string[]): Promise<number> {
  const [first, ...others] = rest.filter((word) => word !== '--');
  if (verb && first && !first.startsWith('--')) requireFor(verb, languageOf(first));
  if (verb === 'check') return runCheck(rest);
  if (verb === 'models') return runModels();
  if (verb === 'manifest') return writeForAmazon(place);
  if (verb === 'places') return runPlaces(first ? [first, ...others] : []);
  if (verb === 'hear' && first && others.length > 0) return runHear(first, others);
  const work = Object.hasOwn(OF_LANGUAGE, verb ?? '') ? OF_LANGUAGE[verb ?? ''] : undefined;
  const isFlag = (word: string) => word.startsWith('--');
  const more = others.filter((word) => !isFlag(word)).join(' ');
  return work && first ? work(first, more, others.filter(isFlag)) : misused();
}

/** `add` begins a language, and `check` tells itself what of it cannot be read. */
function requireFor(verb: string, language: string): void {
  const isOfLanguage = verb === 'check' || verb === 'hear' || Object.hasOwn(OF_LANGUAGE, verb);
  if (!isOfLanguage || verb === 'add') return;
  requireThere(place, language);
  if (verb !== 'check') requireRead(place, language);
}

function main(): void {
  run(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}

if (isMainThread) main();
// The whole house, which nothing else here needs.
else void import('./locales/answer-here').then(({ answerHere }) => answerHere(place));
