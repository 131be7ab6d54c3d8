/** Checks what is said: the same keys and variables in every language, its own plural forms, words fit for a voice. */

import { isTree, isWordings, type Tree } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import { REPLIES, SHOWN, SPOKEN } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { missingOf } from './missing';
import { MEASURE } from './source';

/** One sentence with all its forms: wordings and plurals of one key. */
type Sentence = { readonly key: string; readonly forms: readonly Form[] };
type Form = {
  readonly path: readonly string[];
  readonly text: unknown;
  readonly wording: string;
  readonly plural: string;
};

/** The same sentence as a shop says it that speaks formally, and where the whole would take too long to hear. */
const MANNER = /_(formal|brief|short)$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** A language's own business: which countries and units need other words than the system's. */
const OWN = /^format\.(?:country|unit)_/;
/** What must never be read aloud: addresses, markup, emoji, signs nobody says. */
const FORBIDDEN = /https?:|www\.|[<>*#|\\[\]~^]|&(?:[a-z]+|#\d+);|\p{Extended_Pictographic}|\s{2,}/u;
/** Every language may say nothing in other words: "and none more". */
const ANYWHERE: ReadonlySet<string> = new Set(['', 'zero']);

export function checkSpeech(folder: Folder): readonly Finding[] {
  const own = folder.file('speech.json');
  if (!own) return [folder.finding('language.json', [], 'speech.json is missing')];
  const mine = sentencesOf(own.value);
  const measure = sentencesOf(folder.file('speech.json', MEASURE)?.value);
  return [
    ...checkKeys(folder, mine, measure),
    ...[...mine.values()].flatMap((sentence) => checkSentence(folder, sentence, measure.get(sentence.key))),
    ...checkText(folder, mine),
  ];
}

function sentencesOf(value: unknown): ReadonlyMap<string, Sentence> {
  const found = new Map<string, Sentence>();
  if (isTree(value)) collect(value, [], found);
  return found;
}

function collect(tree: Tree, path: readonly string[], found: Map<string, Sentence>): void {
  for (const [name, node] of Object.entries(tree)) {
    if (isWordings(node)) addWordings(node, [...path, name], found);
    else if (isTree(node)) collect(node, [...path, name], found);
    else add(found, { path: [...path, name], text: node, wording: '', plural: PLURAL.exec(name)?.[1] ?? '' });
  }
}

function addWordings(node: Tree, path: readonly string[], found: Map<string, Sentence>): void {
  for (const [name, text] of Object.entries(node)) {
    const plural = PLURAL.exec(name)?.[1] ?? '';
    add(found, { path: [...path, name], text, wording: name.charAt(0), plural }, path.join('.'));
  }
}

function add(
  found: Map<string, Sentence>,
  form: Form,
  key = form.path.join('.').replace(PLURAL, '').replace(MANNER, ''),
): void {
  found.set(key, { key, forms: [...(found.get(key)?.forms ?? []), form] });
}

type Sentences = ReadonlyMap<string, Sentence>;

function checkKeys(folder: Folder, mine: Sentences, measure: Sentences): readonly Finding[] {
  const needed = new Set([...SPOKEN, ...[...measure.keys()].filter((key) => !OWN.test(key))]);
  // Of a draft it is told what to do next, and what is wrong in what is there.
  const missing = folder.isDraft ? [] : [...needed].filter((key) => !mine.has(key));
  const unknown = [...mine.values()].filter(
    ({ key }) => !needed.has(key) && !OWN.test(key) && !isContext(key, measure),
  );
  return [
    ...missing.map((key) => {
      const path = key.split('.');
      const beside = (language?: string) => besideOf(folder.file('speech.json', language)?.value, path);
      return missingOf(folder, { file: 'speech.json', path, own: beside(), measure: beside(MEASURE) });
    }),
    ...unknown.map(({ key, forms }) =>
      folder.finding('speech.json', forms[0]?.path ?? [], `${key} is a key nobody says; is it misspelt?`),
    ),
  ];
}

/** What lies beside a key in a file of words. */
function besideOf(value: unknown, path: readonly string[]): Tree {
  let node: string | Tree | undefined = isTree(value) ? value : undefined;
  for (const step of path.slice(0, -1)) node = isTree(node) ? node[step] : undefined;
  return isTree(node) ? node : {};
}

/** `pack_bag_f` where `pack_bag` exists: a form this language needs and others do not. */
function isContext(key: string, measure: Sentences): boolean {
  const cut = key.lastIndexOf('_');
  return cut > key.lastIndexOf('.') && (measure.has(key.slice(0, cut)) || isContext(key.slice(0, cut), measure));
}

function checkSentence(folder: Folder, sentence: Sentence, like: Sentence | undefined): readonly Finding[] {
  return [
    ...sentence.forms.flatMap((form) => checkForm(folder, sentence.key, form)),
    ...checkPlurals(folder, sentence, like),
    ...checkVariables(folder, sentence, like),
  ];
}

function checkForm(folder: Folder, key: string, { path, text }: Form): readonly Finding[] {
  const wrong = (message: string) => [folder.finding('speech.json', path, message)];
  if (typeof text !== 'string') return wrong(`${path.join('.')} must be a text`);
  if (text.trim() === '') return wrong(`${path.join('.')} has no words`);
  if (isTodo(text)) return folder.isDraft ? [] : wrong(`${path.join('.')} is not translated yet (TODO:)`);
  if (text !== text.trim()) return wrong(`${path.join('.')} begins or ends with a space`);
  const bad = /shown/i.test(key) ? undefined : FORBIDDEN.exec(text)?.[0];
  return bad === undefined ? [] : wrong(`${path.join('.')} has ${JSON.stringify(bad)}, which a voice cannot say`);
}

/** A number that takes this form, for the error's sake. */
function exampleOf(rules: Intl.PluralRules, form: string): string {
  const numbers = [0, 1, 2, 3, 5, 6, 11, 12, 20, 21, 22, 100, 101, 1_000_000, 0.5, 1.5];
  const found = numbers.find((number) => rules.select(number) === form);
  return found === undefined ? '' : new Intl.NumberFormat('fr').format(found).replace(/\s/g, ' ').replace(',', '.');
}

function checkPlurals(folder: Folder, { key, forms }: Sentence, like: Sentence | undefined): readonly Finding[] {
  const counted = [...forms, ...(like?.forms ?? [])].some(({ plural }) => plural !== '');
  if (!counted) return [];
  const rules = new Intl.PluralRules(folder.language);
  const needed = rules.resolvedOptions().pluralCategories;
  const wordings = [...new Set(forms.map(({ wording }) => wording))];
  return wordings.flatMap((wording) => {
    const own = forms.filter((form) => form.wording === wording);
    const name = wording === '' ? key : `${key}.${wording}`;
    const path = own[0]?.path ?? key.split('.');
    const has = new Set(own.map(({ plural }) => plural));
    return [
      ...needed
        .filter((form) => !has.has(form))
        .map((form) =>
          folder.finding('speech.json', path, `${name} lacks the form for ${exampleOf(rules, form)} (\`_${form}\`)`),
        ),
      ...own
        .filter(({ plural }) => !ANYWHERE.has(plural) && !needed.includes(plural as Intl.LDMLPluralRule))
        .map((form) =>
          folder.finding(
            'speech.json',
            form.path,
            `${name} has \`_${form.plural}\`, a form this language does not have`,
          ),
        ),
      ...(has.has('') ? [folder.finding('speech.json', path, `${name} needs plural forms instead of one text`)] : []),
    ];
  });
}

function variablesIn(text: unknown): readonly string[] {
  return typeof text === 'string' ? [...text.matchAll(/\{\{\s*([^}\s]*)\s*\}\}/g)].map((match) => match[1] ?? '') : [];
}

