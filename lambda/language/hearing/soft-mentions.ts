/** Goods named anywhere in a sentence, misspelt, run together or pulled apart: "rorder my dogfood and the cofee". */

import { forgiven, slips } from './likeness';
import type { Nameable } from './nameable';
import { stem } from './stem';
import { tokens, type Words } from './words';

/** Words of a sentence, `from` up to `to`, as they are spelled, and the goods they name best, in the catalogue's order. */
export type Mention = {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly ids: readonly string[];
};
export type SoftMentions = (said: readonly string[]) => Mention | undefined;

type Named = { readonly word: string; readonly ids: ReadonlySet<string> };
type Hit = Named & { readonly at: number; readonly length: number; readonly weight: number };
type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

/** Marks what is no word but the stem of one: nothing is near to it. */
const STEM = '*';
/** Words remembered with what they were taken for, misspelt ones too. */
const REMEMBERED = 2_000;

export function createSoftMentions(products: readonly Nameable[], words: Words): SoftMentions {
  const skipped = new Set([...words.noise, ...words.filler].flatMap((word) => tokens(word, words.apostrophe)));
  const vocabulary = vocabularyOf(products, words, skipped);
  const named = rememberedLookup(vocabulary);
  const weigh = (ids: ReadonlySet<string>) => Math.log(1 + products.length / Math.max(1, ids.size));
  const hitAt = (said: readonly string[], at: number): Hit | undefined => {
    const token = said[at] ?? '';
    const joined = `${token}${said[at + 1] ?? ' '}`;
    const pair = vocabulary.get(joined);
    if (pair) return { at, length: 2, word: `${token} ${said[at + 1]}`, ids: pair, weight: 2 * weigh(pair) };
    const found = skipped.has(token) ? undefined : named(token);
    return found && { at, length: 1, ...found, weight: weigh(found.ids) };
  };
  return (said) => {
    const runs = runsOf(said, hitAt, skipped);
    const best = runs.reduce<readonly Hit[]>((a, b) => (total(b) > total(a) ? b : a), []);
    const [first, last] = [best[0], best.at(-1)];
    if (!first || !last) return undefined;
    const ids = namedBest(best);
    const order = products.map(({ id }) => id).filter((id) => ids.has(id));
    const words = best.flatMap(({ word }) => word.split(' '));
    return { from: first.at, to: last.at + last.length, words, ids: order };
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
        add(`${STEM}${stem(part)}`, id);
        if (at > 0) add(`${parts[at - 1]}${part}`, id);
      });
    }
  }
  return found;
}

function rememberedLookup(vocabulary: Vocabulary): (token: string) => Named | undefined {
  const byFirst = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const known = new Map<string, Named | undefined>();
  return (token) => {
    const right = vocabulary.get(token) ?? vocabulary.get(`${STEM}${stem(token)}`);
    if (right) return { word: token, ids: right };
    if (forgiven(token) === 0 || /\d/.test(token)) return undefined;
    if (known.has(token)) return known.get(token);
    if (known.size >= REMEMBERED) known.clear();
    const near = nearest(token, byFirst.get(token.charAt(0)) ?? []);
    const ids = near === undefined ? undefined : vocabulary.get(near);
    const found = near === undefined || !ids ? undefined : { word: near, ids };
    known.set(token, found);
    return found;
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
