/** Text that is too long for one message, and choices that cannot be tapped. */

/** Cuts at the last end of a line, a sentence or a word before the limit. */
export function partsOf(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const window = text.slice(0, most);
  const at = [/^[\s\S]*\n/, /^[\s\S]*[.!?…]\s/, /^[\s\S]*\s/].map((end) => end.exec(window)?.[0].length ?? 0);
  const cut = at.find((length) => length > most / 2) ?? wholeLetters(window);
  return [text.slice(0, cut).trimEnd(), ...partsOf(text.slice(cut).trimStart(), most)];
}

/** Never between the halves of a character. */
function wholeLetters(window: string): number {
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}

/** What cannot be tapped can be read, and answered by its number. */
export function listed(options: readonly { readonly label: string }[]): string {
  return options.length === 0 ? '' : `\n\n${options.map(({ label }, at) => `${at + 1}. ${label}`).join('\n')}`;
}
