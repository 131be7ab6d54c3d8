/** Looks at a PO file line by line: what is damaged is told, where the library for it would read on and guess. */

const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const WORD = new RegExp(`^(msgctxt|msgid|msgstr)\\s+${QUOTED}\\s*$`);
const MORE = new RegExp(`^${QUOTED}\\s*$`);
const PLURAL = /^msg(?:id_plural|str\[)/;

/** Which words may stand before a word; '' is the beginning of the file. */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  msgctxt: ['', 'msgstr'],
  msgid: ['', 'msgstr', 'msgctxt'],
  msgstr: ['msgid'],
};

/** Throws, with its line, what is no PO. */
export function requireWholePo(text: string): void {
  let before = '';
  for (const [at, whole] of text.split('\n').entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) continue;
    const word = WORD.exec(line)?.[1];
    const problem = word === undefined ? wrongWithin(line, before) : wrongOrder(word, before);
    if (problem !== undefined) throw new Error(`line ${at + 1}: ${problem}`);
    before = word ?? before;
  }
  if (before !== 'msgstr') throw new Error(before === '' ? 'it has no texts' : 'it ends in the middle of a text');
}

/** A line that begins with no word goes on with the text of the one before. */
function wrongWithin(line: string, before: string): string | undefined {
  if (PLURAL.test(line)) return 'plural forms are entries of their own here; export the texts anew';
  return MORE.test(line) && before !== '' ? undefined : `this is no PO, or lacks a quote: ${line.slice(0, 40)}`;
}

function wrongOrder(word: string, before: string): string | undefined {
  if (BEHIND[word]?.includes(before)) return undefined;
  return `${word} stands behind ${before === '' ? 'nothing' : before}`;
}
