/** Checks that each form of a text says what the same form says in other languages: no wording of a price without its total. */

import { isTodo } from '../../lambda/language/locales/todo';
import { DECLARED } from './contract';
import { type Folder, othersOf } from './folder';
import type { Finding } from './lines';
import { type Sentence, type SentenceForm, type Sentences, sentencesOf, variablesIn } from './sentence-forms';
import { MEASURE } from './source';

/** Parts of the day, which a language that counts its hours to 24 leaves out. */
const PARTS: readonly string[] = ['part', 'fromPart', 'toPart'];
/** What any text may have, and none has to. */
const ANYWHERE: readonly string[] = ['shop', 'pause', ...PARTS];
/** The number of a form that holds for one number may be said in words, or by the form itself: "a bag". */
const COUNTS: readonly string[] = ['count', 'number'];
/** What may be left out where only this language cuts a text short: when, how many and of which order; never what, and what it costs. */
const CUT: readonly string[] = ['day', 'number', 'order'];
const HIGHEST = 220;

/** Of other languages what is measured by: the one all are, or, of that one, what all others agree on. */
export function measuredBy(folder: Folder, name: string): readonly Sentences[] {
  const others = othersOf(folder, name).map(sentencesOf);
  return folder.language === MEASURE ? others : others.slice(0, 1);
}

export function likeOf(measures: readonly Sentences[], key: string): readonly Sentence[] {
  const like = measures.map((one) => one.get(key));
  return like.every((one) => one !== undefined) ? like : [];
}

export function checkLost(
  folder: Folder,
  file: string,
  sentence: Sentence,
  measures: readonly Sentences[],
): readonly Finding[] {
  const measure = folder.language === MEASURE ? 'every other language' : MEASURE;
  const told = lostIn(sentence, { language: folder.language, like: likeOf(measures, sentence.key), measure });
  return told.map(({ form, message }) => folder.finding(file, form.path, message));
}

type Lost = { readonly form: SentenceForm; readonly message: string };
/** `like`: the same sentence in the languages this one is measured by; `measure`: what these are called. */
type Measured = { readonly language: string; readonly like: readonly Sentence[]; readonly measure: string };

function lostIn(sentence: Sentence, { language, like, measure }: Measured): readonly Lost[] {
  if (like.length === 0) return uncounted(sentence, language);
  const forms = sentence.forms.filter(({ text }) => typeof text === 'string' && !isTodo(text));
  const lost = forms.flatMap((form) => {
    const said = variablesIn(form.text);
    const needed = sharedBy(like.map((one) => neededIn(form, one, language)));
    const names = needed.filter((name) => !said.includes(name));
    return names.length === 0 ? [] : [{ form, names, beside: besideOf(form, like) }];
  });
  const everywhere = forms.length < sentence.forms.length ? [] : nowhereSaid(sentence, like);
  const first = forms[0];
  const others = everywhere.filter((name) => !lost.some(({ names }) => names.includes(name)));
  return [
    ...lost.map(({ form, names, beside }) => ({
      form,
      message: `${form.path.join('.')} does not say ${inBraces(names)}, as ${measure} does${beside}`,
    })),
    ...(first
      ? others.map((name) => ({ form: first, message: `${sentence.key} does not say {{${name}}}, as ${measure} does` }))
      : []),
  ];
}

/** A sentence of this language alone: the forms of its number are held against each other. */
function uncounted({ forms }: Sentence, language: string): readonly Lost[] {
  const counted = COUNTS.filter((name) => forms.some(({ text }) => variablesIn(text).includes(name)));
  const several = forms.filter(({ text, plural }) => plural !== '' && !standsForOne(plural, language) && !isTodo(text));
  return several.flatMap((form) => {
    const names = counted.filter((name) => !variablesIn(form.text).includes(name));
    if (names.length === 0) return [];
    return [{ form, message: `${form.path.join('.')} does not say ${inBraces(names)}, as another form of it does` }];
  });
}

export function inBraces(names: readonly string[]): string {
  return names.map((name) => `{{${name}}}`).join(', ');
}

/** What a form has to say as another language has it: of its own manner and number, where there is such a form. */
function neededIn(form: SentenceForm, like: Sentence, language: string): readonly string[] {
  const needed = sharedBy(formsLike(form, like).map(({ text }) => variablesIn(text)));
  const isOfOne = standsForOne(form.plural, language);
  const isShort = isCut(form) && !like.forms.some(({ manner }) => manner === form.manner);
  return needed.filter(
    (name) =>
      !ANYWHERE.includes(name) &&
      !(isOfOne && COUNTS.includes(name)) &&
      !(isShort && CUT.includes(DECLARED.get(like.key)?.[name] ?? '')),
  );
}

function isCut({ manner }: SentenceForm): boolean {
  return manner === 'brief' || manner === 'short';
}

function formsLike(form: SentenceForm, like: Sentence): readonly SentenceForm[] {
  const ofManner = like.forms.filter(({ manner }) => manner === form.manner);
  const near = ofManner.length > 0 ? ofManner : like.forms.filter(({ manner }) => manner === '');
  const ofNumber = near.filter(({ plural }) => plural === form.plural);
  return ofNumber.length > 0 ? ofNumber : near.filter(({ plural }) => plural === '' || plural === 'other');
}

function besideOf(form: SentenceForm, [like]: readonly Sentence[]): string {
  const [first] = like ? formsLike(form, like) : [];
  return first ? `: ${JSON.stringify(first.text)}` : '';
}

/** Of a sentence that is told in several ways, what none of them says here and some say there. */
function nowhereSaid({ forms }: Sentence, like: readonly Sentence[]): readonly string[] {
  const said = new Set(forms.flatMap(({ text }) => variablesIn(text)));
  const all = sharedBy(like.map((one) => one.forms.flatMap(({ text }) => variablesIn(text))));
  return all.filter((name) => !said.has(name) && !ANYWHERE.includes(name));
}

function sharedBy(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  return [...new Set(first)].filter((name) => others.every((list) => list.includes(name)));
}

const ones = new Map<string, boolean>();

/** Whether no other number of things takes this form: `_one` in English, not in Slovenian, where 101 takes it too. */
function standsForOne(plural: string, language: string): boolean {
  if (plural === '') return false;
  if (plural === 'zero') return true;
  const key = `${language} ${plural}`;
  const known = ones.get(key);
  if (known !== undefined) return known;
  const rules = new Intl.PluralRules(language);
  let count = 0;
  for (let number = 1; number <= HIGHEST; number += 1) if (rules.select(number) === plural) count += 1;
  ones.set(key, count === 1);
  return count === 1;
}
