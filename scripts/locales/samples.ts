/** Which of all the sentences a language knows go into Amazon's model, where there is room for a part of them. */

import { isWordwise } from '../../lambda/language/hearing/grammar';
import { type Node, parse } from '../../lambda/language/hearing/sentences';
import { tokens } from '../../lambda/language/hearing/words';
import { beside, wordByWord } from './word-by-word';

/** Amazon allows more, but says that beyond this many samples an intent learns nothing new. */
export const MOST_SAMPLES = 200;

export type Chosen = { readonly samples: readonly string[]; readonly dropped: number };

/** Which samples are kept whatever happens, and which sentences nobody says though they are understood. */
export type Wishes = {
  readonly always: (sample: string) => boolean;
  readonly never?: (sample: string) => boolean;
  /** What a sample becomes before it is compared with others. */
  readonly as?: (sample: string) => string;
};

/**
 * At most 200 samples of these templates, no two alike. Every template gives its fair share: one half is what is
 * likeliest said, the other taken evenly from the rest, so that no word of it is left out.
 */
export function chooseSamples(
  templates: readonly string[],
  { always, never = () => false, as = (sample) => sample }: Wishes,
): Chosen {
  const seen = new Set<string>();
  const perTemplate = templates.map((template) =>
    byLikelihood(template)
      .map(as)
      .filter((sample) => {
        const key = comparable(sample);
        if (key === '' || seen.has(key) || never(sample)) return false;
        seen.add(key);
        return true;
      }),
  );
  const must = new Set(perTemplate.flat().filter(always));
  const kept = perTemplate.map((samples) => samples.filter((sample) => must.has(sample)));
  const room = MOST_SAMPLES - kept.reduce((sum, samples) => sum + samples.length, 0);
  const shares = fairShares(
    perTemplate.map((samples, at) => samples.length - (kept[at]?.length ?? 0)),
    room,
  );
  const samples = perTemplate.flatMap((all, at) => {
    const others = all.filter((sample) => !must.has(sample));
    const share = shares[at] ?? 0;
    const likely = others.slice(0, Math.ceil(share / 2));
    const picked = new Set([
      ...(kept[at] ?? []),
      ...likely,
      ...spread(others.slice(likely.length), share - likely.length),
    ]);
    return all.filter((sample) => picked.has(sample));
  });
  return { samples, dropped: seen.size - samples.length };
}

/**
 * The samples of a template, the likeliest first: who writes one puts the usual word before the rarer ones, and what is
 * left out of what may be is said more often than not.
 */
function byLikelihood(template: string): readonly string[] {
  const isInParts = isWordwise(template) && !/[^\s([|]\{|\}[^\s)\]|]/.test(template);
  const ranked = isInParts
    ? ways(parse(template), { as: asSample, and: beside })
    : ways(parse(template), AS_WRITTEN).map(({ text, rarity }) => ({
        text: asSample(text.replace(/\s+/g, ' ')),
        rarity,
      }));
  return ranked.toSorted((a, b) => a.rarity - b.rarity).map(({ text }) => text);
}

type Way = { readonly text: string; readonly rarity: number };
/** What a part becomes, and how two of them are put together. */
type Making = { readonly as: (part: string) => string; readonly and: (head: string, tail: string) => string };

const AS_WRITTEN: Making = { as: (part) => part, and: (head, tail) => head + tail };

function ways(nodes: readonly Node[], making: Making): readonly Way[] {
  return nodes.reduce<readonly Way[]>(
    (heads, node) => {
      const own = waysOf(node, making);
      return heads.flatMap((head) =>
        own.map((way) => ({ text: making.and(head.text, way.text), rarity: head.rarity + way.rarity })),
      );
    },
    [{ text: '', rarity: 0 }],
  );
}

function waysOf(node: Node, making: Making): readonly Way[] {
  if (node.kind === 'text') return [{ text: making.as(node.text), rarity: 0 }];
  if (node.kind === 'slot') return [{ text: `{${node.name}}`, rarity: 0 }];
  const isOptional = node.branches.at(-1)?.length === 0;
  return node.branches.flatMap((branch, at) => {
    const own = branch.length === 0 ? 0 : at + (isOptional ? 1 : 0);
    return ways(branch, making).map(({ text, rarity }) => ({ text, rarity: rarity + own }));
  });
}

/** A sentence as Amazon wants it: lower case outside the slots, no signs but apostrophes, hyphens and full stops. */
export function asSample(sentence: string): string {
  if (PLAIN.test(sentence)) return sentence.trim();
  return sentence
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? part : part.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s'.-]+/gu, ' ')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As most are already: low letters and slots, one space between them. */
const PLAIN = /^(?:[a-z]+|\{[A-Za-z]+\})(?: (?:[a-z]+|\{[A-Za-z]+\}))*$/;

/** Two samples that sound alike are one. */
export function comparable(sample: string): string {
  return PLAIN.test(sample) ? sample : comparableWords(sample);
}

const comparableWords = wordByWord((word) =>
  word
    .split(/(\{[A-Za-z]+\})/)
    .flatMap((part) => (part.startsWith('{') ? [part] : tokens(part, 'join')))
    .join(' '),
);

/** Everybody gets as much as the smallest need allows, then the rest is shared among those who want more. */
function fairShares(needs: readonly number[], room: number): readonly number[] {
  const shares = needs.map(() => 0);
  let left = Math.max(room, 0);
  while (left > 0) {
    const hungry = needs.flatMap((need, at) => (need > (shares[at] ?? 0) ? [at] : []));
    if (hungry.length === 0) break;
    const each = Math.max(1, Math.floor(left / hungry.length));
    for (const at of hungry) {
      const more = Math.min(each, left, (needs[at] ?? 0) - (shares[at] ?? 0));
      shares[at] = (shares[at] ?? 0) + more;
      left -= more;
    }
  }
  return shares;
}

/** `count` of them, evenly from the first to the last. */
export function spread<T>(all: readonly T[], count: number): readonly T[] {
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T);
}
