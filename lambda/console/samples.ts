/** How to say it: sentences of every intent out of the language's own file, with goods of this shopper in their slots. */

import { INTENT_TABLE } from '../dialogue/index';
import { readLocaleJson, valuesOf } from '../language/hearing/lexicon';
import { expand, type Sentences, slotsIn } from '../language/hearing/sentences';
import type { Words } from '../language/hearing/words';
import { INTENTS, type IntentName } from '../vocabulary/intents';
import type { Device } from './envelope';
import type { House } from './house';
import { productsOf } from './orders';
import type { Samples } from './protocol';

const PER_INTENT = 8;
/** More of a language than this is not looked through for eight good ones. */
const LOOKED_THROUGH = 40;
/** What the shopper says while a question is open: their words are in `words.json`. */
const SPOKEN_ANSWERS: ReadonlySet<string> = new Set(['Yes', 'No']);

/** Words for a slot, by its type; empty: no sentence with it is offered. */
type Fillings = Readonly<Record<string, readonly string[]>>;

export async function samplesFor(device: Device, house: House, directory: string): Promise<Samples> {
  const { locale } = device;
  const sentences = readLocaleJson<Sentences>(directory, locale, 'sentences.json') ?? {};
  const words = readLocaleJson<Words>(directory, locale, 'words.json');
  if (!words) return [];
  const fillings = await fillingsFor(device, words, house);
  const isHeard = await createEar(locale, house);
  return INTENTS.flatMap((intent) => {
    const templates = [...spokenAnswers(intent, words), ...(sentences[intent] ?? [])];
    const filled = spread(templates.flatMap(expand), LOOKED_THROUGH).flatMap((sample, at) =>
      fill(sample, INTENT_TABLE[intent].slots, fillings, at),
    );
    const heard = firstOf(filled, (text) => SPOKEN_ANSWERS.has(intent) || isHeard(text) === intent);
    return heard.length > 0 && intent !== 'Fallback' ? [{ intent, sentences: heard }] : [];
  });
}

function spokenAnswers(intent: IntentName, words: Words): readonly string[] {
  if (intent === 'Yes') return words.yes;
  return intent === 'No' ? words.no : [];
}

async function fillingsFor(device: Device, words: Words, house: House): Promise<Fillings> {
  const language = device.locale.split('-')[0] ?? device.locale;
  const values = (type: string) => [...valuesOf(words, type, language).values()].flatMap((texts) => texts.slice(0, 1));
  const types = ['Place', 'ShippingSpeed', 'Basis', 'Problem', 'PolicyTopic'];
  return {
    ...Object.fromEntries(types.map((type) => [type, values(type)])),
    Product: await productsOf(device, house),
    'AMAZON.NUMBER': words.numbers.slice(2, 5).flatMap((names) => names.slice(0, 1)),
    'AMAZON.DATE': words.days['-1']?.slice(0, 1) ?? [],
  };
}

/** `at` turns the wheel, so that eight sentences do not all want the same coffee. */
function fill(sample: string, types: Readonly<Record<string, string>>, fillings: Fillings, at: number) {
  let text = sample;
  for (const slot of slotsIn(sample)) {
    const choices = fillings[types[slot] ?? ''] ?? [];
    const value = choices[at % choices.length];
    if (value === undefined) return [];
    text = text.replace(`{${slot}}`, value);
  }
  return [text];
}

async function createEar(locale: string, { earshot }: House): Promise<(text: string) => IntentName> {
  const listed = await earshot.shop.catalogue.products({ locale });
  const products = listed.ok ? listed.value : [];
  return (text) => earshot.hearing.hear(text, { locale, products }).intent;
}

/** Eight that pass, from all over the list; no more are tried than needed. */
function firstOf(texts: readonly string[], passes: (text: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (const text of new Set([...spread(texts, PER_INTENT), ...texts])) {
    if (found.length < PER_INTENT && passes(text)) found.push(text);
  }
  return found;
}

/** `count` of them, evenly from the first to the last. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}
