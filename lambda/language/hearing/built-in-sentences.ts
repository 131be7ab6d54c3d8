/** Amazon's own intents as a language says them: whole, and as the few words that carry them. */

import { BUILT_INS, type IntentName } from '../../vocabulary/intents';
import type { TemplateOf } from './grammar';
import { expand, type Node, parse } from './sentences';
import { normalise, tokens, type Words } from './words';

function ownOf(templates: readonly TemplateOf[]): readonly TemplateOf[] {
  return templates.filter(({ intent }) => (BUILT_INS as readonly string[]).includes(intent));
}

/** A misspelt sentence is looked for among the short ones. */
const MOST_LETTERS = 24;

export function builtInsOf(templates: readonly TemplateOf[], { apostrophe }: Words): ReadonlyMap<string, IntentName> {
  return new Map(
    ownOf(templates).flatMap(({ intent, template }) =>
      expand(template)
        .filter((text) => text.length <= MOST_LETTERS)
        .map((text) => [normalise(text, apostrophe), intent] as const),
    ),
  );
}

/** Without its small words: "could you say that again for me" is "say again". */
export function coreOf(said: readonly string[], small: ReadonlySet<string>): string {
  return said.filter((token) => !small.has(token)).join(' ');
}

/** A letter or two carry nothing: "bist du echt oder n Computer" is more than its "n". */
const LEAST_LETTERS = 3;

/** A core of two intents is none. */
export function coresOf(
  templates: readonly TemplateOf[],
  small: ReadonlySet<string>,
  { apostrophe }: Words,
): ReadonlyMap<string, IntentName> {
  const owners = new Map<string, Set<IntentName>>();
  for (const { intent, template } of ownOf(templates)) {
    for (const core of coresIn(parse(template), (text) => coreOf(tokens(text, apostrophe), small))) {
      if (core.length >= LEAST_LETTERS) owners.set(core, (owners.get(core) ?? new Set()).add(intent));
    }
  }
  return new Map([...owners].flatMap(([core, [intent, other]]) => (intent && !other ? [[core, intent] as const] : [])));
}

/** All the nodes may come to, doubles left out on the way: most choices are between small words. */
function coresIn(nodes: readonly Node[], bare: (text: string) => string): ReadonlySet<string> {
  let all: ReadonlySet<string> = new Set(['']);
  for (const node of nodes) {
    const ways =
      node.kind === 'choice' ? node.branches.flatMap((branch) => [...coresIn(branch, bare)]) : [wayOf(node, bare)];
    all = new Set([...all].flatMap((head) => ways.map((way) => `${head} ${way}`.trim())));
  }
  return all;
}

function wayOf(node: Exclude<Node, { kind: 'choice' }>, bare: (text: string) => string): string {
  return node.kind === 'text' ? bare(node.text) : `{${node.name}}`;
}
