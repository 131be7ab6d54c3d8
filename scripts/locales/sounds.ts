/** How the sentences of a template sound: hundreds of thousands of them, put together from what their parts sound like. */

import { isWordwise } from '../../lambda/language/hearing/grammar';
import { expand, type Node, parse } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { type Prints, printsOf, type Telling } from './prints';
import { sentenceAt } from './sentence-at';
import { plainOf } from './word-by-word';

export type Sounds = {
  readonly prints: Prints['prints'];
  /** By its place among them. */
  soundAt(place: number): string;
};

/** In the order of `expand`. Slots sound like what they hold. Throws `TemplateError`. */
export function soundsOf(
  template: string,
  types: Readonly<Record<string, string>>,
  apostrophe: Words['apostrophe'],
): Sounds {
  const sounding: Telling = (part) => (part.kind === 'text' ? plainOf(part.text, apostrophe) : `{${types[part.name]}}`);
  const nodes = nodesOf(template);
  return { prints: printsOf(nodes, sounding).prints, soundAt: (place) => sentenceAt(nodes, place, sounding) };
}

function nodesOf(template: string): readonly Node[] {
  if (isWordwise(template)) return parse(template);
  return [{ kind: 'choice', branches: expand(template).map(parse) }];
}
