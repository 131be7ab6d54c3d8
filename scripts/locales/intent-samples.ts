/** What may become a sample of an intent, in all locales of a language. */

import { SAID_WITHIN } from '../../lambda/language/hearing/topics';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { type Candidates, candidatesOf } from './candidates';
import { EXTENDED, INTENT_SLOTS } from './contract';
import { soundIn } from './example-phrases';
import type { Source } from './source';
import { slotting } from './topics';
import { unsaidBy } from './unsaid';

/** What was found in templates, and what else it was made of: locales of a language share it. */
const found = new WeakMap<readonly string[], { readonly made: string; readonly all: readonly Candidates[] }>();

/** A sentence that is nothing but a product would swallow every word Alexa does not know, so only questions take it. */
export function intentSamples(name: IntentName, source: Source): readonly Candidates[] {
  const templates = source.sentences[name];
  if (!templates || (INTENT_SLOTS[name] === undefined && !EXTENDED.has(name))) return [];
  const { apostrophe, unsaid } = source.words;
  const slotted = slottedIn(name, source);
  const made = JSON.stringify([apostrophe, unsaid, slotted]);
  const known = found.get(templates);
  if (known?.made === made) return known.all;
  const as = slotted && slotting(slotted.slot, slotted.values);
  const all = candidatesOf(templates, { ...heardIn(source), ...(as ? { as } : {}) });
  found.set(templates, { made, all });
  return all;
}

/** How a language's samples are compared. */
export function heardIn({ words }: Pick<Source, 'words'>) {
  return { soundOf: soundIn(words), never: unsaidBy(words) };
}

/** Of a slot whose values stand in the sentences themselves. */
function slottedIn(name: IntentName, { words }: Source) {
  const [slot, type] = Object.entries(INTENT_SLOTS[name] ?? {}).find(([, one]) => SAID_WITHIN.has(one)) ?? [];
  return slot && type ? { slot, values: Object.values(words.values[type] ?? {}).flat() } : undefined;
}
