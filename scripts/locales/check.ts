/** Checks the languages: everything a localiser can get wrong, told in a localiser's words with file and line. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '../../lambda/language/hearing/sentences';
import { isPace } from '../../lambda/language/speech/seconds';
import { checkExamples } from './check-examples';
import { checkFamiliar } from './check-familiar';
import { checkGoods } from './check-goods';
import { checkListing } from './check-listing';
import { checkLists } from './check-lists';
import { checkPages } from './check-pages';
import { areSentencesUsable, checkEnough, checkSentences, type SaidOfEach } from './check-sentences';
import { checkSpeech } from './check-speech';
import { checkSuggestions } from './check-suggestions';
import { areWordsUsable, checkWords } from './check-words';
import { covering } from './covering';
import type { Dialogue } from './examples';
import { type Finding, type Lined, readLined } from './lines';
import { generate, stale } from './models';
import { inOrder, progressOf, toldOf } from './progress';
import { spread } from './samples';
import { localesOf, type Place, readLanguage, readShop } from './source';

/** Plays a dialogue through the whole program and tells where it differs from what is written; of several, one after the other. */
export type AnswerRunner = (
  dialogue: Dialogue,
  language: string,
) => Promise<readonly { readonly turn: number; readonly message: string }[]>;

export type CheckOptions = {
  readonly language?: string;
  readonly answer?: AnswerRunner;
  /** At most so many sentences of a template are said to the program; absent: as many as meet every word of it. */
  readonly saidOfEach?: number;
};
export type Checked = {
  readonly findings: readonly Finding[];
  /** One line a language: what was counted. */
  readonly summary: readonly string[];
};

/** One language as the checks see it. */
export type Folder = {
  readonly place: Place;
  readonly language: string;
  readonly isDraft: boolean;
  /** A file of this language, or of the one all are measured by. */
  file(name: string, language?: string): Lined | undefined;
  finding(name: string, path: readonly (string | number)[], message: string): Finding;
};

const FOLDER = /^[a-z]{2,3}$/;

/** Never throws for what a localiser wrote. */
export async function check(place: Place, options: CheckOptions = {}): Promise<Checked> {
  const languages = options.language ? [options.language] : languagesIn(place);
  const findings: Finding[] = [];
  const summary: string[] = [];
  for (const language of languages) {
    const own = await checkLanguage(place, language, options);
    findings.push(...own.findings);
    summary.push(own.summary);
  }
  if (findings.length === 0) findings.push(...checkModels(place, options.language));
  return { findings, summary };
}

