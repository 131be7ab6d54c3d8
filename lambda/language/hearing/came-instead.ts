/** "I got cat food instead of dog food", "I ordered tea but coffee came": of what was ordered something else came. */

import type { Slot } from '../../vocabulary/heard';
import { goodsOf, isNamed } from './at-purchase';
import { askedAbout } from './by-sentences';
import type { Found, Hear, Understanding } from './heard';
import { orderReader } from './order-reader';
import type { Stretch } from './order-reading';
import { putWords } from './put';
import { cut, type Sentence, slotOf } from './slots';
import { readPhrase } from './words';

/** Where such a thing is complained of. */
const COMPLAINT = 'DeliveryProblem';
const WRONG = 'wrong';

/** undefined: no goods came in the place of others, or nothing says that they came. */
export function cameInstead(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { isBuying, part } = askedAbout(asked);
  const swap = isBuying ? undefined : swapIn(sentence, asked);
  if (!swap || isOrder(hear(sentence))) return undefined;
  const { sense } = asked;
  const product = slotOf(sense, sentence, { slot: 'product', type: 'Product', ...swap.ordered });
  const read = { from: 0, to: sentence.said.length };
  const about: Found = { intent: COMPLAINT, slots: { product, problem: wrong() }, score: 1, rivals: [], read };
  if (part === COMPLAINT && swap.isAlone) return about;
  for (const phrase of phrasesOf(asked)) {
    const heard = hear(putWords(swap.rest, swap.came, phrase));
    if (heard?.intent === COMPLAINT && heard.score === 1 && heard.slots.problem?.ids[0] === WRONG) return about;
  }
  return undefined;
}

/** "Order tea instead of coffee". */
function isOrder(found: Found | undefined): boolean {
  return found?.intent === 'Reorder' && found.score === 1;
}

function wrong(): Slot {
  return { said: '', ids: [WRONG] };
}

/** "Something else", in all its words. */
function phrasesOf({ sense: { lexicon } }: Understanding): readonly (readonly string[])[] {
  const all = [...(lexicon.values.get('Problem')?.values() ?? [])].flat();
  return all.filter(({ value }) => value === WRONG).map(({ tokens }) => tokens);
}

type SwapHeard = {
  readonly ordered: Stretch;
  /** What else is said, and where in it the goods that came stand. */
  readonly rest: Sentence;
  readonly came: Stretch;
  /** Nothing else is said. */
  readonly isAlone: boolean;
};

function swapIn(sentence: Sentence, asked: Understanding): SwapHeard | undefined {
  const { except, but } = orderReader(asked.sense.lexicon.words);
  const { said } = sentence;
  for (let at = 0; at < said.length - 1; at += 1) {
    const link = readPhrase(except, said, at)?.length ?? 0;
    const swap = link > 0 ? aroundLink(sentence, { from: at, to: at + link }, asked) : undefined;
    if (swap) return swap;
    const turn = at > 0 ? (readPhrase(but, said, at)?.length ?? 0) : 0;
    const turned = turn > 0 ? aroundTurn(sentence, { from: at, to: at + turn }, asked) : undefined;
    if (turned) return turned;
  }
  return undefined;
}

/** "Cat food instead of dog food", "instead of dog food cat food came". */
function aroundLink(sentence: Sentence, link: Stretch, asked: Understanding): SwapHeard | undefined {
  const { said } = sentence;
  const ordered = goodsFrom(sentence, link.to, asked);
  if (!ordered) return undefined;
  const gone = { from: link.from, to: ordered.to };
  const rest = putWords(sentence, gone, []);
  const came = lastGoods(rest, link.from === 0 ? rest.said.length : link.from, asked);
  const isOther = came && isOtherThan(cut(sentence, ordered.from, ordered.to), cut(rest, came.from, came.to), asked);
  if (!came || !isOther) return undefined;
  return { ordered, rest, came, isAlone: came.from === 0 && came.to + gone.to - gone.from === said.length };
}

/** "I ordered dog food but got cat food". */
function aroundTurn(sentence: Sentence, turn: Stretch, asked: Understanding): SwapHeard | undefined {
  const ordered = lastGoods(sentence, turn.from, asked);
  const rest = cut(sentence, turn.to, sentence.said.length);
  const came = lastGoods(rest, rest.said.length, asked);
  if (!ordered || !came) return undefined;
  const isOther = isOtherThan(cut(sentence, ordered.from, ordered.to), cut(rest, came.from, came.to), asked);
  return isOther ? { ordered, rest, came, isAlone: false } : undefined;
}

/** The most words of a name. */
const LONGEST = 6;

/** The longest goods that begin here; an article before them is theirs. */
function goodsFrom(sentence: Sentence, from: number, asked: Understanding): Stretch | undefined {
  for (let to = Math.min(sentence.said.length, from + LONGEST); to > from; to -= 1)
    if (isGoods(cut(sentence, from, to), asked)) return { from, to };
  return undefined;
}

/** The last goods before this word, and the longest of them. */
function lastGoods(sentence: Sentence, before: number, asked: Understanding): Stretch | undefined {
  for (let to = before; to > 0; to -= 1)
    for (let from = Math.max(0, to - LONGEST); from < to; from += 1)
      if (isGoods(cut(sentence, from, to), asked)) return { from, to };
  return undefined;
}

function isGoods(words: Sentence, { sense }: Understanding): boolean {
  const goods = goodsOf(words, sense);
  return goods !== undefined && isNamed(goods, sense);
}

function isOtherThan(one: Sentence, other: Sentence, { sense }: Understanding): boolean {
  const [ids = [], others = []] = [goodsOf(one, sense)?.ids, goodsOf(other, sense)?.ids];
  return !ids.some((id) => others.includes(id));
}
