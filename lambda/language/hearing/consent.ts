/** Whether an answer to a yes-or-no question is a yes, a no or half an assent: by the language's own closed lists only. */

import { shortened } from './drawn-out';
import { forgiven } from './likeness';
import { phrasesAt } from './phrase-tree';
import { expand } from './sentences';
import { type Phrases, phrases, tokens, type Words } from './words';

type Piece = 'yes' | 'no' | 'mild' | 'wait' | 'irony' | 'besides';

export type Consent = {
  readonly pieces: Phrases<Piece>;
  /** What consents to certain questions only, by their id or the part before its dot. */
  readonly at: ReadonlyMap<string, Phrases<Piece>>;
  /** What says more than is asked where a part is asked about: "everything". */
  readonly beyond: Phrases<Piece>;
  /** What consents to certain questions, each once. */
  readonly anywhere: readonly Phrases<Piece>[];
  /** Every word of these lists. */
  readonly known: ReadonlySet<string>;
  /** The same, by their letters without repetitions. */
  readonly byShort: ReadonlyMap<string, string>;
  /** Words a slip may have been meant for. */
  readonly misspelt: readonly string[];
  /** "And": behind it there was more to come. */
  readonly joining: ReadonlySet<string>;
};

/** A longer answer says something else. */
const MOST_WORDS = 14;
/** Where one phrase is on two lists, what is least of a yes counts. */
const RANK: readonly Piece[] = ['besides', 'yes', 'mild', 'wait', 'no', 'irony'];

export function consentOf({ consent, order, apostrophe }: Words): Consent {
  const lists: Readonly<Record<Piece, readonly string[]>> = consent;
  const entries = RANK.flatMap((piece) =>
    lists[piece].flatMap(expand).map((text) => [tokens(text, apostrophe).join(' '), piece] as const),
  );
  const at = Object.entries(consent.at).flatMap(([keys, texts]) => {
    const own = new Map(texts.flatMap(expand).map((text) => [tokens(text, apostrophe).join(' '), 'yes'] as const));
    const all = phrases(own, apostrophe);
    return keys.split(' ').map((key) => [key, all] as const);
  });
  // A courtesy may also be a yes by itself ("great"); otherwise the last list has the word.
  const all = new Map(entries);
  const known = new Set([...all.keys()].flatMap((text) => text.split(' ')));
  const anywhere = [...new Set(at.map(([, own]) => own))];
  for (const own of anywhere)
    for (const [first, list] of own) addAll(known, [first, ...list.flatMap((one) => one.tokens)]);
  const yes = entries.filter(([, piece]) => piece === 'yes').flatMap(([text]) => text.split(' '));
  const byShort = new Map([...known].map((word) => [shortened(word), word] as const));
  const misspelt = [...new Set(yes)].filter((word) => forgiven(word) > 0);
  const besides = entries.filter(([text, piece]) => piece === 'besides' && all.get(text) !== piece);
  const joining = new Set([...order.and, ...order.but]);
  return {
    pieces: phrases([...all, ...besides], apostrophe),
    at: new Map(at),
    beyond: phrases(
      consent.beyond.flatMap(expand).map((text) => [text, 'besides'] as const),
      apostrophe,
    ),
    anywhere,
    known,
    byShort,
    misspelt,
    joining,
  };
}

function addAll(set: Set<string>, words: readonly string[]): void {
  for (const word of words) set.add(word);
}

type Listed = 'yes' | 'no' | 'mild' | 'wait' | 'irony';
/** `more`: a yes to more than was asked about: "yes, everything". */
export type Assent = Listed | 'more';

type Answered = {
  readonly said: readonly string[];
  /** The id of the question. */
  readonly question: string | undefined;
  /** Only a part of something is asked about. */
  readonly isOfPart?: boolean;
  /** A sign that says yes stood beside the words. */
  readonly isSigned: boolean;
  /** Whether the words from here on are the very thing asked: "yes, [two bags]"; `isAlone`: no yes leads to them. */
  readonly echoes: (from: number, isAlone: boolean) => boolean;
};

const NOT_YES = ['wait', 'no', 'mild', 'irony'] as const;

