/** Where a text stands in a conversation: what the shopper has said, or has not said, right before it. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacedText } from '../../lambda/console/localiser-protocol';
import { type DialogueTurn, readExamples } from './examples';
import { localesOf, MEASURE, type Place } from './source';
import type { LocaleText } from './texts';

/** The rungs of a question, by what they answer. */
const RUNGS = { reprompt: 'silence', guide: 'missed', help: 'help' } as const;

/** By the examples of the language, and by the English ones until it has its own. */
export function placesIn(place: Place, language: string): (text: LocaleText) => PlacedText['after'] {
  const turns = [language, MEASURE].flatMap((of) => turnsIn(place, of)).filter(({ said }) => said !== undefined);
  const byReply = new Map<string, string>();
  for (const { said = '', intent, replies = [], asks } of turns)
    for (const key of [...replies, asks ?? '', intent ?? ''])
      if (key !== '' && !byReply.has(key)) byReply.set(key, said);
  return ({ file, path }) => {
    if (file !== 'speech.json' && file !== 'text.json') return null;
    const [group = '', ...rest] = path.map((step) => step.replace(/_.*$/, ''));
    if (group === 'format') return null;
    const rung = Object.entries(RUNGS).find(([name]) => rest.includes(name))?.[1];
    if (rung) return { kind: rung };
    const keys = rest.map((_, at) => [group, ...rest.slice(0, rest.length - at)].join('.'));
    const said = [...keys, group].map((key) => byReply.get(key)).find((one) => one !== undefined);
    return said === undefined ? { kind: 'anything' } : { kind: 'said', said };
  };
}

function turnsIn(place: Place, language: string): readonly DialogueTurn[] {
  const file = join(localesOf(place), language, 'examples.yaml');
  if (!existsSync(file)) return [];
  return readExamples(file, `${language}/examples.yaml`).dialogues.flatMap(({ turns }) => turns);
}
