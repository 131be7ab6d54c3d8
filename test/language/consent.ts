/** What a yes must be like to buy something, told apart from the house that obeys it: nothing beside it that takes it back. */

import type { Manner, Request } from '../../lambda/vocabulary/heard';

export function isConsent({ intent, manner }: Pick<Request, 'intent'> & { readonly manner: Manner }): boolean {
  const { left, negated, corrects, hedged, asks, waits, conditional, guessed } = manner;
  const isPlain = left.length === 0 && !(negated || corrects || hedged || asks || waits || conditional || guessed);
  return intent === 'Yes' && isPlain;
}
