/** Checks the languages: everything a localiser can get wrong, told in a localiser's words with file and line. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPace } from '../../lambda/language/speech/seconds';
import { checkBeside } from './check-beside';
import { checkConsent } from './check-consent';
import { type CheckedExamples, checkExamples } from './check-examples';
import { checkFamiliar } from './check-familiar';
import { checkGoods } from './check-goods';
import { checkHeard, type HeardRunner } from './check-heard';
import { checkListing } from './check-listing';
import { checkLists } from './check-lists';
import { checkMarks } from './check-marks';
import { checkPages } from './check-pages';
import { areSentencesUsable, checkSentences } from './check-sentences';
import { checkSigns } from './check-signs';
import { checkSpeech } from './check-speech';
import { checkSuggestions } from './check-suggestions';
import { checkTodo } from './check-todo';
import { checkTongue } from './check-tongue';
import { areWordsUsable, checkWords } from './check-words';
import type { Dialogue } from './examples';
import { brokenIn, type Folder, openFolder } from './folder';
import { leftIn, nextSteps } from './left';
import { eachOnce, type Finding } from './lines';
import { generate, stale } from './models';
import { progressOf, toldOf } from './progress';
import { localesOf, type Place, readShop } from './source';

/** Plays a dialogue through the whole program and tells where it differs from what is written; of several, one after the other. */
export type AnswerRunner = (
  dialogue: Dialogue,
  language: string,
) => Promise<readonly { readonly turn: number; readonly message: string }[]>;

export type CheckOptions = {
  readonly language?: string;
  readonly answer?: AnswerRunner;
  /** Hears a share of the sentences beside; absent: all are heard here. */
  readonly hear?: HeardRunner;
  /** At most so many sentences of a template are said to the program; absent: as many as meet every word of it. */
  readonly saidOfEach?: number;
};
export type Checked = {
  readonly findings: readonly Finding[];
  /** One line a language: what was counted. */
  readonly summary: readonly string[];
  /** Whether the files could be read at all. */
  readonly isReadable: boolean;
};

const FOLDER = /^[a-z]{2,3}$/;

/** Never throws for what a localiser wrote. */
export async function check(place: Place, options: CheckOptions = {}): Promise<Checked> {
  const languages = options.language ? [options.language] : languagesIn(place);
  // A language is spoken by a program that speaks all of them.
  const broken = brokenIn(place);
  const { answer, hear, ...alone } = options;
  const begun = languages.map((language) => checkLanguage(place, language, broken.length > 0 ? alone : options));
  const isRight = broken.length === 0 && begun.every(({ soFar }) => soFar.length === 0);
  // Made while somebody else holds the dialogues. What it throws nobody hears of who has something else to mend.
  const models = isRight ? outcomeOf(() => checkModels(place, options.language)) : null;
  const checked: { readonly findings: readonly Finding[]; readonly summary: string }[] = [];
  for (const { whole } of begun) checked.push(await whole());
  const findings = eachOnce([...broken, ...checkBeside(place), ...checked.flatMap((one) => one.findings)]);
  return {
    findings: findings.length === 0 && models ? models() : findings,
    summary: checked.map(({ summary }) => summary),
    isReadable: begun.every(({ isReadable }) => isReadable),
  };
}

