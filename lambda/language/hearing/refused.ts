/** What is refused in a sentence, wherever its negation stands: before, within or behind what it refuses. */

import type { Slot } from '../../vocabulary/heard';
import { byLikeness } from './by-likeness';
import { corrected } from './corrected';
import type { Found, Hear, Understanding } from './heard';
import { inParts } from './in-parts';
import { refusalIn } from './refusals';
import { DOES, refusedInside } from './refused-inside';
import { isApart, type Sentence } from './slots';
import { takenBackIn } from './taken-back';
import { firstAlone } from './two-wishes';
import { readPhrase } from './words';

/** "Kaffee nicht bestellen": no goods are called "kaffee nicht". "No coffee": with nothing asked there is nothing it corrects. */
export function isDenied({ slots: { product, amend } }: Found, sentence: Sentence, asked: Understanding): boolean {
  const { negations, split } = asked.sense.lexicon;
  if (!product) return false;
  if (isKept(amend, sentence, asked)) return true;
  const lead = amend && !asked.question ? readPhrase(negations, sentence.said, 0) : undefined;
  if (lead && !isApart(sentence, lead)) return true;
  const own = product.ids.length > 0 ? [] : split(product.said);
  return own.some((_, at) => readPhrase(negations, own, at) !== undefined);
}

/** "Nicht den Kaffee rausnehmen": what goes is refused, where the refusal is no part of it. */
function isKept(amend: Slot | undefined, { said }: Sentence, { sense }: Understanding): boolean {
  const { refusals, split } = sense.lexicon;
  const isGoing = amend !== undefined && (amend.ids[0] === 'drop' || amend.ids[0] === 'less');
  return isGoing && split(amend.said)[0] !== said[0] && readPhrase(refusals(), said, 0)?.value.includes('') === true;
}

export function refusalOf(sentence: Sentence, asked: Understanding): Found | undefined {
  const hear = hearAlone(asked);
  const first = firstAlone(sentence, asked, hear) ?? refusedInside(sentence, asked, hear);
  return first ?? refusalIn(sentence, asked, hear, sureLikeness(asked));
}

/** "My last order, don't cancel it": what is refused is said behind it. */
export function takenBack(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  // "Non ho ordinato niente": the last word of a complaint takes nothing back.
  const whole = hear(sentence);
  if (whole?.score === 1 && isOfAll(whole, sentence) && !DOES[whole.intent] && !whole.slots.product) return undefined;
  const taken = takenBackIn(sentence, asked, hear, sureLikeness(asked));
  return taken && (refusedInside(sentence, asked, hearAlone(asked)) ?? taken);
}

/** What is refused is heard as it would be with no question open. */
export function hearAlone({ expects, options, elicits, ...asked }: Understanding) {
  const { spelling } = asked.sense.lexicon;
  return (rest: Sentence): Found | undefined =>
    inParts(rest, asked) ?? inParts(corrected(rest, spelling(), asked.sense), asked);
}

function sureLikeness(asked: Understanding) {
  return (rest: Sentence): Found | undefined => {
    const likely = byLikeness(rest, asked);
    return likely?.isSure ? likely.heard : undefined;
  };
}

function isOfAll({ read }: Found, { said }: Sentence): boolean {
  return read?.from === 0 && read.to === said.length;
}
