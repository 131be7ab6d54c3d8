/** One sentence of a template, without the thousands beside it. */

import type { Node } from '../../lambda/language/hearing/sentences';
import type { Telling } from './prints';
import { beside } from './word-by-word';

/** `place`: in the order of `expand`. */
export function sentenceAt(nodes: readonly Node[], place: number, telling: Telling): string {
  return nodes.reduceRight(
    ({ left, told }, node) => {
      const ways = waysOf(node);
      const own = node.kind === 'choice' ? branchAt(node.branches, left % ways, telling) : telling(node);
      return { left: Math.floor(left / ways), told: beside(own, told) };
    },
    { left: place, told: '' },
  ).told;
}

function branchAt(branches: readonly (readonly Node[])[], place: number, telling: Telling): string {
  const [branch = [], ...others] = branches;
  const ways = waysAlong(branch);
  return place < ways ? sentenceAt(branch, place, telling) : branchAt(others, place - ways, telling);
}

function waysOf(node: Node): number {
  return node.kind === 'choice' ? node.branches.reduce((sum, branch) => sum + waysAlong(branch), 0) : 1;
}

function waysAlong(nodes: readonly Node[]): number {
  return nodes.reduce((product, node) => product * waysOf(node), 1);
}
