/** How to say it: sentences that people wrote as examples of each intent, with goods of this shopper. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { expand } from '../language/hearing/sentences';
import { readWords } from '../language/hearing/word-files';
import type { Words } from '../language/hearing/words';
import { INTENTS, type IntentName } from '../vocabulary/intents';
import { languageOf } from '../vocabulary/locales';
import type { SimulatedDevice } from './envelope';
import type { ConsoleHouse } from './house';
import { productsOf } from './orders';
import type { Samples } from './protocol';

const PER_INTENT = 8;
/** So many show how to say it. */
const ENOUGH = 3;

/** Of `examples.yaml` only what is needed here. */
const examples = z.array(
  z.object({
    turns: z.array(
      z.object({
        said: z.optional(z.string()),
        intent: z.optional(z.string()),
        slots: z.optional(z.record(z.string(), z.unknown())),
      }),
    ),
  }),
);
type Turn = z.infer<typeof examples>[number]['turns'][number];

/** Templates make sentences nobody says; the examples of a language are whole ones. Throws where they cannot be read. */
export async function samplesFor(device: SimulatedDevice, house: ConsoleHouse, directory: string): Promise<Samples> {
  const { locale } = device;
  const words = readWords(directory, locale);
  if (!words) return [];
  const own = await productsOf(device, house);
  const turns = beginnings(directory, locale);
  return INTENTS.flatMap((intent) => {
    const wrote = sentencesOf(
      turns.filter((turn) => turn.intent === intent),
      own,
    );
    const sentences = [...new Set([...spokenAnswers(intent, words), ...wrote])].slice(0, PER_INTENT);
    return sentences.length > 0 && intent !== 'Fallback' ? [{ intent, sentences }] : [];
  });
}

/** What needs nothing said before. A draft of a language may have no examples yet. */
function beginnings(directory: string, locale: string): readonly Turn[] {
  const language = languageOf(locale);
  const file = readFileSync(join(directory, language, 'examples.yaml'), 'utf8');
  return examples.parse(parse(file) ?? []).flatMap(({ turns }) => turns.slice(0, 1));
}

/** As they were written, where this shopper buys what they name; too few of them are filled up with what she buys. */
function sentencesOf(turns: readonly Turn[], own: readonly (readonly string[])[]): readonly string[] {
  const isTheirs = ({ slots = {} }: Turn) => {
    const { product } = slots;
    return typeof product !== 'string' || own.some((words) => words.includes(product));
  };
  const written = turns.flatMap((turn) => (turn.said !== undefined && isTheirs(turn) ? [turn.said] : []));
  if (written.length >= ENOUGH) return written;
  const others = turns.filter((turn) => !isTheirs(turn)).slice(0, ENOUGH - written.length);
  return [...written, ...others.flatMap(({ said, slots }, at) => changed(said, slots?.product, own[at % own.length]))];
}

function changed(said = '', product: unknown, mine: readonly string[] = []): readonly string[] {
  const [usual] = mine;
  return typeof product === 'string' && usual !== undefined ? [said.replace(product, usual)] : [];
}

/** What the shopper says while a question is open: their words are in `words.json`. */
function spokenAnswers(intent: IntentName, words: Words): readonly string[] {
  if (intent === 'Yes') return words.consent.yes.flatMap(expand);
  return intent === 'No' ? words.consent.no.flatMap(expand) : [];
}
