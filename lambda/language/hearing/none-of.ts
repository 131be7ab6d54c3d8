/** "No tea", "kein Hundefutter", "no more coffee": of what is being bought something is not wanted, or no more of it. */

import { amending, changeOf, goodsOf, isNamed } from './at-purchase';
import { askedAbout } from './by-sentences';
import { withoutCourtesy } from './courtesies';
import type { Found, Understanding } from './heard';
import type { Lexicon } from './lexicon';
import { cut, isApart, type Sense, type Sentence } from './slots';
import { readPhrase } from './words';

/** undefined: it says something else, or of other goods. With a sign behind it, "no, tea", it is a correction. */
export function noneOf(sentence: Sentence, asked: Understanding): Found | undefined {
  const about = askedAbout(asked);
  const { sense } = asked;
  const bare = withoutCourtesies(sentence, sense);
  const not = notAt(bare, sense);
  if (not === 0 || isApart(bare, { length: not })) return undefined;
  const { isMore, words } = withoutMore(bare, not, sense);
  const product = goodsOf(words, sense);
  if (!product) return undefined;
  // Of one thing that is being bought, "no tea" may put it right: tea it is.
  const isOfThese = product.ids.some((id) => about.goods.includes(id)) || (about.goods.length > 1 && !isMore);
  if (!isNamed(product, sense) || !isOfThese) return undefined;
  const found = changeOf(sentence, { product, amend: amending(isMore ? 'more' : 'drop') });
  return isMore ? { ...found, negated: true } : found;
}

/** "Remove everything", "alles raus": of what is being bought nothing is wanted. Neither a cart that waits nor anybody's data is meant. */
export function allOut(sentence: Sentence, asked: Understanding): Found | undefined {
  const { lexicon } = asked.sense;
  const ends = lexicon.values.get('Checkout');
  if (!ends) return undefined;
  const { said } = withoutCourtesies(sentence, asked.sense);
  const all = readPhrase(ends, said, 0);
  if (all?.value !== 'empty' || all.length !== said.length) return undefined;
  return { ...changeOf(sentence, {}), intent: 'No' };
}

/** "Nie usuwaj", and nothing else: that anything goes is refused. */
export function keptAlone(sentence: Sentence, asked: Understanding): Found | undefined {
  const { lexicon } = asked.sense;
  if (!askedAbout(asked).isBuying) return undefined;
  const { said } = withoutCourtesies(sentence, asked.sense);
  const refusal = readPhrase(lexicon.refusals(), said, 0);
  const isAlone = refusal?.length === said.length && refusal.value.some((lead) => saysOtherThanOrder(lead, lexicon));
  if (!isAlone) return undefined;
  return { ...changeOf(sentence, { amend: amending('drop') }), negated: true };
}

/** How many words refuse what follows; 0: none do, or "nie usuwaj", which refuses that it goes. */
function notAt({ said }: Sentence, { lexicon }: Sense): number {
  const refusal = readPhrase(lexicon.refusals(), said, 0);
  const length = readPhrase(lexicon.negations, said, 0)?.length ?? 0;
  if (!refusal || refusal.length < length) return length;
  return refusal.value.some((lead) => saysOtherThanOrder(lead, lexicon)) ? 0 : refusal.length;
}

/** What is refused has words of its own for it, and not those for ordering. */
function saysOtherThanOrder(lead: string, { words, values, split, deeds }: Lexicon): boolean {
  const own = split(lead);
  const changes = values.get('Amend');
  if (own.length === 0 || readPhrase(deeds, own, 0)) return false;
  const wishes = words.order.wishes.flatMap((wish) => split(wish));
  return changes !== undefined && readPhrase(changes, own, 0) !== undefined && !wishes.includes(own[0] ?? '');
}

function withoutCourtesies(sentence: Sentence, sense: Sense): Sentence {
  const { bare } = withoutCourtesy(sentence, sense.lexicon);
  return bare.said.length === sentence.said.length || bare.said.length === 0
    ? sentence
    : withoutCourtesies(bare, sense);
}

/** "More" in the refusal, before the goods or behind them. */
function withoutMore(sentence: Sentence, not: number, { lexicon }: Sense) {
  const { said } = sentence;
  const changes = lexicon.values.get('Amend');
  const isMoreAt = (at: number) => changes !== undefined && readPhrase(changes, said, at)?.value === 'more';
  const [from, to] = [isMoreAt(not) ? not + 1 : not, isMoreAt(said.length - 1) ? said.length - 1 : said.length];
  const isMore = from > not || to < said.length || said.slice(0, not).some((_, at) => isMoreAt(at));
  return { isMore, words: cut(sentence, from, to) };
}
