/** A conversation that was found by words opens where they stand, however far back that is. */

import { useEffect, useState } from 'preact/hooks';
import type { Detail } from '../../lambda/desk/protocol';
import type { DeskLine } from '../../lambda/desk/protocol-lines';
import type { EarlierNow } from './use-earlier';

/** The line they stand in; null: they stand in none, as a name does, or nothing was looked for. */
export function useSought(sought: string, { packet, handOff }: Detail, earlier: EarlierNow): string | null {
  const [line, setLine] = useState<string | null>(null);
  useEffect(() => {
    const known = wordsIn([packet?.shopper.name ?? '', handOff.reference, handOff.topic ?? ''].join(' '));
    const left = wordsIn(sought).filter((word) => !known.some((one) => one.startsWith(word)));
    setLine(null);
    if (left.length === 0) return;
    let isOver = false;
    void earlier.find((one) => holds(one, left)).then((found) => !isOver && setLine(found?.id ?? null));
    return () => {
      isOver = true;
    };
  }, [sought]);
  return line;
}

/** As the search of the queue finds them: by how words begin. */
function holds({ text }: DeskLine, sought: readonly string[]): boolean {
  const words = wordsIn(text);
  return sought.every((one) => words.some((word) => word.startsWith(one)));
}

function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
