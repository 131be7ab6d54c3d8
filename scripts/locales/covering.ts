/** As few sentences of a template as it takes to meet every word of it. */

import { type Node, parse } from '../../lambda/language/hearing/sentences';

/** In a fixed order and without doubles. Throws `TemplateError`. */
export function covering(template: string): readonly string[] {
  return [...new Set(covered(parse(template)).map((text) => text.replace(/\s+/g, ' ').trim()))];
}

/** As many as the part with the most ways has; the shorter parts begin anew, each one further, so that they meet in other pairs. */
function covered(nodes: readonly Node[]): readonly string[] {
  const parts = nodes.map(waysOf);
  const most = Math.max(1, ...parts.map((ways) => ways.length));
  return Array.from({ length: most }, (_, at) =>
    parts.map((ways) => ways[(at + Math.floor(at / ways.length)) % ways.length] ?? '').join(''),
  );
}

function waysOf(node: Node): readonly string[] {
  if (node.kind === 'text') return [node.text];
  if (node.kind === 'slot') return [`{${node.name}}`];
  return node.branches.flatMap(covered);
}
