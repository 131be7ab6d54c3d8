/** Letters as they are compared: lower case, without marks, and those that are no letter with a mark written plainly. */

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };
const OWN = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Of text in lower case: "ł" is no "l" with a mark for Unicode, and is one for everybody who types. */
export function plainLetters(low: string): string {
  return low.replace(OWN, (letter) => LETTERS[letter] ?? letter);
}
