/** "Don't remove everything except the tea", "nie usuwaj wszystkiego": nothing goes, whatever would be named in it. */

import { allBut } from './all-but';
import { amending, changeOf } from './at-purchase';
import { askedAbout } from './by-sentences';
import type { Found, Hear, Understanding } from './heard';
import { asking } from './refusals';
import { wantedForms } from './refused-inside';
import type { Sentence } from './slots';
import { readPhrase } from './words';

/** A negation further in belongs to something else. */
const LATEST = 6;

/** undefined: not all would go without the negation. */
export function allStays(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  const { lexicon } = asked.sense;
  for (let at = 0; at < Math.min(LATEST, sentence.said.length); at += 1) {
    const forms = wantedForms(sentence, at, asked).flatMap((form) => [form, ...asking(form, lexicon)]);
    if (forms.some((form) => isAllGone(form, asked, hear))) return { ...nothingGone(sentence, asked), negated: true };
  }
  return undefined;
}

function isAllGone(form: Sentence, asked: Understanding, hear: Hear): boolean {
  const ends = asked.sense.lexicon.values.get('Checkout');
  const all = ends && readPhrase(ends, form.said, 0);
  return (all?.value === 'empty' && all.length === form.said.length) || allBut(form, asked, hear) !== undefined;
}

/** Of what is being bought, else of the cart. */
function nothingGone(sentence: Sentence, asked: Understanding): Found {
  if (askedAbout(asked).isBuying) return changeOf(sentence, { amend: amending('drop') });
  return { ...changeOf(sentence, { act: amending('empty') }), intent: 'CartCheckout' };
}
