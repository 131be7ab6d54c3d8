/** What is understood when it is typed, but stands in no model: slips that nobody says aloud, and words that wake a speaker. */

import { phrasesAt } from '../../lambda/language/hearing/phrase-tree';
import { type Node, parse } from '../../lambda/language/hearing/sentences';
import { phrases, tokens, type Words } from '../../lambda/language/hearing/words';
import { plainOf, remembered } from './word-by-word';

/** Amazon's; a sample with one of them would never reach the skill. */
export const WAKE_WORDS = ['alexa', 'echo', 'amazon', 'computer', 'ziggy'] as const;

export type Unsaid = {
  /** Whether nobody says this sample. */
  is(sample: string): boolean;
  /** Whether some sentence of this template is one that nobody says. */
  isIn(template: string): boolean;
};

/** Of a language. */
export function unsaidBy({ apostrophe, unsaid }: Pick<Words, 'apostrophe' | 'unsaid'>): Unsaid {
  const never = phrases(
    [...WAKE_WORDS, ...unsaid].map((phrase) => [phrase, phrase] as const),
    apostrophe,
  );
  const tokensOf = remembered((text) => tokens(text, apostrophe));
  return {
    is(sample) {
      const said = plainOf(sample, apostrophe).split(' ');
      return said.some((token, at) => never.has(token) && phrasesAt(never, said, at).length > 0);
    },
    isIn(template) {
      let isFound = false;
      const begunBy = remembered((token) => (never.get(token) ?? []).map((phrase) => phrase.tokens.slice(1).join(' ')));
      const step = (begun: Rests, token: string): Rests => {
        const rests = [...begun].filter((rest) => rest === token || rest.startsWith(`${token} `));
        const next = new Set([...begunBy(token), ...rests.map((rest) => rest.slice(token.length + 1))]);
        isFound ||= next.has('');
        return next;
      };
      along(parse(template), new Set(), (begun, text) => tokensOf(text).reduce(step, begun));
      return isFound;
    },
  };
}

/** What is still to be said of the phrases that have begun. */
type Rests = ReadonlySet<string>;

/** What has begun behind all sentences of a template. */
function along(nodes: readonly Node[], begun: Rests, behind: (begun: Rests, text: string) => Rests): Rests {
  return nodes.reduce((before, node) => {
    if (node.kind === 'choice') return new Set(node.branches.flatMap((branch) => [...along(branch, before, behind)]));
    // "An {product}" is said as little as "an product".
    return behind(before, node.kind === 'text' ? node.text : node.name);
  }, begun);
}
