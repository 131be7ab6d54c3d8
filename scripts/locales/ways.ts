/** The sentences of a template, written: for the few of which more is asked than the words of their parts. */

import { isWordwise } from '../../lambda/language/hearing/grammar';
import { type Node, parse } from '../../lambda/language/hearing/sentences';
import { asSample } from './as-sample';
import { beside } from './word-by-word';

/** `rarity`: how far its choices stand behind the first ones there are, together. */
export type Way = { readonly text: string; readonly rarity: number };
/** What a part becomes, and how two of them are put together. */
type Making = { readonly as: (part: string) => string; readonly and: (head: string, tail: string) => string };

const AS_WRITTEN: Making = { as: (part) => part, and: (head, tail) => head + tail };

/** Whether its samples are made of the samples of its parts: no bracket and no slot stands inside a word. */
export function isInParts(template: string): boolean {
  return isWordwise(template) && !/[^\s([|]\{|\}[^\s)\]|]/.test(template);
}

/** As samples. */
export function waysOf(template: string): readonly Way[] {
  if (isInParts(template)) return along(parse(template), { as: asSample, and: beside });
  return along(parse(template), AS_WRITTEN).map(({ text, rarity }) => ({
    text: asSample(text.replace(/\s+/g, ' ')),
    rarity,
  }));
}

function along(nodes: readonly Node[], making: Making): readonly Way[] {
  return nodes.reduce<readonly Way[]>(
    (heads, node) => {
      const own = waysThrough(node, making);
      return heads.flatMap((head) =>
        own.map((way) => ({ text: making.and(head.text, way.text), rarity: head.rarity + way.rarity })),
      );
    },
    [{ text: '', rarity: 0 }],
  );
}

function waysThrough(node: Node, making: Making): readonly Way[] {
  if (node.kind === 'text') return [{ text: making.as(node.text), rarity: 0 }];
  if (node.kind === 'slot') return [{ text: `{${node.name}}`, rarity: 0 }];
  const isOptional = node.branches.at(-1)?.length === 0;
  return node.branches.flatMap((branch, at) => {
    const own = branch.length === 0 ? 0 : at + (isOptional ? 1 : 0);
    return along(branch, making).map(({ text, rarity }) => ({ text, rarity: rarity + own }));
  });
}
