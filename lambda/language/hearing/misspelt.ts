/** Names of goods as people type them: misspelt, run together, pulled apart ("dogfood", "tooth paste", "cofee"). */

import { isSwapped, slips } from './likeness';
import { apartIn, bare, isSingle, type Names, remembered } from './names';
import { forgivenInNames, restsOf } from './slip-keys';

/** A word as the goods spell it, and the words of the sentence it was read from. */
export type Piece = { readonly token: string; readonly from: number; readonly to: number };
export type Respell = (said: readonly string[]) => readonly Piece[];

/** `goodsWords`: what other shops call goods is no slip of a name of these. */
export function respelling(names: Names, goodsWords: () => ReadonlySet<string>): Respell {
  const spelling = (most: number) => {
    const nearestTo = remembered((token) => (goodsWords().has(token) ? token : (nearest(token, most, names) ?? token)));
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

/** The word with the fewest slips. */
function nearest(token: string, allowed: number, { tables }: Names): string | undefined {
  const rests = restsOf(token);
  if (rests.length === 0) return undefined;
  const most = Math.min(allowed, forgivenInNames(token));
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of tables.slipped(rests)) {
    const count =
      most === 0 ? (isSwapped(token, word) ? 1 : 9) : slips(token, word, Math.min(most, forgivenInNames(word)));
    if (count <= Math.max(most, 1) && (!best || count < best.slips)) best = { word, slips: count };
  }
  return best?.word;
}
