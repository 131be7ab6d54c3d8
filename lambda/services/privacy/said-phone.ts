/** A telephone number that is said or written: "three three three, double five …", "+39 (333) 123-4567". */

import { fold } from './fold';
import { isNamed, numberWords } from './named-numbers';
import { COUNTRIES } from './phone-plans';
import { longestRow } from './spoken';
import { digitsKnown } from './spoken-words';

export type SaidPhone = {
  /** Digits, with the + they were written with. */
  readonly number: string;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
  /** Nothing else was said. */
  readonly isAll: boolean;
};

/** The longest one of at least so many digits that is not called an order's or the like; null: there is none. */
export function phoneIn(text: string, least: number): SaidPhone | null {
  const { folded, origin } = fold(text);
  const plain = folded.replace(TRUNK, '$1   ').replace(SIGNS, ' ');
  const row = longestRow(plain, digitsKnown(), least);
  if (!row || isNamed(folded.slice(0, row.from), numberWords(digitsKnown(), COUNTRIES))) return null;
  const [lead = ''] = /\+?[ (]*$/.exec(folded.slice(0, row.from)) ?? [];
  const plus = lead.startsWith('+') ? '+' : '';
  const from = plus ? row.from - lead.length : row.from;
  return { number: `${plus}${row.digits}`, from: origin(from), to: origin(row.to), isAll: row.isAll };
}

/** What people write between the groups of one; each one sign, so that every place stays where it was. */
const SIGNS = /[()/\u2010-\u2015\u2212]/g;
/** "+44 (0)20 …": the zero is dialled in its own country only. */
const TRUNK = /(\+\d{1,3} ?)\(0\)/g;
