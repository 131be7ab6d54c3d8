/** Names of goods as people type them: misspelt, run together, pulled apart ("dogfood", "tooth paste", "cofee"). */

import { isSwapped, slips } from './likeness';
import { apartIn, hasWord, isSingle, type Names, remembered } from './names';
import { forgivenInNames, restsOf } from './slip-keys';

/** A word as the goods spell it, and the words of the sentence it was read from. */
export type Piece = { readonly token: string; readonly from: number; readonly to: number };
export type Respell = (said: readonly string[]) => readonly Piece[];

export function respelling(names: Names): Respell {
  const nearestTo = remembered((token) => nearest(token, names) ?? token);
  const spell = (token: string) => (hasWord(names, token) || names.noise.has(token) ? token : nearestTo(token));
  return (said) => piecesOf(said, names, spell);
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
  if (!hasWord(names, token) && isSingle(names, pair)) return { tokens: [pair], length: 2 };
  const apart = isSingle(names, token) ? undefined : apartIn(names, token);
  return apart && { tokens: apart, length: 1 };
}

/** The word with the fewest slips. */
function nearest(token: string, { tables }: Names): string | undefined {
  const rests = restsOf(token);
  if (rests.length === 0) return undefined;
  const most = forgivenInNames(token);
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of tables.slipped(rests)) {
    const count =
      most === 0 ? (isSwapped(token, word) ? 1 : 9) : slips(token, word, Math.min(most, forgivenInNames(word)));
    if (count <= Math.max(most, 1) && (!best || count < best.slips)) best = { word, slips: count };
  }
  return best?.word;
}