export function languagesIn(place: Place): readonly string[] {
  return readdirSync(localesOf(place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDER.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

async function checkLanguage(place: Place, language: string, { answer, saidOfEach }: CheckOptions) {
  const nothing = { file: `${language}/language.json`, line: 1 };
  if (!existsSync(join(localesOf(place), language))) {
    const message = `there is no folder for "${language}"; make one with: npm run locales add ${language} "<name>"`;
    return { findings: [{ ...nothing, message }], summary: `${language}: not there` };
  }
  const { folder, broken } = openFolder(place, language);
  if (broken.length > 0) return { findings: broken, summary: `${language}: cannot be read` };
  const texts = checkTexts(folder);
  const hears = areWordsUsable(folder) && areSentencesUsable(folder);
  // Begun first: its dialogues are held while the rest is looked at, where somebody else holds them.
  const held = hears ? checkExamples(folder, answer) : Promise.resolve({ findings: [], count: 0 });
  // What it throws is thrown where it is waited for, and whatever throws sooner is what is told.
  held.catch(() => undefined);
  const findings = [
    ...checkInfo(folder),
    ...texts,
    ...(areWordsUsable(folder) ? checkSentences(folder, saidOf(saidOfEach)) : []),
  ];
  const examples = await held;
  findings.push(...examples.findings, ...(hears && !folder.isDraft ? checkSuggestions(folder) : []));
  const state = folder.isDraft ? `a draft, offered to nobody: ${toldOf(progressOf(folder))}` : 'complete';
  const errors = findings.length === 1 ? '1 error' : `${findings.length} errors`;
  const summary = `${language}: ${errors} (${state}; ${examples.count} example turns)`;
  const lacking = folder.isDraft ? lackingIn(folder, texts) : [];
  return { findings, summary: [summary, ...nextSteps(lacking)].join('\n') };
}

function saidOf(most: number | undefined): SaidOfEach {
  return most === undefined ? covering : (template) => spread(expand(template), most);
}

/** What can be told of each file by itself. */
function checkTexts(folder: Folder): readonly Finding[] {
  return [
    ...checkSpeech(folder),
    ...checkFamiliar(folder),
    ...checkWords(folder),
    ...checkLists(folder),
    ...checkGoods(folder),
    ...checkListing(folder),
    ...checkPages(folder),
  ];
}

/** What keeps a draft from being complete, what shoppers meet most first; what is wrong in what is there is not in it. */
function lackingIn(folder: Folder, told: readonly Finding[]): readonly Finding[] {
  const complete: Folder = { ...folder, isDraft: false };
  const wrong = new Set(told.map(({ message }) => message));
  const few = areWordsUsable(folder) && areSentencesUsable(folder) ? checkEnough(complete) : [];
  return inOrder([...few, ...checkTexts(complete).filter(({ message }) => !wrong.has(message))]);
}

/** So many are told; whoever has done them asks again. */
const STEPS = 5;

function nextSteps(lacking: readonly Finding[]): readonly string[] {
  if (lacking.length === 0) return [];
  const steps = lacking.slice(0, STEPS).map(({ file, line, message }) => `  ${file}:${line}: ${message}`);
  const more = lacking.length - steps.length;
  return ['  next, what shoppers meet most first:', ...steps, ...(more > 0 ? [`  and ${more} more after these`] : [])];
}

function checkInfo(folder: Folder): readonly Finding[] {
  const { name, status, pace } = (folder.file('language.json')?.value ?? {}) as Record<string, unknown>;
  const wrong = (message: string) => folder.finding('language.json', [], message);
  return [
    ...(typeof name === 'string' && name.trim() !== '' ? [] : [wrong('"name" must be what the language calls itself')]),
    ...(status === 'draft' || status === 'complete' ? [] : [wrong('"status" must be "draft" or "complete"')]),
    ...(pace === undefined || isPace(pace) ? [] : [wrong('"pace" is written by: npm run locales pace')]),
  ];
}

const FILES = [
  'language.json',
  'speech.json',
  'text.json',
  'familiar.json',
  'sentences.json',
  'words.json',
  'emergencies.json',
  'digits.json',
  'numbers.json',
  'mail.json',
  'goods.json',
  'listing.json',
  'pages.json',
] as const;

/** `broken`: files that cannot be read. */
export function openFolder(place: Place, language: string): { folder: Folder; broken: readonly Finding[] } {
  const cache = new Map<string, Lined | undefined>();
  const broken: Finding[] = [];
  const read = (name: string, of: string): Lined | undefined => {
    const key = `${of}/${name}`;
    if (cache.has(key)) return cache.get(key);
    const found = readLined(join(localesOf(place), of, name), key);
    if (found && !found.lined) broken.push(...found.findings);
    cache.set(key, found?.lined);
    return found?.lined;
  };
  for (const name of FILES) read(name, language);
  const folder: Folder = {
    place,
    language,
    isDraft: broken.length === 0 && readLanguage(place, language).status === 'draft',
    file: (name, of = language) => read(name, of),
    finding: (name, path, message) => ({
      file: `${language}/${name}`,
      line: read(name, language)?.lineOf(path) ?? 1,
      message,
    }),
  };
  return { folder, broken };
}

/** The generated skill package must be what the sources give now, and what Amazon takes. */
function checkModels(place: Place, language: string | undefined): readonly Finding[] {
  if (language && !readShop(place).alexaLocales.some((locale) => locale.startsWith(`${language}-`))) return [];
  const { files, problems } = generate(place, language === undefined ? {} : { language });
  const finding = (file: string, message: string) => ({ file: `../${file}`, line: 1, message });
  return [
    ...problems.map((problem) => finding('skill-package', problem)),
    ...stale(place, files).map((file) => finding(file, 'is stale; run: npm run locales models')),
  ];
}
