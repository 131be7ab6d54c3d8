/** Sentence templates: Alexa's sample syntax, `{slot}`, plus `(a|b)` for a choice and `[optional]`. */

/** What the shopper may say, per intent; `Intent.slot` holds the bare answers to the question for that slot. */
export type Sentences = Readonly<Record<string, readonly string[]>>;

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'choice'; readonly branches: readonly (readonly Node[])[] };

/** More than this from one template is a mistake in it, not richness. */
const MOST = 4000;

/** Thrown for a template that cannot be read; the message is meant for its author. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** All sentences a template stands for, in a fixed order and without doubles. Throws `TemplateError`. */
export function expand(template: string): readonly string[] {
  const all = spread(parse(template), template);
  return [...new Set(all.map((text) => text.replace(/\s+/g, ' ').trim()))];
}

/** A template as it is built; an optional part is a choice with an empty branch. Throws `TemplateError`. */
export function parse(template: string): readonly Node[] {
  const { nodes, end } = sequence(template, 0, '');
  if (end < template.length) throw new TemplateError(`"${template}" has a "${template[end]}" that nothing opens`);
  return nodes;
}

/** The slots a template names. Throws `TemplateError`. */
export function slotsIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

type Parsed = { readonly nodes: readonly Node[]; readonly end: number };
type ParsedBranches = { readonly branches: readonly (readonly Node[])[]; readonly end: number };

function sequence(template: string, from: number, closers: string): Parsed {
  const nodes: Node[] = [];
  let at = from;
  while (at < template.length && !closers.includes(template[at] as string)) {
    const step = nodeAt(template, at);
    if (step === undefined) break;
    nodes.push(step.node);
    at = step.end;
  }
  return { nodes, end: at };
}

function nodeAt(template: string, at: number): { readonly node: Node; readonly end: number } | undefined {
  const sign = template[at] as string;
  if (sign === '{') return slotAt(template, at);
  if (sign === '(' || sign === '[') return choiceAt(template, at);
  if (')]|}'.includes(sign)) return undefined;
  const text = /^[^{}()[\]|]+/.exec(template.slice(at))?.[0] ?? sign;
  return { node: { kind: 'text', text }, end: at + text.length };
}

function slotAt(template: string, at: number): { readonly node: Node; readonly end: number } {
  const name = /^\{([A-Za-z]+)\}/.exec(template.slice(at))?.[1];
  if (name === undefined) throw new TemplateError(`"${template}" has a slot that is not written {name}`);
  return { node: { kind: 'slot', name }, end: at + name.length + 2 };
}

function choiceAt(template: string, at: number): { readonly node: Node; readonly end: number } {
  const optional = template[at] === '[';
  const closer = optional ? ']' : ')';
  const { branches, end } = branchesAt(template, at + 1, closer);
  if (template[end] !== closer) throw new TemplateError(`"${template}" lacks a "${closer}"`);
  if (!optional && branches.length < 2) throw new TemplateError(`"${template}" has a (…) with nothing to choose from`);
  return { node: { kind: 'choice', branches: optional ? [...branches, []] : branches }, end: end + 1 };
}

function branchesAt(template: string, from: number, closer: string): ParsedBranches {
  const branches: (readonly Node[])[] = [];
  let at = from;
  for (;;) {
    const { nodes, end } = sequence(template, at, `|${closer}`);
    if (nodes.length === 0) throw new TemplateError(`"${template}" has an empty choice`);
    branches.push(nodes);
    if (template[end] !== '|') return { branches, end };
    at = end + 1;
  }
}

function spread(nodes: readonly Node[], template: string): readonly string[] {
  let all: readonly string[] = [''];
  for (const node of nodes) {
    const ways = waysOf(node, template);
    if (all.length * ways.length > MOST)
      throw new TemplateError(`"${template}" stands for more than ${MOST} sentences`);
    all = all.flatMap((head) => ways.map((way) => head + way));
  }
  return all;
}

function waysOf(node: Node, template: string): readonly string[] {
  if (node.kind === 'text') return [node.text];
  if (node.kind === 'slot') return [`{${node.name}}`];
  return node.branches.flatMap((branch) => spread(branch, template));
}
