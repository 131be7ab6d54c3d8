/** A text that `npm run locales add` put there and nobody has translated yet: `TODO: ` and the words of the measure. */

const MARK = 'TODO:';

export function isTodo(text: unknown): boolean {
  return typeof text === 'string' && text.startsWith(MARK);
}

export function todoOf(words: string): string {
  return `${MARK} ${words}`;
}

/** The words it is to be translated from. */
export function lackingIn(todo: string): string {
  return todo.slice(MARK.length).trim();
}