function checkVariables(folder: Folder, { key, forms }: Sentence, like: Sentence | undefined): readonly Finding[] {
  const measured = new Set(like?.forms.flatMap(({ text }) => variablesIn(text)) ?? []);
  const declared = REPLIES.get(key);
  const known = new Set([...(declared ?? measured), 'shop', ...(declared ? [] : ['count', 'number'])]);
  const used = new Set(forms.flatMap(({ text }) => variablesIn(text)));
  const isBegun = !forms.some(({ text }) => isTodo(text));
  const path = forms[0]?.path ?? [];
  const stray = forms.flatMap((form) =>
    variablesIn(form.text)
      .filter((name) => (declared || like) && !known.has(name))
      .map((name) => folder.finding('speech.json', form.path, `${key} uses {{${name}}}, which it does not get`)),
  );
  const lost = !isBegun ? [] : [...measured].filter((name) => !used.has(name) && name !== 'shop');
  return [
    ...stray,
    ...lost.map((name) => folder.finding('speech.json', path, `${key} does not say {{${name}}}, as ${MEASURE} does`)),
  ];
}

/** `text.json` holds only sentences that read differently from how they are said; they state the same values. */
function checkText(folder: Folder, mine: Sentences): readonly Finding[] {
  const own = sentencesOf(folder.file('text.json')?.value);
  const unread = [...SHOWN].flatMap(([key, names]) => {
    const lost = names.find((name) => mine.has(key) && !variablesOf(mine.get(key)).includes(name));
    if (lost === undefined || own.has(key) || folder.isDraft) return [];
    return [folder.finding('text.json', key.split('.'), `${key} is missing: only in writing {{${lost}}} is told`)];
  });
  const wrong = [...own.values()].flatMap(({ key, forms }) => {
    const known = new Set([...(REPLIES.get(key) ?? variablesOf(mine.get(key))), 'shop', 'count', 'number']);
    const told = (form: Form, message: string) => folder.finding('text.json', form.path, message);
    return forms.flatMap((form) => {
      if (!mine.has(key)) return folder.isDraft ? [] : [told(form, `${key} is not in speech.json`)];
      if (typeof form.text !== 'string' || form.text.trim() === '') return [told(form, `${key} has no words`)];
      if (isTodo(form.text))
        return folder.isDraft ? [] : [told(form, `${form.path.join('.')} is not translated yet (TODO:)`)];
      const stray = variablesIn(form.text).filter((name) => !known.has(name));
      return stray.map((name) => told(form, `${key} uses {{${name}}}, which it does not get`));
    });
  });
  return [...unread, ...wrong];
}

function variablesOf(sentence: Sentence | undefined): readonly string[] {
  return sentence?.forms.flatMap(({ text }) => variablesIn(text)) ?? [];
}
