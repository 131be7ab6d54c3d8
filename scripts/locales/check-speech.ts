/** Checks what is said: the same keys and variables in every language, its own plural forms, words fit for a voice. */

import { isTodo } from '../../lambda/language/locales/todo';
import { checkLost, measuredBy } from './check-variables';
import { checkText } from './check-written';
import { REPLIES, SPOKEN } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { exampleOf, missingOf } from './missing';
import { OWN } from './own-keys';
import {
  PLURAL,
  type Sentence,
  type SentenceForm,
  type Sentences,
  sentencesOf,
  strayBraceIn,
  variablesIn,
} from './sentence-forms';
import { MEASURE } from './source';

/** What must never be read aloud: addresses, markup, emoji, signs nobody says. */
const FORBIDDEN = /https?:|www\.|[<>*#|\\[\]~^]|&(?:[a-z]+|#\d+);|\p{Extended_Pictographic}|\s{2,}/u;
/** Every language may say nothing in other words: "and none more". */
const ANYWHERE: ReadonlySet<string> = new Set(['', 'zero']);

export function checkSpeech(folder: Folder): readonly Finding[] {
  const own = folder.file('speech.json');
  if (!own) return [folder.finding('language.json', [], 'speech.json is missing')];
  const mine = sentencesOf(own.value);
  const measure = sentencesOf(folder.file('speech.json', MEASURE)?.value);
  const measures = measuredBy(folder, 'speech.json');
  return [
    ...checkKeys(folder, mine, measure),
    ...[...mine.values()].flatMap((sentence) =>
      checkSentence(folder, sentence, { like: measure.get(sentence.key), measures }),
    ),
    ...checkText(folder, mine),
  ];
}

function checkKeys(folder: Folder, mine: Sentences, measure: Sentences): readonly Finding[] {
  const needed = neededIn(folder, { mine, measure });
  // Of a draft it is told what to do next, and what is wrong in what is there.
  const missing = folder.isDraft ? [] : [...needed].filter((key) => !mine.has(key));
  const unknown = [...mine.values()].filter(
    ({ key }) => !needed.has(key) && !OWN.test(key) && !isContext(key, measure),
  );
  return [
    ...missing.map((key) => missingOf(folder, { file: 'speech.json', path: key.split('.') })),
    ...unknown.map(({ key, forms }) =>
      folder.finding('speech.json', forms[0]?.path ?? [], `${key} is a key nobody says; is it misspelt?`),
    ),
  ];
}

/** Of the language all are measured by: what every other one has. Where one month has a phrase of its own, each has. */
function neededIn(folder: Folder, { mine, measure }: { readonly mine: Sentences; readonly measure: Sentences }) {
  const [first, ...others] = measuredBy(folder, 'speech.json');
  const shared = [...(first?.keys() ?? [])].filter((key) => others.every((one) => one.has(key)));
  const there = [...SPOKEN, ...measure.keys(), ...shared].filter((key) => !OWN.test(key));
  return new Set([...there, ...(MONTHS.some((key) => mine.has(key)) ? MONTHS : [])]);
}

const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, at) => `format.period_month_${at + 1}`);

/** `pack_bag_f` where `pack_bag` exists: a form this language needs and others do not. */
function isContext(key: string, measure: Sentences): boolean {
  const cut = key.lastIndexOf('_');
  return cut > key.lastIndexOf('.') && (measure.has(key.slice(0, cut)) || isContext(key.slice(0, cut), measure));
}

type Measures = { readonly like: Sentence | undefined; readonly measures: readonly Sentences[] };

function checkSentence(folder: Folder, sentence: Sentence, { like, measures }: Measures): readonly Finding[] {
  return [
    ...sentence.forms.flatMap((form) => checkForm(folder, sentence.key, form)),
    ...checkPlurals(folder, sentence, like),
    ...checkVariables(folder, sentence, like),
    ...checkLost(folder, 'speech.json', sentence, measures),
  ];
}

function checkForm(folder: Folder, key: string, { path, text }: SentenceForm): readonly Finding[] {
  const wrong = (message: string) => [folder.finding('speech.json', path, message)];
  if (typeof text !== 'string') return wrong(`${path.join('.')} must be a text`);
  if (text.trim() === '') return wrong(`${path.join('.')} has no words`);
  if (isTodo(text)) return folder.isDraft ? [] : wrong(`${path.join('.')} is not translated yet (TODO:)`);
  if (text !== text.trim()) return wrong(`${path.join('.')} begins or ends with a space`);
  const bad = /shown/i.test(key) ? undefined : FORBIDDEN.exec(text)?.[0];
  const brace = strayBraceIn(text);
  return [
    ...(bad === undefined ? [] : wrong(`${path.join('.')} has ${JSON.stringify(bad)}, which a voice cannot say`)),
    ...(brace === undefined
      ? []
      : wrong(`${path.join('.')} has ${JSON.stringify(brace)}; a variable is written {{name}}`)),
  ];
}

/** A number that takes this form, for the error's sake. */
function numberOf(rules: Intl.PluralRules, form: string): string {
  const numbers = [0, 1, 2, 3, 5, 6, 11, 12, 20, 21, 22, 100, 101, 1_000_000, 0.5, 1.5];
  const found = numbers.find((number) => rules.select(number) === form);
  return found === undefined ? '' : new Intl.NumberFormat('fr').format(found).replace(/\s/g, ' ').replace(',', '.');
}

/** `ageDays_one` to `ageDays_many`. */
function formOf(path: readonly string[], form: string): string {
  return `${(path.at(-1) ?? '').replace(PLURAL, '')}_${form}`;
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
          folder.finding(
            'speech.json',
            path,
            `${name} lacks the form for ${numberOf(rules, form)} (\`_${form}\`)${exampleOf(folder, { file: 'speech.json', path: [...path.slice(0, -1), formOf(path, form)] })}`,
          ),
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

function checkVariables(folder: Folder, { key, forms }: Sentence, like: Sentence | undefined): readonly Finding[] {
  const measured = like?.forms.flatMap(({ text }) => variablesIn(text)) ?? [];
  const declared = REPLIES.get(key);
  const known = new Set([...(declared ?? measured), 'shop', ...(declared ? [] : ['count', 'number'])]);
  return forms.flatMap((form) =>
    variablesIn(form.text)
      .filter((name) => (declared || like) && !known.has(name))
      .map((name) => folder.finding('speech.json', form.path, `${key} uses {{${name}}}, which it does not get`)),
  );
}
