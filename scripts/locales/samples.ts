/** Which of all the sentences a language knows go into Amazon's model, where there is room for a part of them. */

import { expand } from '../../lambda/language/hearing/sentences';
import { tokens } from '../../lambda/language/hearing/words';

/** Amazon allows more, but says that beyond this many samples an intent learns nothing new. */
export const MOST_SAMPLES = 200;

export type Chosen = { readonly samples: readonly string[]; readonly dropped: number };

/**
 * At most 200 samples of these templates, no two alike. Every template gives its fair share, taken evenly from the
 * first sentence it stands for to the last, so that none is left out; `always` are kept whatever happens.
 */
export function chooseSamples(templates: readonly string[], always: (sample: string) => boolean): Chosen {
  const seen = new Set<string>();
  const perTemplate = templates.map((template) =>
    expand(template)
      .map(asSample)
      .filter((sample) => {
        const key = comparable(sample);
        if (key === '' || seen.has(key)) return false;
        seen.add(key);
        return true;
      }),
  );
  const kept = perTemplate.map((samples) => samples.filter(always));
  const room = MOST_SAMPLES - kept.reduce((sum, samples) => sum + samples.length, 0);
  const shares = fairShares(
    perTemplate.map((samples, at) => samples.length - (kept[at]?.length ?? 0)),
    room,
  );
  const samples = perTemplate.flatMap((all, at) => {
    const others = all.filter((sample) => !always(sample));
    const picked = new Set([...(kept[at] ?? []), ...spread(others, shares[at] ?? 0)]);
    return all.filter((sample) => picked.has(sample));
  });
  return { samples, dropped: seen.size - samples.length };
}

/** A sentence as Amazon wants it: lower case outside the slots, no signs but apostrophes, hyphens and full stops. */
export function asSample(sentence: string): string {
  return sentence
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? part : part.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s'.-]+/gu, ' ')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Two samples that sound alike are one. */
export function comparable(sample: string): string {
  return sample
    .split(/(\{[A-Za-z]+\})/)
    .flatMap((part) => (part.startsWith('{') ? [part] : tokens(part, 'join')))
    .join(' ');
}

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
