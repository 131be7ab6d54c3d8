/** How a language says what led to a reply: as an example of it does, else as a sentence it was taught. */

import { INTENT_TABLE } from '../../lambda/dialogue/index';
import { slotsIn } from '../../lambda/language/hearing/sentences';
import { covering } from './covering';
import type { DialogueTurn } from './examples';
import { hearOne } from './hear-one';
import { type Before, closedSlots, typeOfSlot } from './led-to';
import { type Place, readSource, type Source } from './source';
import { closedValues } from './values';

/** What stands for anything that may be said there. */
const ANYTHING = '…';
type Slots = Before['slots'];
type Heard = Pick<Before, 'heard' | 'slots'>;
export type SaidFor = (before: Heard) => string | undefined;

/** `turns`: of the language's examples. While one of its files cannot be used it says nothing: what is wrong is told elsewhere. */
export function sayerFor(place: Place, language: string, turns: readonly DialogueTurn[]): SaidFor {
  const said = new Map<string, string | undefined>();
  const known = usable(() => {
    return { source: readSource(place, language), examples: heardExamples(place, language, turns) };
  });
  return ({ heard, slots }) => {
    const id = idOf({ heard, slots });
    if (known && !said.has(id))
      said.set(id, known.examples.get(id) ?? asTaught({ heard, slots }, known.source, language));
    return said.get(id);
  };
}

function usable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Of those that mean the same the first: the plainest stand first. */
function heardExamples(place: Place, language: string, turns: readonly DialogueTurn[]): ReadonlyMap<string, string> {
  const byId = new Map<string, string>();
  for (const { said, intent } of turns) {
    if (said === undefined || intent === undefined || !(intent in INTENT_TABLE)) continue;
    const id = idOf({ heard: intent, slots: slotsOf(place, language, { said, intent }) });
    if (!byId.has(id)) byId.set(id, said);
  }
  return byId;
}

/** What was heard once is not heard anew for each who looks. */
const heardBefore = new Map<string, Slots>();

function slotsOf(place: Place, language: string, { said, intent }: { said: string; intent: string }): Slots {
  const id = JSON.stringify([place.root, language, intent, said]);
  const slots = heardBefore.get(id) ?? closedSlots(intent, hearOne(place, language, said).slots);
  heardBefore.set(id, slots);
  return slots;
}

function asTaught({ heard, slots }: Heard, source: Source, language: string): string | undefined {
  const ways = (source.sentences[heard] ?? []).flatMap(covering);
  const named = Object.keys(slots).sort().join(' ');
  const hasWords = (way: string) => /\p{L}/u.test(way.replace(/\{\w+\}/g, ''));
  const own = ways.filter((way) => hasWords(way) && [...slotsIn(way)].sort().join(' ') === named);
  const filled = own.map((way) =>
    way.replace(/\{(\w+)\}/g, (_, slot: string) =>
      wordFor(typeOfSlot(heard, slot), slots[slot] ?? '', source, language),
    ),
  );
  return filled.reduce<string | undefined>(
    (best, one) => (best === undefined || one.length < best.length ? one : best),
    undefined,
  );
}

/** The first word of what can only be said in some ways. */
function wordFor(type: string | undefined, id: string, { words }: Source, language: string): string {
  if (id === '' || type === undefined) return ANYTHING;
  return closedValues(type, words, language).find((one) => one.id === id)?.name.value ?? ANYTHING;
}

function idOf({ heard, slots }: Heard): string {
  return JSON.stringify([heard, Object.entries(slots).sort()]);
}
