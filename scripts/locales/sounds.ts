/** How each sentence of a template sounds: hundreds of thousands of them, put together from what their parts sound like. */

import { isWordwise } from '../../lambda/language/hearing/grammar';
import { expand, type Node, parse } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { beside, plainOf } from './word-by-word';

/** How a part of a sentence sounds: words, or a slot. */
type Sounding = (part: Exclude<Node, { kind: 'choice' }>) => string;

/** In the order of `expand`. Slots sound like what they hold. Throws `TemplateError`. */
export function soundsOf(
  template: string,
  types: Readonly<Record<string, string>>,
  apostrophe: Words['apostrophe'],
): readonly string[] {
  const sounding: Sounding = (part) =>
    part.kind === 'text' ? plainOf(part.text, apostrophe) : `{${types[part.name]}}`;
  if (isWordwise(template)) return together(parse(template), sounding);
  return expand(template).flatMap((sentence) => together(parse(sentence), sounding));
}

function together(nodes: readonly Node[], sounding: Sounding): readonly string[] {
  return nodes.reduce<readonly string[]>(
    (heads, node) => {
      const ways = node.kind === 'choice' ? node.branches.flatMap((one) => together(one, sounding)) : [sounding(node)];
      return heads.flatMap((head) => ways.map((way) => beside(head, way)));
    },
    [''],
  );
}
