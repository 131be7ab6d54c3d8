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

/** Throws `TemplateError` where `expand` would; counting is done at once where there are thousands. */
export function mustBeReadable(template: string): void {
  countOf(parse(template), template);
}

/** A template as it is built; an optional part is a choice with an empty branch. Throws `TemplateError`. */
export function parse(template: string): readonly Node[] {
  const reader: Reader = { template, parts: template.match(PARTS) ?? [], at: 0 };
  const nodes = sequence(reader, '');
  const stray = reader.parts[reader.at];
  if (stray !== undefined) throw new TemplateError(`"${template}" has a "${stray}" that nothing opens`);
  return nodes;
}

/** The slots a template names. Throws `TemplateError`. */
export function slotsIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** A template cut at its signs: brackets, bars, slots, and the text between. */
type Reader = { readonly template: string; readonly parts: readonly string[]; at: number };

const PARTS = /[()[\]|]|\{[^{}]*\}|[{}]|[^(){}[\]|]+/g;

function sequence(reader: Reader, closers: string): readonly Node[] {
  const nodes: Node[] = [];
  for (let part = reader.parts[reader.at]; part !== undefined; part = reader.parts[reader.at]) {
    if (closers.includes(part) || part === ')' || part === ']' || part === '|' || part === '}') break;
    reader.at += 1;
    nodes.push(nodeOf(part, reader));
  }
  return nodes;
}

function nodeOf(part: string, reader: Reader): Node {
  if (part === '(' || part === '[') return choice(part, reader);
  if (!part.startsWith('{')) return { kind: 'text', text: part };
  const name = /^\{([A-Za-z]+)\}$/.exec(part)?.[1];
  if (name === undefined) throw new TemplateError(`"${reader.template}" has a slot that is not written {name}`);
  return { kind: 'slot', name };
}

function choice(opener: '(' | '[', reader: Reader): Node {
  const closer = opener === '[' ? ']' : ')';
  const branches = [branch(reader, closer)];
  while (reader.parts[reader.at] === '|') {
    reader.at += 1;
    branches.push(branch(reader, closer));
  }
  const { template } = reader;
  if (reader.parts[reader.at] !== closer) throw new TemplateError(`"${template}" lacks a "${closer}"`);
  reader.at += 1;
  if (opener === '[') return { kind: 'choice', branches: [...branches, []] };
  if (branches.length < 2) throw new TemplateError(`"${template}" has a (…) with nothing to choose from`);
  return { kind: 'choice', branches };
}

function branch(reader: Reader, closer: string): readonly Node[] {
  const nodes = sequence(reader, `|${closer}`);
  if (nodes.length === 0) throw new TemplateError(`"${reader.template}" has an empty choice`);
  return nodes;
}

function spread(nodes: readonly Node[], template: string): readonly string[] {
  let all: readonly string[] = [''];
  for (const node of nodes) {
    const ways = waysOf(node, template);
    mustBeFew(all.length * ways.length, template);
    all = all.flatMap((head) => ways.map((way) => head + way));
  }
  return all;
}

function mustBeFew(count: number, template: string): number {
  if (count > MOST) throw new TemplateError(`"${template}" stands for more than ${MOST} sentences`);
  return count;
}

function countOf(nodes: readonly Node[], template: string): number {
  return nodes.reduce((count, node) => {
    const ways = node.kind === 'choice' ? node.branches.reduce((sum, branch) => sum + countOf(branch, template), 0) : 1;
    return mustBeFew(count * ways, template);
  }, 1);
}

function waysOf(node: Node, template: string): readonly string[] {
  if (node.kind === 'text') return [node.text];
  if (node.kind === 'slot') return [`{${node.name}}`];
  return node.branches.flatMap((branch) => spread(branch, template));
}
