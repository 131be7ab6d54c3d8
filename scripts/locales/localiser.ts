/** The languages for the localiser's page: tried in a folder beside the real one, and written to the files only when nothing is wrong. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Localiser } from '../../lambda/console/localiser';
import type {
  EditedSentences,
  EditedText,
  HeardSentence,
  PlacedText,
  TriedText,
} from '../../lambda/console/localiser-protocol';
import type { Sentences } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { MOST_SECONDS } from '../../lambda/language/speech/seconds';
import { goodsFor } from './catalogue';
import { checkPages } from './check-pages';
import { areSentencesUsable, checkSentences, filledWith, hearingFor } from './check-sentences';
import { checkSpeech } from './check-speech';
import { covering } from './covering';
import { openFolder } from './folder';
import { asJsonText } from './json-text';
import { placesIn } from './placed';
import { replyOf, sayerOf } from './say';
import { languageOf, localesOf, type Place } from './source';
import { putTexts, textsOf } from './texts';

/** More ways of a reply, and more sentences of a template, nobody looks at. */
const MOST_WAYS = 24;
const MOST_HEARD = 4;
const SENTENCES = 'sentences.json';

export function localiserOf(place: Place): Localiser {
  const tryText = (edit: EditedText) => inTrial(place, edit.language, [edit.file], (trial) => triedText(trial, edit));
  const heardFrom = (edit: EditedSentences, from: number) =>
    inTrial(place, edit.language, [SENTENCES], (trial) => {
      writeSentences(trial, edit);
      return hearersOf(trial, place, edit)
        .slice(from)
        .map((hear) => hear());
    });
  const trySentences = (edit: EditedSentences) => heardFrom(edit, 0);
  return {
    texts(language) {
      if (!existsSync(join(localesOf(place), language))) throw new Error(`there is no folder locales/${language}`);
      const placed = placesIn(place, language);
      return textsOf(place, language).map((one): PlacedText => ({ ...one, after: placed(one) }));
    },
    tryText,
    saveText(edit) {
      const now = textOf(place, edit);
      if (edit.was !== undefined && now !== undefined && now !== edit.was && now !== edit.text) return changedTo(now);
      const tried = tryText(edit);
      if (tried.wrong.length === 0) putTexts(place, edit.language, [edit]);
      return tried;
    },
    sentences: (language) => sentencesOf(place, language),
    trySentences,
    saveSentences(edit) {
      const whole = withOthers(edit, sentencesOf(place, edit.language)[edit.intent] ?? []);
      const heard = trySentences(whole);
      if (heard.every(({ wrong }) => wrong.length === 0)) writeSentences(place, whole);
      return heard;
    },
    teach({ locale, text, intent }) {
      const language = languageOf(locale);
      const before = sentencesOf(place, language);
      const own = before[intent];
      if (!own) return { kind: 'refused', why: `${intent} takes no sentences in locales/${language}/${SENTENCES}` };
      const sentence = text
        .toLocaleLowerCase(locale)
        .replace(/[()[\]{}|?!,;:"“”„«»…]|\.(?=\s|$)/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      const isKnown = own.includes(sentence);
      const edit = { language, intent, sentences: isKnown ? own : [...own, sentence] };
      const [wrong] = isKnown ? [] : (heardFrom(edit, own.length)[0]?.wrong ?? []);
      if (wrong !== undefined) return { kind: 'refused', why: wrong };
      if (!isKnown) writeSentences(place, edit);
      const line = openFolder(place, language)
        .folder.file(SENTENCES)
        ?.lineOf([intent, edit.sentences.indexOf(sentence)]);
      return {
        kind: isKnown ? 'known' : 'written',
        sentence,
        file: `locales/${language}/${SENTENCES}`,
        line: line ?? 1,
      };
    },
  };
}

/** undefined: there is none of that name. */
function textOf(place: Place, { language, file, path }: EditedText): string | null | undefined {
  return textsOf(place, language).find((one) => one.file === file && one.path.join('\n') === path.join('\n'))?.text;
}

function changedTo(now: string | null): TriedText {
  const reads = now === null ? 'it has no words yet' : `it reads “${now}”`;
  return {
    wrong: [`it was changed meanwhile: ${reads}. Save once more, and yours stands in its place`],
    ways: [],
    now,
  };
}

/** With what others have written since these were read. */
function withOthers(edit: EditedSentences, now: readonly string[]): EditedSentences {
  const { sentences, was } = edit;
  const added = was ? now.filter((one) => !was.includes(one) && !sentences.includes(one)) : [];
  return { ...edit, sentences: [...sentences, ...added] };
}

/** A place like the real one, in which these files of a language may be written; it is gone afterwards. */
function inTrial<T>(place: Place, language: string, files: readonly string[], work: (trial: Place) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'earshot-words-'));
  try {
    const link = (from: string, to: string, names: readonly string[]) => {
      for (const name of names) symlinkSync(join(from, name), join(to, name));
    };
    const but = (folder: string, ...left: readonly string[]) =>
      readdirSync(folder).filter((name) => !left.includes(name));
    const [real, own] = [localesOf(place), join(root, 'locales', language)];
    mkdirSync(own, { recursive: true });
    link(place.root, root, but(place.root, 'locales'));
    link(real, join(root, 'locales'), but(real, language));
    link(join(real, language), own, but(join(real, language), ...files));
    for (const file of files) cpSync(join(real, language, file), join(own, file));
    return work({ root });
  } finally {
    rmSync(root, { recursive: true });
  }
}