/** Does it now; what it gave or threw is told later. */
function outcomeOf<T>(work: () => T): () => T {
  try {
    const made = work();
    return () => made;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

export function languagesIn(place: Place): readonly string[] {
  return readdirSync(localesOf(place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDER.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** `soFar`: what is wrong but for what the dialogues tell and how sentences are heard; `whole`: with it. */
type Begun = {
  readonly isReadable: boolean;
  readonly soFar: readonly Finding[];
  whole(): Promise<{ readonly findings: readonly Finding[]; readonly summary: string }>;
};

function checkLanguage(place: Place, language: string, options: CheckOptions): Begun {
  const told = (findings: readonly Finding[], summary: string): Begun => ({
    isReadable: false,
    soFar: findings,
    whole: async () => ({ findings, summary: `${language}: ${summary}` }),
  });
  if (!existsSync(join(localesOf(place), language))) {
    const message = `there is no folder for "${language}"; make one with: npm run locales add ${language} "<name>"`;
    return told([{ file: `${language}/language.json`, line: 1, message }], 'not there');
  }
  const { folder, broken } = openFolder(place, language);
  if (broken.length > 0) return told(broken, 'cannot be read');
  try {
    return checkFolder(folder, options);
  } catch (error) {
    return told([uncheckable(folder, error)], 'cannot be checked');
  }
}

function uncheckable(folder: Folder, error: unknown): Finding {
  const message = `cannot be checked: ${error instanceof Error ? error.message : String(error)}`;
  return folder.finding('language.json', [], message);
}

function checkFolder(folder: Folder, { answer, hear, saidOfEach }: CheckOptions): Begun {
  const usable = areWordsUsable(folder);
  const hears = usable && areSentencesUsable(folder);
  // Begun first: its dialogues are held while the rest is looked at, where somebody else holds them.
  const examples = hears ? checkExamples(folder, answer) : NO_EXAMPLES;
  const heard = hears ? checkHeard(folder, { saidOfEach, hear }) : async () => [];
  const texts = checkTexts(folder);
  const before = [
    ...checkInfo(folder),
    ...texts,
    ...(hears ? checkConsent(folder) : []),
    ...(usable ? checkSentences(folder) : []),
  ];
  const after = hears && !folder.isDraft ? checkSuggestions(folder) : [];
  const whole = async () => {
    const misheard = await heard().catch((error) => [uncheckable(folder, error)]);
    const findings = [...before, ...misheard, ...(await examples.whole), ...after];
    return { findings, summary: summaryOf(folder, { findings, texts, turns: examples.count }) };
  };
  return { isReadable: true, soFar: [...before, ...examples.soFar, ...after], whole };
}

const NO_EXAMPLES: CheckedExamples = { count: 0, soFar: [], whole: Promise.resolve([]) };

type Told = { readonly findings: readonly Finding[]; readonly texts: readonly Finding[]; readonly turns: number };

function summaryOf(folder: Folder, { findings: all, texts, turns }: Told): string {
  const findings = eachOnce(all);
  const state = folder.isDraft ? `a draft, offered to nobody: ${toldOf(progressOf(folder))}` : 'complete';
  const errors = findings.length === 1 ? '1 error' : `${findings.length} errors`;
  const summary = `${folder.language}: ${errors} (${state}; ${turns} example turns)`;
  const left = folder.isDraft ? leftIn(folder, texts, checkTexts) : [];
  return [summary, ...nextSteps(folder.language, left)].join('\n');
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
    ...checkMarks(folder),
    ...checkSigns(folder),
    ...checkTodo(folder),
    ...checkTongue(folder),
  ];
}

function checkInfo(folder: Folder): readonly Finding[] {
  const { name, status, pace } = (folder.file('language.json')?.value ?? {}) as Record<string, unknown>;
  const wrong = (key: string, message: string) => folder.finding('language.json', [key], message);
  return [
    ...(typeof name === 'string' && name.trim() !== ''
      ? []
      : [wrong('name', '"name" must be what the language calls itself')]),
    ...(status === 'draft' || status === 'complete' ? [] : [wrong('status', '"status" must be "draft" or "complete"')]),
    ...(pace === undefined || isPace(pace) ? [] : [wrong('pace', '"pace" is written by: npm run locales pace')]),
  ];
}

/** What a draft still lacks, in the order in which it is worth writing; nothing of a language that is complete or cannot be read. */
export function leftOf(place: Place, language: string): readonly Finding[] {
  const { folder, broken } = openFolder(place, language);
  return broken.length > 0 || !folder.isDraft ? [] : leftIn(folder, checkTexts(folder), checkTexts);
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
