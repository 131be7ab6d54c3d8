/** Goods named anywhere in a sentence, misspelt, run together or pulled apart: "rorder my dogfood and the cofee". */

import { forgiven, slips } from './likeness';
import type { Nameable } from './mentions';
import { stem } from './stem';
import { tokens, type Words } from './words';

/** Words of a sentence, `from` up to `to`, and the goods they name best, in the catalogue's order. */
export type Mention = { readonly from: number; readonly to: number; readonly ids: readonly string[] };
export type SoftMentions = (said: readonly string[]) => Mention | undefined;

type Hit = { readonly at: number; readonly length: number; readonly ids: ReadonlySet<string>; readonly weight: number };
type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

/** Words remembered with what they were taken for, misspelt ones too. */
const REMEMBERED = 2_000;

export function createSoftMentions(products: readonly Nameable[], words: Words): SoftMentions {
  const skipped = new Set([...words.noise, ...words.filler].flatMap((word) => tokens(word, words.apostrophe)));
  const vocabulary = vocabularyOf(products, words, skipped);
  const named = rememberedLookup(vocabulary);
  const weigh = (ids: ReadonlySet<string>) => Math.log(1 + products.length / Math.max(1, ids.size));
  const hitAt = (said: readonly string[], at: number): Hit | undefined => {
    const pair = vocabulary.get(`${said[at] ?? ''}${said[at + 1] ?? ' '}`);
    if (pair) return { at, length: 2, ids: pair, weight: 2 * weigh(pair) };
    const token = said[at] ?? '';
    const ids = skipped.has(token) ? undefined : named(token);
    return ids && { at, length: 1, ids, weight: weigh(ids) };
  };
  return (said) => {
    const runs = runsOf(said, hitAt, skipped);
    const best = runs.reduce<readonly Hit[]>((a, b) => (total(b) > total(a) ? b : a), []);
    const [first, last] = [best[0], best.at(-1)];
    if (!first || !last) return undefined;
    const ids = namedBest(best);
    const order = products.map(({ id }) => id).filter((id) => ids.has(id));
    return { from: first.at, to: last.at + last.length, ids: order };
  };
}

/** A shop's own words for its goods, one by one and two run together; long titles hold too much else. */
function vocabularyOf(products: readonly Nameable[], words: Words, skipped: ReadonlySet<string>): Vocabulary {
  const found = new Map<string, Set<string>>();
  const add = (key: string, id: string) => {
    const known = found.get(key);
    if (known) known.add(id);
    else found.set(key, new Set([id]));
  };
  for (const { id, name, words: known } of products) {
    for (const text of [...known, name.voiceTitle ?? '']) {
      const parts = tokens(text, words.apostrophe).filter((token) => !skipped.has(token));
      parts.forEach((part, at) => {
        add(part, id);
        add(stem(part), id);
        if (at > 0) add(`${parts[at - 1]}${part}`, id);
      });
    }
  }
  return found;
}

function rememberedLookup(vocabulary: Vocabulary): (token: string) => ReadonlySet<string> | undefined {
  const byFirst = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return (token) => {
    const right = vocabulary.get(token) ?? vocabulary.get(stem(token));
    if (right || forgiven(token) === 0 || /\d/.test(token)) return right;
    if (known.has(token)) return known.get(token);
    if (known.size >= REMEMBERED) known.clear();
    const near = nearest(token, byFirst.get(token.charAt(0)) ?? []);
    const ids = near === undefined ? undefined : vocabulary.get(near);
    known.set(token, ids);
    return ids;
  };
}

/** The word with the fewest slips; people hardly ever miss the first letter. */
function nearest(token: string, all: readonly string[]): string | undefined {
  const most = forgiven(token);
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of all) {
    if (word.length < 4) continue;
    const count = slips(token, word, most);
    if (count <= most && (!best || count < best.slips)) best = { word, slips: count };
  }
  return best?.word;
}

type HitAt = (said: readonly string[], at: number) => Hit | undefined;

/** Hits that stand side by side, with nothing but small words between them. */
function runsOf(said: readonly string[], hitAt: HitAt, skipped: ReadonlySet<string>): readonly (readonly Hit[])[] {
  const runs: Hit[][] = [[]];
  for (let at = 0; at < said.length; ) {
    const hit = hitAt(said, at);
    if (hit) runs.at(-1)?.push(hit);
    else if (!skipped.has(said[at] ?? '') && (runs.at(-1)?.length ?? 0) > 0) runs.push([]);
    at += hit?.length ?? 1;
  }
  return runs;
}

function total(run: readonly Hit[]): number {
  return run.reduce((sum, { weight }) => sum + weight, 0);
}

/** The goods that most of the run's weight speaks for; all of them where several do alike. */
function namedBest(run: readonly Hit[]): ReadonlySet<string> {
  const scores = new Map<string, number>();
  for (const { ids, weight } of run) for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + weight);
  const most = Math.max(...scores.values());
  return new Set([...scores].flatMap(([id, score]) => (score > most - 1e-9 ? [id] : [])));
}