function triedText(trial: Place, edit: EditedText): TriedText {
  const { language, file, path } = edit;
  const { unknown } = putTexts(trial, language, [edit]);
  if (unknown.length > 0) return { wrong: [`${file} has no such text; is the page older than the file?`], ways: [] };
  const { folder } = openFolder(trial, language);
  const line = folder.file(file)?.lineOf(path);
  const told = [...checkSpeech(folder), ...(file === 'pages.json' ? checkPages(folder) : [])];
  const own = told.filter((one) => one.file === `${language}/${file}` && one.line === line);
  const key = path.join('.');
  const reply = file === 'speech.json' || file === 'text.json' ? replyOf(key) : undefined;
  const ways = reply === undefined ? [] : sayerOf(trial, language)(reply).slice(0, MOST_WAYS);
  const long = ways.find(({ seconds }) => seconds > MOST_SECONDS);
  const tooLong = long
    ? [`it may take ${long.seconds} seconds to say; ${MOST_SECONDS} are the most: “${long.heard}”`]
    : [];
  const empty = edit.text.trim() === '' ? ['it has no words'] : [];
  return { wrong: [...new Set([...empty, ...own.map(({ message }) => message), ...tooLong])], ways };
}

function sentencesOf(place: Place, language: string): Sentences {
  return JSON.parse(readFileSync(join(localesOf(place), language, SENTENCES), 'utf8')) as Sentences;
}

function writeSentences(place: Place, { language, intent, sentences }: EditedSentences): void {
  const all = sentencesOf(place, language);
  if (!Object.hasOwn(all, intent)) throw new Error(`${intent} takes no sentences in locales/${language}/${SENTENCES}`);
  writeFileSync(join(localesOf(place), language, SENTENCES), asJsonText({ ...all, [intent]: sentences }));
}

/** Bare answers to a question are heard only while it is asked: of them nothing but the writing is looked at. */
function hearersOf(
  trial: Place,
  real: Place,
  { language, intent, sentences }: EditedSentences,
): readonly (() => HeardSentence)[] {
  const { folder } = openFolder(trial, language);
  const file = folder.file(SENTENCES);
  const told = checkSentences({ ...folder, isDraft: true }, () => []);
  // One that cannot be read keeps all others from being heard.
  const hearing = areSentencesUsable(folder) ? hearingFor(trial) : null;
  const goods = goodsFor(language, localesOf(real));
  const fill = filledWith(language, folder.file('words.json')?.value as Words);
  return sentences.map((template, at) => (): HeardSentence => {
    const line = file?.lineOf([intent, at]);
    const wrong = told.filter((one) => one.file === `${language}/${SENTENCES}` && one.line === line);
    if (template.trim() === '') return { template, wrong: ['it has no words'], heard: [] };
    if (!hearing || wrong.length > 0 || intent.includes('.'))
      return { template, wrong: wrong.map(({ message }) => message), heard: [] };
    const heard = covering(template).map((sentence) => {
      const text = fill(sentence, intent);
      const { intent: as, score, slots } = hearing.hear(text, { locale: language, goods });
      const isNobodys = intent === 'Fallback' && !(score === 1 && !slots.topic);
      return { text, intent: isNobodys ? 'Fallback' : as };
    });
    const others = heard.filter((one) => one.intent !== intent);
    const first = others[0];
    return {
      template,
      wrong: first ? [`“${first.text}” is heard as ${first.intent}, not as ${intent}`] : [],
      heard: [...others, ...heard.filter((one) => one.intent === intent)].slice(0, MOST_HEARD),
    };
  });
}
