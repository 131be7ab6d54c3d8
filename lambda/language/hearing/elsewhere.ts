/** What no shop is asked for, where goods would be named: "cancel my gym membership", "when does the plumber come". */

import type { Slots } from '../../vocabulary/heard';
import { listed } from './listed';
import type { Sense } from './slots';

/** Something kept or done elsewhere, and no goods with it: "gym bag" may be sold by anybody. */
export function isElsewhere({ product }: Slots, { lexicon, mentions }: Sense): boolean {
  if (!product || product.ids.length > 0) return false;
  const { elsewhere, people } = lexicon.words.others;
  const [away, persons] = [listed(elsewhere, lexicon.words), listed(people, lexicon.words)];
  const named = lexicon.split(product.said).filter((token) => !lexicon.small.has(token));
  const areGoods = (token: string) => mentions.knows(token) || lexicon.goodsWords().has(token);
  const many = named.filter((token) => away.has(token)).length;
  // "A good vacuum for a small apartment": most of it is something else.
  return (
    many * 2 >= named.length &&
    many > 0 &&
    named.every((token) => away.has(token) || persons.has(token) || !areGoods(token))
  );
}
