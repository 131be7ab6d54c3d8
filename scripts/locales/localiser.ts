/** The languages for the localiser's page: tried in a folder beside the real one, and written to the files only when nothing is wrong. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Localiser } from '../../lambda/console/localiser';
import type {
  EditedText,
  PlacedText,
  Taught,
  TaughtSentence,
  TriedText,
} from '../../lambda/console/localiser-protocol';
import { MOST_SECONDS } from '../../lambda/language/speech/seconds';
import { familiarPath, isFamiliar, lackingFamiliar, makeRoom, removeFamiliar, usualOf } from './familiar-texts';
import { openFolder } from './folder';
import { inTrial } from './in-trial';
import type { Finding } from './lines';
import { placesIn } from './placed';
import { proposedFor } from './proposed-sentence';
import { waysOf } from './said-ways';
import { heardFrom, SENTENCES, sentencesFor, sentencesIn, writeSentences } from './sentence-lists';
import { languageOf, localesOf, type Place } from './source';
import { nameOf, putTexts, textsOf } from './texts';
import { checkedTexts, unfitIn } from './wrong-texts';

export function localiserOf(place: Place): Localiser {
  const tryText = (edit: EditedText) => inTrial(place, edit.language, [edit.file], (trial) => triedText(trial, edit));
  return {
    texts(language) {
      if (!existsSync(join(localesOf(place), language))) throw new Error(`there is no folder locales/${language}`);
      const placed = placesIn(place, language);
      const texts = textsOf(place, language);
      return [...texts, ...lackingFamiliar(place, language, texts)].map((one): PlacedText => {
        return { ...one, at: placed({ ...one, ...usualOf(one) }) };
      });
    },
    tryText,
    saveText(edit) {
      // Throws, with file and line, what is broken: nothing is written into it.
      textsOf(place, edit.language);
      const told = tryText(edit);
      // Read after it was tried, which takes a while: nothing comes between this and the writing.
      const now = textsOf(place, edit.language).find((one) => nameOf(one) === nameOf(edit))?.text;
      if (now !== undefined && now !== edit.before && now !== edit.text) return { kind: 'changed', now };
      if (told.wrong.length > 0) return { kind: 'wrong', told };
      write(place, edit);
      return { kind: 'saved', told };
    },
    sentences: (language) => sentencesIn(place, language),
    trySentences: (edit) => heardFrom(place, edit),
    saveSentences({ before, ...edit }) {
      const told = heardFrom(place, edit);
      const now = sentencesFor(place, edit);
      if (!isSame(now, before) && !isSame(now, edit.sentences)) return { kind: 'changed', now };
      if (told.some(({ wrong }) => wrong.length > 0)) return { kind: 'wrong', told };
      writeSentences(place, edit);
      return { kind: 'saved', told };
    },
    propose: (said) => proposedFor(place, said),
    teach: (sentence) => taughtTo(place, sentence),
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** At the end of what the intent has. */
function taughtTo(place: Place, { locale, text, intent }: TaughtSentence): Taught {
  const language = languageOf(locale);
  const file = `locales/${language}/${SENTENCES}`;
  const own = sentencesIn(place, language)[intent];
  if (!own) return { kind: 'refused', why: `${intent} takes no sentences in ${file}` };
  const sentence = text.trim().replace(/\s+/g, ' ');
  const isKnown = own.includes(sentence);
  const edit = { language, intent, sentences: isKnown ? own : [...own, sentence] };
  const [wrong] = isKnown ? [] : (heardFrom(place, edit, own.length)[0]?.wrong ?? []);
  if (wrong !== undefined) return { kind: 'refused', why: wrong };
  if (!isKnown) writeSentences(place, edit);
  const line = openFolder(place, language)
    .folder.file(SENTENCES)
    ?.lineOf([intent, edit.sentences.indexOf(sentence)]);
  return { kind: isKnown ? 'known' : 'written', sentence, file, line: line ?? 1 };
}

/** Words for a friend with nothing in them are taken away. */
function isRemoval({ file, text }: EditedText): boolean {
  return isFamiliar({ file }) && text.trim() === '';
}

/** Names of texts no file of the language has. */
function write(place: Place, edit: EditedText): readonly string[] {
  const { language } = edit;
  if (isRemoval(edit)) {
    removeFamiliar(place, language, edit);
    return [];
  }
  makeRoom(place, language, edit);
  return putTexts(place, language, [edit]).unknown;
}

/** What is said instead of an edit that takes words away. */
function saidFor(place: Place, edit: EditedText): EditedText {
  if (!isRemoval(edit)) return edit;
  const usual = usualOf(edit);
  return { ...edit, text: textsOf(place, edit.language).find((one) => nameOf(one) === nameOf(usual))?.text ?? '' };
}

function triedText(trial: Place, edit: EditedText): TriedText {
  const { language, file, path } = edit;
  if (write(trial, edit).length > 0) return refusedAs(`${file} has no such text; is the page older than the file?`);
  const unfit = isRemoval(edit) ? undefined : unfitIn(edit.text, language);
  if (unfit !== undefined) return refusedAs(unfit);
  const { folder, broken } = openFolder(trial, language);
  const unread = broken.find((one) => one.file === `${language}/${file}`);
  if (unread) return refusedAs(unread.message);
  const told = checkedTexts(folder);
  const at = (name: string, where: readonly string[]) => (one: Finding) =>
    one.file === `${language}/${name}` && one.line === folder.file(name)?.lineOf(where);
  const friends = familiarPath(edit);
  const besides = friends ? told.filter(at('familiar.json', friends)).filter(isOf(path)) : [];
  const { ways, long } = waysOf(trial, language, saidFor(trial, edit));
  const tooLong = long
    ? [`it may take ${long.seconds} seconds to say; ${MOST_SECONDS} are the most: “${cutShort(long.words)}”`]
    : [];
  const own = told.filter(at(file, path)).filter(isRemoval(edit) ? isOf(usualOf(edit).path) : () => true);
  const wrong = [...own.map(({ message }) => message), ...tooLong];
  return { wrong: [...new Set(wrong)], besides: besides.map(({ message }) => message), ways };
}

/** A text that is not there is told of at the one before it. */
function isOf(path: readonly string[]): (one: Finding) => boolean {
  return ({ message }) => message.startsWith(`${path.join('.')} `);
}

/** Letters of a text that a complaint repeats: enough to find it by. */
const REPEATED = 80;

function cutShort(words: string): string {
  return words.length > REPEATED ? `${words.slice(0, REPEATED).trimEnd()}…` : words;
}

function refusedAs(why: string): TriedText {
  return { wrong: [why], besides: [], ways: [] };
}
