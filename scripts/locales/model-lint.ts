/**
 * Amazon's published limits and naming rules for an interaction model, so that a build is not refused after minutes.
 * Sources: the pages "Interaction model schema", "Create intents, utterances and slots", "Choose the invocation name",
 * and the refusals of the model build itself (InvalidCharInSamples, carrier phrases).
 */

import { AMAZON_NAMES } from '../../lambda/channels/alexa/names';
import { ordinalOf } from '../../lambda/language/hearing/numbers';
import { tokens } from '../../lambda/language/hearing/words';
import { comparable } from './as-sample';
import { lintDialog } from './dialog-lint';
import { requestIn, samplesSaying } from './example-phrases';
import { lintInvocation } from './invocation-lint';
import { type Model, slotWordsOf } from './model';
import type { ShopSettings, Source } from './source';
import { toldIn } from './told';
import { lintTypes, NAME } from './types-lint';
import { unsaidBy } from './unsaid';

export type LintContext = { readonly locale: string; readonly source: Source; readonly shop: ShopSettings };

const LIMITS = {
  intents: 250,
  bytes: 1_500_000,
  samples: 200,
  sampleLength: 200,
  fewestSamples: 5,
} as const;
/** Letters, digits, spaces, full stops for abbreviations, apostrophes, hyphens, and slots set apart by spaces. */
const SAMPLE = /^[\p{L}\p{M}\p{N}\s'.{}_-]+$/u;
const LOOSE_SLOT = /[^\s]\{|\}(?!\s|$|'s)/;

const MUST_HAVE = ['AMAZON.CancelIntent', 'AMAZON.HelpIntent', 'AMAZON.StopIntent', 'AMAZON.FallbackIntent'];
const FALLBACK = AMAZON_NAMES.Fallback;

export type LanguageModel = Model['interactionModel']['languageModel'];
type Intent = LanguageModel['intents'][number];

/** Empty when Amazon would take it. */
export function lintModel(model: Model, context: LintContext): readonly string[] {
  const { languageModel } = model.interactionModel;
  const bytes = Buffer.byteLength(JSON.stringify(model));
  return [
    ...(bytes > LIMITS.bytes ? [`the model has ${bytes} bytes, ${LIMITS.bytes} are allowed`] : []),
    ...lintInvocation(languageModel.invocationName, { shop: context.shop, words: context.source.words.invocation }),
    ...lintIntents(languageModel),
    ...lintUnique(languageModel),
    ...lintTypes(languageModel),
    ...lintDialog(model),
    ...lintTold(languageModel, context),
    ...lintUnsaid(languageModel, context),
  ];
}

function lintIntents(model: LanguageModel): readonly string[] {
  const names = model.intents.map(({ name }) => name);
  const many = names.length > LIMITS.intents ? [`${names.length} intents, ${LIMITS.intents} are allowed`] : [];
  const twice = names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is declared twice`);
  const missing = MUST_HAVE.filter((name) => !names.includes(name)).map((name) => `${name} is missing`);
  return [...many, ...twice, ...missing, ...model.intents.flatMap((intent) => lintIntent(intent, model))];
}

function lintIntent(intent: Intent, model: LanguageModel): readonly string[] {
  const { name, samples = [], slots = [] } = intent;
  const isOwn = !name.startsWith('AMAZON.');
  const known = new Set((model.types ?? []).map((type) => type.name));
  const used = new Set(samples.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map((match) => match[1])));
  const declared = new Set(slots.map((slot) => slot.name));
  return [
    ...(isOwn && !NAME.test(name) ? [`"${name}" is no intent name: letters and single underscores only`] : []),
    ...(isOwn && samples.length < LIMITS.fewestSamples
      ? [`${name} has fewer than ${LIMITS.fewestSamples} samples`]
      : []),
    ...(samples.length > LIMITS.samples ? [`${name} has ${samples.length} samples, we allow ${LIMITS.samples}`] : []),
    ...(name === FALLBACK && samples.length > 0 ? [`${FALLBACK} must have no samples`] : []),
    ...slots.filter((slot) => !NAME.test(slot.name)).map((slot) => `${name}: "${slot.name}" is no slot name`),
    ...slots.filter((slot) => !isKnownType(slot.type ?? '', known)).map((slot) => `${name}: no type ${slot.type}`),
    ...[...declared].filter((slot) => !used.has(slot)).map((slot) => `${name}: no sample uses {${slot}}`),
    ...[...used].filter((slot) => !declared.has(slot ?? '')).map((slot) => `${name}: {${slot}} is not declared`),
    ...samples.flatMap((sample) => lintSample(name, sample, false)),
    ...slots.flatMap((slot) =>
      (slot.samples ?? []).flatMap((sample) => lintSample(`${name}.${slot.name}`, sample, true)),
    ),
  ];
}

function isKnownType(type: string, known: ReadonlySet<string>): boolean {
  return type.startsWith('AMAZON.') || known.has(type);
}

function lintSample(where: string, sample: string, isAnswer: boolean): readonly string[] {
  const slots = [...sample.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const twice = slots.some((slot, at) => slots.indexOf(slot) !== at);
  return [
    ...(SAMPLE.test(sample) ? [] : [`${where}: "${sample}" has a character Amazon refuses`]),
    ...(LOOSE_SLOT.test(sample) ? [`${where}: in "${sample}" a slot is not set apart by spaces`] : []),
    ...(sample.length > LIMITS.sampleLength ? [`${where}: "${sample}" is too long`] : []),
    ...(sample === '' || sample !== sample.trim()
      ? [`${where}: "${sample}" has spaces around it or nothing in it`]
      : []),
    ...(twice ? [`${where}: "${sample}" uses a slot twice`] : []),
    ...(!isAnswer && sample === '{product}' ? [`${where}: "${sample}" has no carrier phrase`] : []),
  ];
}

function lintUnique(model: LanguageModel): readonly string[] {
  const owners = new Map<string, string>();
  return model.intents.flatMap(({ name, samples = [], slots = [] }) =>
    samples.flatMap((sample) => {
      // Amazon compares what is heard: the slot's type counts, not its name.
      const key = comparable(sample).replace(
        /\{(\w+)\}/g,
        (_, slot) => `{${slots.find((s) => s.name === slot)?.type}}`,
      );
      const owner = owners.get(key);
      owners.set(key, name);
      return owner === undefined ? [] : [`"${sample}" is a sample of ${owner} and of ${name}`];
    }),
  );
}

/** F3: whatever the store page and our own sentences tell a shopper to say is literally in the model, with a real slot value. */
function lintTold(model: LanguageModel, { locale, source, shop }: LintContext): readonly string[] {
  const { words, listing, speech } = source;
  const [first = ''] = listing.examplePhrases;
  const named = /^alexa\b/i.test(first) && requestIn(first, source, { shop, locale }) !== undefined;
  const told = toldIn(speech, source, { shop, locale });
  const { saidBy } = samplesSaying(told, { words, slotWords: slotWordsOf(model.types ?? [], words) });
  const samples = model.intents.flatMap(({ samples = [], slots = [] }) => [
    ...samples,
    ...slots.flatMap((slot) => slot.samples ?? []),
  ]);
  const known = new Set(samples.flatMap(saidBy));
  // "The first one" is AMAZON.SelectIntent's own.
  const isSelect = (phrase: string) => ordinalOf(words, tokens(phrase, words.apostrophe)) !== undefined;
  return [
    ...(named ? [] : ['the first example phrase must be wake word, launch word and invocation name']),
    ...told
      .filter((phrase) => !known.has(phrase) && !isSelect(phrase))
      .map((phrase) => `shoppers are told to say "${phrase}", which is not literally in the model`),
  ];
}

function lintUnsaid(model: LanguageModel, { source }: LintContext): readonly string[] {
  const unsaid = unsaidBy(source.words);
  return model.intents.flatMap(({ name, samples = [] }) =>
    samples
      .filter(unsaid.is)
      .map((sample) => `"${sample}" of ${name} has a word that wakes a speaker, or is a slip that nobody says`),
  );
}
