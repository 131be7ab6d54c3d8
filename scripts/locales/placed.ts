/** Where a text stands in a conversation: what the shopper has said, or has not said, right before it. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedText } from '../../lambda/console/localiser-protocol';
import { type DialogueTurn, readExamples } from './examples';
import { localesOf, MEASURE, type Place, readLanguage } from './source';
import type { LocaleText } from './texts';

/** The rungs of a question, by what they answer. */
const RUNGS = { reprompt: 'silence', guide: 'missed', help: 'help' } as const;

/** By the examples of the language; of a draft by the English ones, too, and told to be such, until it has its own. */
export function placesIn(place: Place, language: string): (text: LocaleText) => PlacedText['after'] {
  const own = placesBy(turnsIn(place, language));
  const isDraft = readLanguage(place, language).status === 'draft';
  const english = isDraft && language !== MEASURE ? placesBy(turnsIn(place, MEASURE)) : () => undefined;
  return ({ file, path }) => {
    if (file !== 'speech.json' && file !== 'text.json') return null;
    const [group = '', ...rest] = path.map((step) => step.replace(/_.*$/, ''));
    if (group === 'format') return null;
    const rung = Object.entries(RUNGS).find(([name]) => rest.includes(name))?.[1];
    if (rung) return { kind: rung };
    const said = own(group, rest);
    if (said !== undefined) return { kind: 'said', said };
    const there = english(group, rest);
    return there === undefined ? { kind: 'anything' } : { kind: 'said-in-english', said: there };
  };
}

/** Longer than anything that is said. */
const LONG = 1_000;

type Said = (group: string, rest: readonly string[]) => string | undefined;

/** What led to this very text; else the plainest request of its intent, which says the most with the least. */
function placesBy(turns: readonly DialogueTurn[]): Said {
  const byReply = new Map<string, string>();
  const plainest = new Map<string, { readonly said: string; readonly weight: number }>();
  for (const { said, intent, replies = [], asks, slots = {} } of turns) {
    if (said === undefined) continue;
    for (const key of [...replies, asks ?? '']) if (key !== '' && !byReply.has(key)) byReply.set(key, said);
    const weight = Object.keys(slots).length * LONG + said.length;
    if (intent && weight < (plainest.get(intent)?.weight ?? Number.POSITIVE_INFINITY))
      plainest.set(intent, { said, weight });
  }
  return (group, rest) => {
    const keys = rest.map((_, at) => [group, ...rest.slice(0, rest.length - at)].join('.'));
    return keys.map((key) => byReply.get(key)).find((one) => one !== undefined) ?? plainest.get(group)?.said;
  };
}

function turnsIn(place: Place, language: string): readonly DialogueTurn[] {
  const file = join(localesOf(place), language, 'examples.yaml');
  if (!existsSync(file)) return [];
  return readExamples(file, `${language}/examples.yaml`).dialogues.flatMap(({ turns }) => turns);
}
