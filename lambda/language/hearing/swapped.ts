/** "Swap the dog food for cat food", "tea instead of coffee", "no I meant tea": at a purchase one thing takes another's place. */

import type { Besides, Slot, Slots } from '../../vocabulary/heard';
import { amending, changeOf, goodsOf, isNamed } from './at-purchase';
import { askedAbout } from './by-sentences';
import { withoutCourtesy } from './courtesies';
import type { Found, Understanding } from './heard';
import { orderReader } from './order-reader';
import { cut, type Sense, type Sentence, writtenIn } from './slots';
import { readPhrase } from './words';

/** undefined: it says something else, or names what is not being bought, or what nobody sells. */
export function swapped(sentence: Sentence, asked: Understanding): Found | undefined {
  const { bare } = withoutCourtesy(sentence, asked.sense.lexicon);
  const slots = putRight(bare, asked) ?? pairIn(bare, asked);
  if (!slots) return undefined;
  const { gone, come } = slots;
  // Of one thing the other takes the place at once; of several it is said which goes, and what comes then.
  if (!gone || askedAbout(asked).goods.length === 1) return changeOf(sentence, amendedBy(come, 'instead'));
  const then: Besides = {
    request: { intent: 'Reorder', slots: amendedBy(come, 'add') },
    said: writtenIn(bare),
    atOnce: true,
  };
  return { ...changeOf(sentence, amendedBy(gone, 'drop')), also: [then] };
}

type Swap = { readonly gone?: Slot; readonly come: Slot };

function amendedBy(product: Slot, id: string): Slots {
  return { product, amend: amending(id) };
}

/** Without a sign behind the no, more than a no must say that it puts right. */
function putRight({ said, written }: Sentence, { sense }: Understanding): Swap | undefined {
  const { lexicon } = sense;
  const lead = readPhrase(orderReader(lexicon.words).instead, said, 0);
  const no = readPhrase(lexicon.negations, said, 0)?.length ?? 0;
  const refused = readPhrase(lexicon.refusals(), said, 0)?.length ?? 0;
  if (!lead || no === 0 || lead.length <= Math.max(no, refused)) return undefined;
  const come = goodsIn(cut({ said, written }, lead.length, said.length), sense);
  return come && { come };
}

function pairIn(sentence: Sentence, asked: Understanding): Swap | undefined {
  const { swap, swapFor, except } = orderReader(asked.sense.lexicon.words);
  const { said } = sentence;
  const verb = readPhrase(swap, said, 0)?.length ?? 0;
  for (let at = 1; at < said.length - 1; at += 1) {
    const link = verb > 0 && at > verb ? readPhrase(swapFor, said, at)?.length : undefined;
    const instead = readPhrase(except, said, at)?.length;
    const pair = link
      ? pairOf(cut(sentence, verb, at), cut(sentence, at + link, said.length), asked)
      : instead && pairOf(cut(sentence, at + instead, said.length), cut(sentence, leadOf(sentence, asked), at), asked);
    if (pair) return pair;
  }
  return undefined;
}

function pairOf(old: Sentence, other: Sentence, asked: Understanding): Swap | undefined {
  const isThere = ({ ids }: Slot) => ids.some((id) => askedAbout(asked).goods.includes(id));
  const gone = goodsIn(old, asked.sense);
  const come = gone && isThere(gone) ? goodsIn(other, asked.sense) : undefined;
  // "Coffee apart from the dog food", of which both are there, puts nothing in the place of anything.
  return gone && come && !isThere(come) ? { gone, come } : undefined;
}

/** "Put", "order" before what is wanted. */
function leadOf({ said }: Sentence, { sense }: Understanding): number {
  const { deeds, values } = sense.lexicon;
  const changes = values.get('Amend');
  const change = changes && readPhrase(changes, said, 0);
  const isWanted = change && WANTED[change.value];
  return Math.max(readPhrase(deeds, said, 0)?.length ?? 0, isWanted ? change.length : 0);
}

/** Values of Amend before what is wanted. */
const WANTED: Readonly<Record<string, true>> = { add: true, instead: true };

/** Goods and nothing else, by a name of theirs. */
function goodsIn(words: Sentence, sense: Sense): Slot | undefined {
  const own = goodsOf(words, sense);
  return own && isNamed(own, sense) ? own : undefined;
}
