/** How shops write sizes and counts into titles, in the words of every language here: a title may be in another than is spoken. */

import { listsIn, partsIn, readLists, textsIn } from '../locales/lists';
import { GOODS_FILE } from './goods-words';
import { anyOf, SMALLER_UNITS } from './measure-patterns';

/** Signs of no language. */
const SIGNS = [...SMALLER_UNITS, 'mg', 'mm', 'cm', 'x'];
const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const TIMES = String.raw`(?:\d+(?:[.,]\d+)?\s*[x×–-]\s*)?`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

const sizeWords = partsIn({ units: listsIn, pieces: textsIn, behind: textsIn, packOf: textsIn });
type SizeWords = ReturnType<typeof sizeWords>;

/** What cannot be read is as if it were not there: the check tells of it. */
export function titleSizesIn(directory: string): RegExp {
  const lists = readLists(directory, GOODS_FILE, sizeWords);
  const all = (words: (list: SizeWords) => readonly string[]) => lists.flatMap(words).filter((word) => word !== '');
  const units = all(({ units: named, pieces }) => [...Object.values(named).flat(), ...pieces]);
  // One letter right behind a figure is mostly a part of a name: "5s".
  const behind = all(({ behind: own }) => own).filter((word) => /^\p{L}{2}/u.test(word));
  const before = anyOf(all(({ packOf }) => packOf));
  return new RegExp(
    [
      String.raw`${START}${TIMES}${NUMBER}\s?(?:${anyOf([...SIGNS, ...units, ...behind])})(?:/m²)?${END}\.?`,
      String.raw`${START}(?:${before})\.?\s\d+${END}`,
      String.raw`[x×]\s?\d+${END}`,
    ].join('|'),
    'giu',
  );
}
