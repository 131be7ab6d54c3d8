/** What a word of the yes-or-no lists is besides: a no that ends the visit, or that refuses something else than what is asked. */

import type { IntentName } from '../../vocabulary/intents';
import { askedAbout } from './by-sentences';
import type { Found, Understanding } from './heard';
import { inParts } from './in-parts';
import { SURE } from './refusals';
import type { Sentence } from './slots';

type With = {
  readonly asked: Understanding;
  readonly refusalOf: (sentence: Sentence, asked: Understanding) => Found | undefined;
};

/** undefined: it is the answer it was taken for. */
export function meantInstead(listed: Found, sentence: Sentence, given: With): Found | undefined {
  return endsInstead(listed, sentence, given.asked) ?? deedInstead(listed, sentence, given);
}

/** "Forget it" is a no that ends the visit; "great, thanks" is only a yes where one is needed. */
function endsInstead({ intent }: Found, sentence: Sentence, asked: Understanding): Found | undefined {
  const exact =
    intent === 'No' || (intent === 'Yes' && !asked.question?.commits) ? inParts(sentence, asked) : undefined;
  // "Cancel my order" is a no only where an order is being made.
  const refusing: readonly IntentName[] = askedAbout(asked).isBuying
    ? ['Stop', 'Cancel']
    : ['Stop', 'Cancel', 'CancelOrder'];
  const wanted: readonly IntentName[] = intent === 'No' ? refusing : ['Thanks'];
  if (exact?.score !== 1) return undefined;
  // "Delete everything" at the cart is what the cart can do.
  const { part, told } = askedAbout(asked);
  const isOwn = intent === 'No' && (exact.intent === part || (exact.intent === told && !asked.question?.commits));
  return wanted.includes(exact.intent) || isOwn ? exact : undefined;
}

/** What "anything else?" may be declined by. */
const MORE: ReadonlySet<IntentName> = new Set<IntentName>(['Reorder', 'CartCheckout', 'Replenish', 'Recommend', 'No']);

/** "Don't cancel it", where nothing of the kind is asked: it refuses that, and not what is asked. */
function deedInstead({ intent }: Found, sentence: Sentence, { asked, refusalOf }: With): Found | undefined {
  if (intent !== 'No' || asked.question?.commits || askedAbout(asked).isBuying) return undefined;
  const refused = refusalOf(sentence, asked);
  const isOfDeed = refused !== undefined && refused.score >= SURE && refused.read?.from !== 0;
  // "Don't empty it" declines nothing more.
  const isMore = refused && MORE.has(refused.intent) && !(refused.slots.act || refused.slots.checkout);
  return isOfDeed && !isMore ? refused : undefined;
}
