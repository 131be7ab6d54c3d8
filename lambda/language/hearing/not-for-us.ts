/** What is asked of another house, or said to somebody else in the room: "are the banks open", "call me later, Susan". */

import type { IntentName } from '../../vocabulary/intents';
import type { Found, Understanding } from './heard';
import { listed } from './listed';
import type { Sense, Sentence } from './slots';
import { topicalIn } from './topics';

/** What is read from a sentence of ours is for us, unless it asks when a house opens. */
export function isForOthers(sentence: Sentence, found: Found, asked: Understanding): boolean {
  const isRead = found.read !== undefined && found.score === 1;
  const isOfHours = found.intent === topicalIn(asked.intents) || found.intent === 'Fallback';
  if (isOfHours && opensElsewhere(sentence, asked.sense)) return true;
  const isLittle = !isRead && sentence.said.length <= FEW_WORDS && !found.slots.product?.ids.length;
  return isLittle && isOfPeople(found) && callsSomebody(sentence, asked.sense);
}

/** A house that is not the shop's, and that it opens or closes. */
function opensElsewhere({ said }: Sentence, { lexicon }: Sense): boolean {
  const { words } = lexicon;
  const [houses, opens] = [listed(words.others.houses, words), listed(words.others.opens, words)];
  return said.some((token) => houses.has(token)) && said.some((token) => opens.has(token));
}

/** A name below a letter is whose it is. */
const FEW_WORDS = 6;

/** What people say to each other as well. */
const OF_PEOPLE: ReadonlySet<IntentName> = new Set<IntentName>(['TalkToHuman', 'MyName', 'SendToPhone']);

function isOfPeople({ intent, maybe = [] }: Found): boolean {
  return OF_PEOPLE.has(intent) || (intent === 'Fallback' && maybe.some((one) => OF_PEOPLE.has(one.intent)));
}

/** "…, Susan", "Gerd, …": a capital, and no word of ours. */
function callsSomebody({ said, written }: Sentence, { lexicon, mentions }: Sense): boolean {
  const isName = (at: number) => {
    const token = said[at] ?? '';
    return /^\p{Lu}\p{Ll}+\W*$/u.test(written[at] ?? '') && !(lexicon.isWord(token) || mentions.knows(token));
  };
  const isParted = (at: number) => (written[at] ?? '').endsWith(',');
  return (isName(said.length - 1) && isParted(said.length - 2)) || (isName(0) && isParted(0));
}
