/** What is answered while a yes-or-no question is open, where no sentence of ours is heard: by its manner. */

import type { WordKind } from '../../vocabulary/heard';
import { type Found, NOT_UNDERSTOOD, type Understanding } from './heard';
import { isApart, type Sentence } from './slots';
import { readPhrase } from './words';

/** A no with words behind it that nobody understands. */
const MOSTLY_NO = 0.7;

/** No sentence of ours: a refusal in other words, or nothing that may be taken for a yes. undefined: it may ask for something. */
export function answerByManner(sentence: Sentence, asked: Understanding): Found | undefined {
  const kinds = kindsOf(sentence, asked);
  const has = (kind: WordKind) => kinds.includes(kind);
  const { small } = asked.sense.lexicon;
  const isAll = kinds.every((kind, at) => kind !== undefined || small.has(sentence.said[at] ?? ''));
  if (has('question')) return isAll ? NOT_UNDERSTOOD : undefined;
  // "No wait" takes a moment; "no wait, size three" wants something else.
  const isMore = !isAll && beginsWithNo(sentence, asked);
  if (has('consent') || (has('wait') && !isMore)) return NOT_UNDERSTOOD;
  if (has('negation') && isAll && !has('correction')) return { ...NOT_UNDERSTOOD, intent: 'No', score: MOSTLY_NO };
  if (beginsWithNo(sentence, asked) && !isNoneOfIt(sentence, kinds, asked))
    return { ...NOT_UNDERSTOOD, intent: 'No', score: MOSTLY_NO };
  return isAll && (has('hedge') || has('condition')) ? NOT_UNDERSTOOD : undefined;
}

/** "No sugar", "niente plastica": a no that no sign sets apart is one to what follows, and what that is nobody knows. */
function isNoneOfIt(sentence: Sentence, kinds: readonly (WordKind | undefined)[], { sense }: Understanding): boolean {
  const length = kinds.findIndex((kind) => kind !== 'negation');
  const next = kinds[length];
  const token = sentence.said[length] ?? '';
  return length > 0 && next === undefined && !isApart(sentence, { length }) && !sense.lexicon.small.has(token);
}

/** "No, the other one": what it is instead is not understood, but it is a no. */
function beginsWithNo({ said }: Sentence, { sense }: Understanding): boolean {
  const first = readPhrase(sense.lexicon.leads(), said.slice(0, 1), 0)?.value;
  return first === 'negation' || readPhrase(sense.lexicon.leads(), said, 0)?.value === 'negation';
}

function kindsOf({ said }: Sentence, { sense }: Understanding): readonly (WordKind | undefined)[] {
  const kinds = new Array<WordKind | undefined>(said.length).fill(undefined);
  const labels = sense.lexicon.labels();
  for (let at = 0; at < said.length; ) {
    const label = readPhrase(labels, said, at);
    if (label) kinds.fill(label.value, at, at + label.length);
    at += label?.length ?? 1;
  }
  return kinds;
}
