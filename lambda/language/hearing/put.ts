/** A sentence with words of ours before it, or in the place of some of its own. */

import type { Stretch } from './order-reading';
import type { Sentence } from './slots';

/** `own` stands where the stretch stood. */
export function put({ said, written }: Sentence, { from, to }: Stretch, own: Sentence): Sentence {
  return {
    said: [...said.slice(0, from), ...own.said, ...said.slice(to)],
    written: [...written.slice(0, from), ...own.written, ...written.slice(to)],
  };
}

/** Words of ours are written as they are said. */
export function putWords(sentence: Sentence, stretch: Stretch, words: readonly string[]): Sentence {
  return put(sentence, stretch, { said: words, written: words });
}

export function withLead(lead: readonly string[], rest: Sentence): Sentence {
  return putWords(rest, { from: 0, to: 0 }, lead);
}
