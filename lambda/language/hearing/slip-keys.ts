/** What is left of a word when letters are missed: two words that are a slip or two apart have such a rest in common. */

/** Only the beginning is looked at: what is behind it is compared letter by letter afterwards. */
const BEGINNING = 7;
/** Shorter words are something else too soon. */
const SHORTEST = 4;

/** How many slips are forgiven. Fewer than in whole sentences: a word too near to goods would buy them. */
export function forgivenInNames(token: string): number {
  return token.length >= 8 ? 2 : token.length >= 5 ? 1 : 0;
}

/** Empty: it is too short, or has a digit. People hardly ever miss the first letter. */
export function restsOf(token: string): readonly string[] {
  if (token.length < SHORTEST || /\d/.test(token)) return [];
  const rests = new Set([token.slice(0, BEGINNING)]);
  // Of a short word two letters may be swapped, which one left out of each shows.
  for (let left = Math.max(forgivenInNames(token), 1); left > 0; left -= 1) {
    for (const rest of [...rests]) {
      for (let at = 1; at < rest.length; at += 1) rests.add(rest.slice(0, at) + rest.slice(at + 1));
    }
  }
  return [...rests];
}