/** undefined: the words are not all of these lists. */
export function assentIn(answered: Answered, consent: Consent): Assent | undefined {
  const { said } = answered;
  if (said.length > MOST_WORDS) return undefined;
  if (said.length === 0) return answered.isSigned ? 'yes' : undefined;
  const assent = listedIn(answered, consent);
  const isMore = answered.isOfPart && saysMore(said, consent.beyond, assent === 'yes' || assent === 'mild');
  return isMore ? 'more' : assent;
}

/** In a yes anywhere; else only as the whole answer, since "that's everything" is a no. */
function saysMore(said: readonly string[], more: Phrases<Piece>, isYes: boolean): boolean {
  return said.some((_, at) => phrasesAt(more, said, at).some(({ length }) => isYes || length === said.length));
}

function listedIn(answered: Answered, consent: Consent): Listed | undefined {
  const { said } = answered;
  // What consents to this very question does so, whatever it would be to another: "cancel everything".
  const own = consent.at.get(answered.question ?? '');
  if (own && phrasesAt(own, said, 0).some(({ length }) => length === said.length)) return 'yes';
  const whole = wholeOf(said, consent);
  // "Please" is half a yes alone, and a courtesy beside a thumb.
  const isBySign = whole === 'mild' && answered.isSigned;
  if (whole !== undefined && whole !== 'yes' && whole !== 'besides' && !isBySign) return whole;
  // "Yes and …" broke off: nobody knows yet what else.
  if (isMade(answered, consent, 'yes')) return consent.joining.has(said.at(-1) ?? '') ? undefined : 'yes';
  // "Not so fast" begins like a no.
  return NOT_YES.find((piece) => isMade({ ...answered, isSigned: false }, consent, piece));
}

function wholeOf(said: readonly string[], { pieces }: Consent): Piece | undefined {
  const same = (pieces.get(said[0] ?? '') ?? []).filter(
    (phrase) => phrase.tokens.length === said.length && phrase.tokens.every((token, at) => token === said[at]),
  );
  return RANK.findLast((piece) => same.some(({ value }) => value === piece));
}

/** How far phrases lead: a place reached by courtesies alone, or with the wanted kind among them. */
const BY_COURTESY = 1;
const WITH_IT = 2;

/** Whether the answer is made of phrases of this kind and courtesies, and of nothing else. */
function isMade(answered: Answered, consent: Consent, wanted: Listed): boolean {
  const { said, echoes } = answered;
  const reached = placesReached(answered, consent, wanted);
  if (reached[said.length] === WITH_IT) return true;
  if (wanted !== 'yes') return false;
  return reached.some((state, at) => state !== 0 && at < said.length && echoes(at, state === BY_COURTESY));
}

function placesReached(
  { said, question, isSigned, isOfPart }: Answered,
  consent: Consent,
  wanted: Listed,
): readonly number[] {
  const tables = [
    consent.pieces,
    ...(wanted === 'yes' ? tablesAt(question, consent) : []),
    ...(isOfPart ? [consent.beyond] : []),
  ];
  const reached = new Array<number>(said.length + 1).fill(0);
  reached[0] = isSigned ? WITH_IT : BY_COURTESY;
  for (let at = 0; at < said.length; at += 1) {
    const state = reached[at] ?? 0;
    if (state === 0) continue;
    for (const { value, length } of tables.flatMap((table) => phrasesAt(table, said, at))) {
      if (!isAllowed(value, wanted)) continue;
      const end = at + length;
      reached[end] = Math.max(reached[end] ?? 0, value === wanted ? WITH_IT : state);
    }
  }
  return reached;
}

/** Beside a mild assent a full one may stand, not the other way round. */
function isAllowed(value: Piece, wanted: Listed): boolean {
  return value === wanted || value === 'besides' || (wanted === 'mild' && value === 'yes');
}

/** Of a question nobody named, what consents to any. */
function tablesAt(question: string | undefined, { at, anywhere }: Consent): readonly Phrases<Piece>[] {
  if (question === undefined) return anywhere;
  const [part] = question.split('.');
  return [question, part].flatMap((key) => (key === undefined ? [] : (at.get(key) ?? [])));
}
