/** Which words an intent's sentences are made of. */

import type { IntentName } from '../../vocabulary/intents';
import { stemOf } from './stem';
import { tokens, type Words } from './words';

/** The words of each intent's own sentences, by their stems. */
export function vocabularyOf(
  sentences: Readonly<Record<string, readonly string[]>>,
  words: Words,
): ReadonlyMap<IntentName, ReadonlySet<string>> {
  const stem = stemOf(words);
  const split = (text: string) => tokens(text, words.apostrophe);
  const found = new Map<IntentName, Set<string>>();
  for (const [key, templates] of Object.entries(sentences)) {
    const intent = key.split('.')[0] as IntentName;
    const own = found.get(intent) ?? new Set<string>();
    for (const token of split(templates.join(' ').replace(/\{[A-Za-z]+\}|[()[\]|]/g, ' '))) own.add(stem(token));
    found.set(intent, own);
  }
  return found;
}
