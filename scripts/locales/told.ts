/** What our own sentences tell a shopper to say: whatever it is, Amazon's model must know it word for word. */

import { normalise } from '../../lambda/language/hearing/words';
import { suggestionsIn } from './check-suggestions';
import { requestIn, type Where } from './example-phrases';
import type { Source } from './source';

/** What the store page has in quotation marks is said to it. */
const QUOTED = /["\u201c\u00ab]([^"\u201d\u00bb]+)["\u201d\u00bb]/g;

/** The texts of `speech.json`, however deep they lie. */
export function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

/** Without the skill's name before them; no two alike. */
export function toldIn(speech: unknown, source: Source, where: Where): readonly string[] {
  const { examplePhrases, description, testingInstructions } = source.listing;
  const quoted = [description, testingInstructions].flatMap((text) =>
    [...text.matchAll(QUOTED)].map(([, phrase = '']) => phrase),
  );
  const examples = [...examplePhrases, ...quoted].flatMap((phrase) => {
    const request = requestIn(phrase, source, where);
    return request === undefined ? [normalise(phrase, source.words.apostrophe)] : request || [];
  });
  const suggested = textsIn(speech)
    .flatMap((text) => suggestionsIn(text, source.words))
    .map((phrase) => normalise(phrase, source.words.apostrophe));
  return [...new Set([...examples, ...suggested])];
}
