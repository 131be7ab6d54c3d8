/** Makes words of an outcome: what is said, what is shown, and what is asked again on silence. */

import type { Outcome } from '../../vocabulary/outcome';
import { titleSizesIn } from '../goods/title-sizes';
import { type Folder, folderFor, type Locales, loadLocales } from '../locales/locales';
import { layOut, productsOf, type Worded } from './lay-out';
import { createReader } from './replies';
import type { Wording } from './wording';
import { type Problem, wordsOf } from './words';

export type { Spoken } from '../../vocabulary/answer';
export type { Worded } from './lay-out';

export type How = {
  /** BCP 47. A locale no folder speaks is said in the first language there is, and reported. */
  readonly locale: string;
  readonly wording: Wording;
  /** The same seed chooses the same first wordings. */
  readonly seed: string;
  /** The very question of this outcome was the last one asked: it is not said in the same words twice running. */
  readonly running?: boolean;
  /** There is a screen to draw on. */
  readonly screen?: boolean;
};

export type Voice = {
  /** Never throws, unless what is missing throws. */
  say(outcome: Outcome, how: How): Worded;
  /** Whether there is a folder of words for this locale or its language. */
  supports(locale: string): boolean;
  /** Whether somebody who writes a language can be answered in this locale: what is supported, and drafts that were opened. */
  tries(locale: string): boolean;
  /** The shop's own first. */
  readonly languages: readonly string[];
  /** Languages somebody is still writing: nobody is offered them. None unless the voice was opened with them. */
  readonly drafts: readonly string[];
  /** Reads all files again. */
  reload(): void;
};

export type ShopLanguages = {
  /** For whoever speaks none that is here. */
  readonly first: string;
  /** Where greetings and closings are formal, and where all is said as to a friend, if there are such words. */
  readonly formalIn: readonly string[];
  readonly familiarIn: readonly string[];
};

export type VoiceOptions = {
  /** The folder that holds a folder per language. */
  readonly directory: string;
  readonly shopName: string;
  /** What the shop says of its languages; without it the first in the folder is for everybody, and none is formal. */
  readonly shop?: ShopLanguages;
  /** Speaks drafts as well, where they are asked for by name. */
  readonly drafts?: boolean;
  /** Hears of each missing key and variable; for tests they throw. */
  readonly onMissing?: 'throw' | ((problem: Problem) => void);
};

/** Readers kept at a time; there are fewer locales in the world of voice. */
const READERS = 64;

/** Opens the languages of a folder. Throws only when what is missing throws and a file is broken. */
export function createVoice(options: VoiceOptions): Voice {
  const { directory, shopName, shop, drafts = false, onMissing } = options;
  let locales: Locales = { folders: [], broken: [] };
  let sizes: RegExp;
  const readers = new Map<string, ReturnType<typeof createReader>>();

  const report = reporterOf(onMissing);

  function load(): void {
    locales = loadLocales(directory, { drafts, familiarIn: shop?.familiarIn ?? [] });
    sizes = titleSizesIn(directory);
    readers.clear();
    for (const { file, message } of locales.broken) {
      report({ kind: 'file', locale: file.split('/')[0] ?? '', key: file, detail: message });
    }
  }

  const offered = () => offeredOf(locales, shop?.first);

  function folderOf(locale: string): Folder | null {
    const folder = folderFor(locales.folders, locale);
    if (folder) return folder;
    report({ kind: 'locale', locale, key: locale });
    return offered()[0] ?? null;
  }

  function readerOf(locale: string, folder: Folder): ReturnType<typeof createReader> {
    const known = readers.get(locale);
    if (known) return known;
    if (readers.size >= READERS) readers.clear();
    const isFormal = shop?.formalIn.includes(folder.language) ?? false;
    const made = createReader({ words: wordsOf(folder), locale, shopName, isFormal, sizes, report });
    readers.set(locale, made);
    return made;
  }

  load();
  return {
    say(outcome, how) {
      const folder = folderOf(how.locale);
      if (!folder) throw new Error(`No language can be spoken: ${directory} holds no folder with format texts`);
      const open = readerOf(how.locale, folder);
      const reader = open({ products: productsOf(outcome), how });
      const { running = false, wording, screen = false } = how;
      return layOut(outcome, reader, { pace: folder.pace, screen, before: running ? wording : {} });
    },
    supports: (locale) => folderFor(offered(), locale) !== null,
    tries: (locale) => folderFor(locales.folders, locale) !== null,
    get languages() {
      return languagesOf(offered());
    },
    get drafts() {
      return languagesOf(locales.folders.filter(({ isDraft }) => isDraft));
    },
    reload: load,
  };
}

/** The shop's own language first. */
function offeredOf({ folders }: Locales, first: string | undefined): readonly Folder[] {
  const all = folders.filter(({ isDraft }) => !isDraft);
  return [...all.filter(({ language }) => language === first), ...all.filter(({ language }) => language !== first)];
}

function languagesOf(folders: readonly Folder[]): readonly string[] {
  return [...new Set(folders.map(({ language }) => language))];
}

function reporterOf(onMissing: VoiceOptions['onMissing']): (problem: Problem) => void {
  if (onMissing !== 'throw') return (problem) => onMissing?.(problem);
  return ({ locale, kind, key, detail = '' }) => {
    throw new Error(`${locale}: ${kind} ${key} ${detail}`.trim());
  };
}
