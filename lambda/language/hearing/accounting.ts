/** Says of every word of an utterance what it is, so that none is taken for noise. */

import type { Accounted, Manner, WordKind } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import { LINES, TAKES_LINES } from '../../vocabulary/lines';
import type { Found } from './heard';
import type { Lexicon } from './lexicon';
import type { Sense, Sentence } from './slots';
import { stemOf } from './stem';
import { readPhrase, tokens } from './words';

/** An utterance, what was heard in it, and how it was written. */
export type Utterance = { readonly sentence: Sentence; readonly text: string };

export function accountFor({ sentence, text }: Utterance, found: Found, sense: Sense): Manner {
  const said = wordsOf(sentence, found, sense);
  const has = (kind: WordKind) => said.some((one) => one.kind === kind);
  return {
    said,
    left: said.filter(({ kind }) => kind === 'left').map(({ word }) => word),
    negated: found.negated ?? false,
    refuses: refusesAny(said, sentence, sense),
    wonders: found.wonders ?? false,
    corrects: has('correction') || isAfterNo(said, found),
    hedged: has('hedge') || isHalf(found) || hasDoubt(text, sense),
    asks: has('question') || text.includes('?'),
    waits: has('wait'),
    conditional: has('condition'),
    drops: found.drops ?? false,
    guessed: found.read === undefined && !ANSWERS.has(found.intent),
  };
}

/** "No, two bags": what was refused is replaced. */
function isAfterNo(said: readonly Accounted[], { read, intent, negated }: Found): boolean {
  if (!read || negated || intent === 'Yes' || intent === 'No') return false;
  return said.slice(0, read.from).some(({ kind }) => kind === 'negation');
}

/** "Nicht das Zweite" puts something right where it was said before, and refuses it all the same. */
function refusesAny(all: readonly Accounted[], { said }: Sentence, { lexicon }: Sense): boolean {
  const refuses = ({ kind }: Accounted, at: number) =>
    kind === 'negation' || (kind === 'correction' && readPhrase(lexicon.negations, said, at) !== undefined);
  return all.some((one, at) => refuses(one, at) && !(at === 0 && /[.,;:!]$/.test(one.word)));
}

/** Half an assent, whatever else its words may be: a courtesy elsewhere. */
function isHalf({ intent, score, read }: Found): boolean {
  return intent === 'Yes' && score < 1 && read === undefined;
}

function hasDoubt(text: string, { lexicon }: Sense): boolean {
  return [...lexicon.words.consent.signs.doubt].some((sign) => text.includes(sign));
}

/** Not guesses at a request. */
const ANSWERS: ReadonlySet<IntentName> = new Set(['Fallback', 'Yes', 'No']);

function wordsOf(sentence: Sentence, found: Found, sense: Sense): readonly Accounted[] {
  const { said, written } = sentence;
  const kinds = new Array<WordKind | undefined>(said.length);
  markSlots(kinds, { sentence, found, sense });
  markRead(kinds, found);
  markLabels(kinds, said, sense.lexicon);
  const isLikely = !found.read && found.intent !== 'Fallback';
  const own = isLikely ? sense.lexicon.vocabulary().get(found.intent) : undefined;
  return said.map((token, at) => {
    const word = written[at] === written[at - 1] ? token : (written[at] ?? token);
    return { word, kind: kinds[at] ?? unmarked(token, own, sense.lexicon) };
  });
}

type Marking = { readonly sentence: Sentence; readonly found: Found; readonly sense: Sense };

/** Slots stand where their words do. Within goods, what names no goods is left over. */
function markSlots(kinds: (WordKind | undefined)[], { sentence: { said }, found, sense }: Marking): void {
  const { apostrophe } = sense.lexicon.words;
  for (const [name, slot] of Object.entries(found.slots)) {
    const own = tokens(slot.said, apostrophe);
    const from = said.findIndex((_, at) => own.length > 0 && own.every((token, next) => said[at + next] === token));
    if (from < 0) continue;
    const isGoods = slot.ids.length > 0 && GOODS.has(name);
    const mentioned = TAKES_LINES.has(found.intent) ? sense.mentions.loosely : sense.mentions.inOrders;
    const isName = !isGoods || mentioned(own).length > 0;
    own.forEach((token, next) => {
      if (isName || sense.mentions.knows(token)) kinds[from + next] = 'slot';
    });
    if (isGoods) leaveOver(kinds, { from, own, sense });
  }
}

const GOODS: ReadonlySet<string> = new Set(LINES.map(({ product }) => product));

type Goods = { readonly from: number; readonly own: readonly string[]; readonly sense: Sense };

function leaveOver(kinds: (WordKind | undefined)[], { from, own, sense }: Goods): void {
  own.forEach((token, next) => {
    if (kinds[from + next] === undefined) kinds[from + next] = sense.lexicon.small.has(token) ? 'small' : 'left';
  });
}

function markRead(kinds: (WordKind | undefined)[], { read, intent }: Found): void {
  const kind = intent === 'Yes' ? 'consent' : intent === 'No' ? 'negation' : 'sentence';
  for (let at = read?.from ?? 0; at < (read?.to ?? 0); at += 1) kinds[at] ??= kind;
}

/** Courtesies, negations, hedges and the like, the longest phrase first. */
function markLabels(kinds: (WordKind | undefined)[], said: readonly string[], lexicon: Lexicon): void {
  const labels = lexicon.labels();
  for (let at = 0; at < said.length; ) {
    const label = kinds[at] === undefined ? readPhrase(labels, said, at) : undefined;
    for (let next = 0; next < (label?.length ?? 0); next += 1) kinds[at + next] ??= label?.value;
    at += label?.length ?? 1;
  }
}

function unmarked(token: string, own: ReadonlySet<string> | undefined, { small, words }: Lexicon): WordKind {
  if (own?.has(stemOf(words)(token))) return small.has(token) ? 'small' : 'sentence';
  return small.has(token) ? 'small' : 'left';
}
