/** Names of goods as people type them: misspelt, run together, pulled apart ("dogfood", "tooth paste", "cofee"). */

import { isSwapped, slips } from './likeness';
import { hasWord, type NameIndex } from './names';

/** A word as the goods spell it, and the words of the sentence it was read from. */
export type Piece = { readonly token: string; readonly from: number; readonly to: number };
export type Respell = (said: readonly string[]) => readonly Piece[];

/** Words remembered with what they were taken for. */
const REMEMBERED = 2_000;

export function respelling(names: NameIndex): Respell {
  const known = new Map<string, string>();
  const spell = (token: string): string => {
    if (hasWord(names, token) || names.noise.has(token)) return token;
    const before = known.get(token);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const found = nearest(token, names.spelled.get(token.charAt(0)) ?? []) ?? token;
    known.set(token, found);
    return found;
  };
  return (said) => piecesOf(said, names, spell);
}

function piecesOf(said: readonly string[], names: NameIndex, spell: (token: string) => string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < said.length; ) {
    const { tokens, length } = pieceAt(said, at, names) ?? { tokens: [spell(said[at] ?? '')], length: 1 };
    for (const token of tokens) pieces.push({ token, from: at, to: at + length });
    at += length;
  }
  return pieces;
}

/** What was pulled apart or run together; undefined: neither. */
function pieceAt(said: readonly string[], at: number, names: NameIndex) {
  const token = said[at] ?? '';
  const pair = token + (said[at + 1] ?? ' ');
  if (!hasWord(names, token) && names.single.has(pair)) return { tokens: [pair], length: 2 };
  const apart = names.single.has(token) ? undefined : names.joined.get(token);
  return apart && { tokens: apart, length: 1 };
}

/** Fewer than whole sentences are forgiven: a word too near to goods would buy them. */
function forgivenInNames(token: string): number {
  return token.length >= 8 ? 2 : token.length >= 5 ? 1 : 0;
}

/** The word with the fewest slips; people hardly ever miss the first letter. */
function nearest(token: string, all: readonly string[]): string | undefined {
  if (/\d/.test(token) || token.length < 4) return undefined;
  const most = forgivenInNames(token);
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of all) {
    const count =
      most === 0 ? (isSwapped(token, word) ? 1 : 9) : slips(token, word, Math.min(most, forgivenInNames(word)));
    if (count <= Math.max(most, 1) && (!best || count < best.slips)) best = { word, slips: count };
  }
  return best?.word;
}
