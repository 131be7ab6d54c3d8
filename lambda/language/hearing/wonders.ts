/** Requests that are only asked about: "should I order coffee?", "what if I cancel it?", "can I order later?" */

import type { Found, Hear, Understanding } from './heard';
import { telling } from './known-words';
import type { WonderPhrases } from './labels';
import type { Lexicon } from './lexicon';
import { withLead } from './put';
import { isRequest } from './refusals';
import { cut, type Sentence } from './slots';
import { readPhrase } from './words';

/** Our own words for it, perhaps with goods the shop does not know. */
const SURE = 0.7;

/** undefined: nothing that anybody could ask for is wondered about. */
export function wonderIn(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { lexicon } = asked.sense;
  const { leads, able, ends } = lexicon.wonders();
  const { said } = sentence;
  const end = endOf(sentence, ends);
  for (const at of beginnings(said, lexicon)) {
    const lead = readPhrase(leads, said, at) ?? (end ? readPhrase(able, said, at) : undefined);
    const rest = lead && cut(sentence, at + lead.length, said.length - end);
    const found = rest?.said.length ? behind(rest, lead?.value ?? [], { asked, hear }) : undefined;
    if (found) return { ...found, wonders: true, read: { from: at, to: said.length } };
  }
  return undefined;
}

/** "Are you sure": one word says too little of what a shop may have written about. */
const FEWEST_ABOUT = 2;

/** "How long do I have to return something": asked of what holds for everybody, of something, and of nothing of one's own. */
export function asksForRule({ said }: Sentence, { sense: { lexicon, mentions } }: Understanding): boolean {
  const { rules, own, bare } = lexicon.wonders();
  if (said.some((_, from) => readPhrase(own, said, from) !== undefined)) return false;
  const about = (words: readonly string[]) => telling(words, lexicon).filter((token) => !bare.has(token));
  return [...beginnings(said, lexicon)].some((at) => {
    const lead = readPhrase(rules, said, at);
    // "Could you give me tea": goods alone are wanted, and not asked about.
    const isOfGoods = lead === undefined || about(said.slice(at + lead.length)).every(mentions.knows);
    return !isOfGoods && about(said.slice(at)).length >= FEWEST_ABOUT;
  });
}

/** Where what is meant may begin: at the first word, and behind each word that is only said before others. */
function* beginnings(said: readonly string[], { before }: Lexicon): Generator<number> {
  for (let at = 0; at < said.length - 1; at += readPhrase(before, said, at)?.length ?? said.length) yield at;
}

/** How many of the last words only say when, or in whose place. */
function endOf({ said }: Sentence, ends: WonderPhrases['ends']): number {
  for (let from = 1; from < said.length; from += 1)
    if (readPhrase(ends, said, from)?.length === said.length - from) return said.length - from;
  return 0;
}

type With = { readonly asked: Understanding; readonly hear: Hear };

function behind(rest: Sentence, asking: readonly string[], { asked: { sense }, hear }: With): Found | undefined {
  const { split, deeds } = sense.lexicon;
  const heard = asking.flatMap((text) => {
    const one = hear(withLead(split(text), rest));
    return one && one.score >= SURE && isRequest(one) ? [one] : [];
  });
  const best = heard.find(({ score }) => score === 1) ?? heard[0];
  if (best) return best;
  const isDeed = readPhrase(deeds, rest.said, 0)?.length === rest.said.length;
  return isDeed ? { intent: 'Reorder', slots: {}, score: 1, rivals: [] } : undefined;
}
