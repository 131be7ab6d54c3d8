/** "Remove the coffee and add tea", "two more and tea", "three, no tea": two changes of what is being bought, in one breath. */

import type { Besides, Slot, Slots } from '../../vocabulary/heard';
import { amending, changeOf, goodsOf, isNamed } from './at-purchase';
import type { Found, Hear, Understanding } from './heard';
import { noneOf } from './none-of';
import { orderReader } from './order-reader';
import { withLead } from './put';
import { asking } from './refusals';
import { cut, isApart, type Sense, type Sentence, writtenIn } from './slots';
import { splits } from './two-wishes';
import { readPhrase } from './words';

/** undefined: it is one change, or one of them is not understood. They are made one after the other. */
export function twoChanges(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  // "Two more and dog food" is not two more of that.
  const isOne = isWhole(hear(sentence), sentence) && !saysMore(sentence, asked.sense);
  for (const { first, second } of splits(sentence, asked.sense)) {
    const one = noneOf(first, asked)?.slots ?? changeIn(hear(first), asked.sense);
    if (!one) continue;
    const gone = refusedIn(second, asked.sense);
    const next = gone ?? (isOne ? undefined : wantedIn(second, asked.sense, hear));
    if (!next) continue;
    const alone = gone
      ? undefined
      : (countedOf(one, next, beginsWithNo(second, asked.sense)) ?? rightAlone(next, second, asked.sense));
    if (alone) return changeOf(sentence, alone);
    // What shall not be in it goes first: the number is of what is left.
    const [slots, behind] = gone ? [gone, atOnce(one, first)] : [one, atOnce(next, second)];
    return { ...changeOf(sentence, slots), also: [behind] };
  }
  return keptAndWanted(sentence, { asked, hear });
}

/** "One more, no, two less": what is put right counts alone. */
function rightAlone(next: Slots, second: Sentence, { lexicon }: Sense): Slots | undefined {
  return readPhrase(orderReader(lexicon.words).instead, second.said, 0) ? next : undefined;
}

/** "Add tea and make it three": so much of that, and the total says so. */
function countedOf(one: Slots, next: Slots, isCorrected: boolean): Slots | undefined {
  const { quantity, unit, ...others } = next;
  const isAdded = one.amend?.ids[0] === 'add' && one.product && !one.quantity;
  const isCount = quantity && Object.keys(others).every((name) => name === 'amend') && !saysOn(others);
  if (!isAdded || !isCount || isCorrected) return undefined;
  return { ...one, quantity, ...(unit ? { unit } : {}) };
}

function beginsWithNo({ said }: Sentence, { lexicon }: Sense): boolean {
  return readPhrase(lexicon.negations, said, 0) !== undefined;
}

/** "Two more" counts on from what is there. */
function saysOn({ amend }: Slots): boolean {
  return amend !== undefined && amend.ids[0] !== 'instead';
}

/** "And toilet paper", "also two of tea": it comes to what is being bought. Asked, it is another matter. */
export function andMore(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { said, written } = sentence;
  const and = readPhrase(orderReader(asked.sense.lexicon.words).and, said, 0)?.length ?? 0;
  if (and === 0 || and === said.length || written.at(-1)?.includes('?')) return undefined;
  const slots = wantedIn(cut(sentence, and, said.length), asked.sense, hear);
  return slots && changeOf(sentence, slots);
}

type At = { readonly asked: Understanding; readonly hear: Hear };

/** "Don't remove the coffee and add tea": that something shall go is refused, and something is to come. */
function keptAndWanted(sentence: Sentence, { asked, hear }: At): Found | undefined {
  const { sense } = asked;
  const not = readPhrase(sense.lexicon.refusals(), sentence.said, 0);
  if (!not) return undefined;
  for (const { first, second } of [...splits(sentence, sense), ...splits(sentence, sense, 'but')]) {
    const rest = cut(first, not.length, first.said.length);
    const isGoing = asIfWanted(rest, not.value, sense).some((form) => takesAway(changeIn(hear(form), sense)));
    const slots = isGoing ? wantedIn(second, sense, hear) : undefined;
    if (slots && !takesAway(slots)) return changeOf(sentence, slots);
  }
  return undefined;
}

/** What is refused, as it is said where it is asked for. */
function asIfWanted(rest: Sentence, leads: readonly string[], { lexicon }: Sense): readonly Sentence[] {
  const led = leads.map((lead) => lexicon.split(lead)).filter((lead) => lead.length > 0);
  return [rest, ...asking(rest, lexicon), ...led.map((lead) => withLead(lead, rest))];
}

function takesAway(slots: Slots | undefined): boolean {
  return TAKES[slots?.amend?.ids[0] ?? ''] === true;
}

/** Values of Amend that take something away. */
const TAKES: Readonly<Record<string, true>> = { drop: true, except: true, less: true };

function isWhole(found: Found | undefined, { said }: Sentence): boolean {
  return found?.score === 1 && !found.slots.left && found.read?.from === 0 && found.read.to === said.length;
}

/** Counts on from what is there. */
export function saysMore({ said }: Sentence, { lexicon }: Sense): boolean {
  const changes = lexicon.values.get('Amend');
  return changes !== undefined && said.some((_, at) => MORE.has(readPhrase(changes, said, at)?.value ?? ''));
}

const MORE: ReadonlySet<string> = new Set(['more', 'less']);

function atOnce(slots: Slots, words: Sentence): Besides {
  return { request: { intent: 'Reorder', slots }, said: writtenIn(words), atOnce: true };
}

/** Goods that are named are known. */
function changeIn(found: Found | undefined, sense: Sense): Slots | undefined {
  if (found?.intent !== 'Reorder' || found.score !== 1 || found.slots.left || found.negated) return undefined;
  const { amend, change, quantity, product } = found.slots;
  const isChange = amend !== undefined || change !== undefined || (quantity !== undefined && !product);
  return isChange && (!product || isKnown(product, sense)) ? found.slots : undefined;
}

/** A change, or goods that come to what is there. */
function wantedIn(words: Sentence, sense: Sense, hear: Hear): Slots | undefined {
  const found = hear(words);
  const change = changeIn(found, sense);
  if (change) return change;
  const product = goodsIn(words, sense);
  if (product) return { product, amend: amending('add') };
  const isOrder = found?.intent === 'Reorder' && found.score === 1 && !found.slots.left && !found.negated;
  const isNamed = isOrder && found.slots.product !== undefined && isKnown(found.slots.product, sense);
  return isNamed ? { ...found.slots, amend: amending('add') } : undefined;
}

/** "No tea" behind a change says what shall not be in it. */
function refusedIn(words: Sentence, sense: Sense): Slots | undefined {
  const no = readPhrase(sense.lexicon.negations, words.said, 0);
  if (!no || isApart(words, no)) return undefined;
  const product = goodsIn(cut(words, no.length, words.said.length), sense);
  return product && { product, amend: amending('drop') };
}

/** Goods and nothing else, by a name of theirs. */
function goodsIn(words: Sentence, sense: Sense): Slot | undefined {
  const own = goodsOf(words, sense);
  return own && isKnown(own, sense) ? own : undefined;
}

function isKnown(own: Slot, sense: Sense): boolean {
  return own.refers === true || isNamed(own, sense);
}
