/** Names of goods as people type them: misspelt, run together, pulled apart ("dogfood", "tooth paste", "cofee"). */

import { isSwapped, slips } from './likeness';
import { apartIn, bare, isSingle, type Names, remembered } from './names';
import { forgivenInNames, restsOf } from './slip-keys';

/** A word as the goods spell it, and the words of the sentence it was read from. */
export type Piece = { readonly token: string; readonly from: number; readonly to: number };
export type Respell = (said: readonly string[]) => readonly Piece[];

/** `isRight`: what other shops call goods, for one, is no slip of a name of these. */
export function respelling(names: Names, isRight: (token: string) => boolean): Respell {
  const spelling = (most: number) => {
    const nearestTo = remembered((token) => (isRight(token) ? token : (nearest(token, most, names) ?? token)));
    return (token: string) => (names.hasWord(token) || names.noise.has(token) ? token : nearestTo(token));
  };
  const [besides, alone] = [spelling(2), spelling(1)];
  // A word that has another one beside it is surer to be the name it looks like.
  return (said) => piecesOf(said, names, bare(names, said).length > 1 ? besides : alone);
}

function piecesOf(said: readonly string[], names: Names, spell: (token: string) => string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < said.length; ) {
    const { tokens, length } = pieceAt(said, at, names) ?? { tokens: [spell(said[at] ?? '')], length: 1 };
    for (const token of tokens) pieces.push({ token, from: at, to: at + length });
    at += length;
  }
  return pieces;
}

/** What was pulled apart or run together; undefined: neither. */
function pieceAt(said: readonly string[], at: number, names: Names) {
  const token = said[at] ?? '';
  const pair = token + (said[at + 1] ?? ' ');
  if (!names.hasWord(token) && isSingle(names, pair)) return { tokens: [pair], length: 2 };
  const apart = isSingle(names, token) ? undefined : apartIn(names, token);
  return apart && { tokens: apart, length: 1 };
}

const TOO_MANY = Number.POSITIVE_INFINITY;

type Near = { readonly word: string; readonly slips: number };

/** The word with the fewest slips; where none is near, without the endings of number and gender: "laddders", "mutaedi". */
function nearest(token: string, allowed: number, names: Names): string | undefined {
  const most = Math.min(allowed, forgivenInNames(token));
  const asItIs = (word: string) => (most === 0 ? swapped(token, word) : missed(token, word, most));
  return (
    fewest(names.tables.slipped(restsOf(token)), asItIs, Math.max(most, 1)) ??
    nearestWithoutEnding(token, allowed, names)
  );
}

function nearestWithoutEnding(token: string, allowed: number, { tables, stem, added }: Names): string | undefined {
  const ways = [
    { form: added(token), of: (word: string) => word },
    { form: stem(token), of: stem },
  ];
  for (const { form, of } of ways) {
    const most = Math.min(allowed, forgivenInNames(form));
    const words = most > 0 && form !== token ? tables.slipped(restsOf(form)) : [];
    const found = fewest(words, (word) => missed(form, of(word), most), most);
    if (found) return found;
  }
  return undefined;
}

function swapped(token: string, word: string): number {
  return isSwapped(token, word) ? 1 : TOO_MANY;
}

function missed(token: string, word: string, most: number): number {
  return slips(token, word, Math.min(most, forgivenInNames(word)));
}

/** The first of those with the fewest. */
function fewest(words: readonly string[], count: (word: string) => number, most: number): string | undefined {
  let best: Near | undefined;
  for (const word of words) {
    const slips = count(word);
    if (slips <= most && (!best || slips < best.slips)) best = { word, slips };
  }
  return best?.word;
}
