/** What others need to know of a question without knowing whose it is. */

import type { Shape } from '../../services/shape';
import type { IntentName } from '../../vocabulary/intents';
import type { HandOffRequest, Reply } from '../../vocabulary/outcome';
import type { Json } from '../../vocabulary/values';

/** What a question is in the course of a visit. */
export type QuestionRole =
  /** "What would you like to do?" */
  | 'opens'
  /** "Anything else?" */
  | 'closes'
  /** Something that nobody had asked about: a thank you is a no to it. */
  | 'in-passing'
  /** What was asked for in the same breath as something else, when that is settled. */
  | 'besides'
  /** "Did you mean …?" */
  | 'repairs'
  /** Whether to go on with what an earlier visit left: a no, or another matter, lets it rest. */
  | 'resumes'
  /** With what else something is paid that was declined. */
  | 'pays'
  /** Whether a person should take over. */
  | 'offers-person'
  /** Whether what people wrote should be read. */
  | 'announces'
  /** What a person should know: whatever it sounds like. */
  | 'takes-words'
  /** A code that nobody else may hear of. */
  | 'takes-secret'
  /** A telephone number, or whether it is the right one. */
  | 'takes-phone'
  /** How content the shopper is: asked once a week at most. */
  | 'rates'
  /** How well a person helped: asked once of each hand-off. */
  | 'rates-help';

export type Policy<T extends Json = Json> = {
  /** Its yes does something that cannot be taken back by saying no a moment later. */
  readonly commits: boolean;
  /** The bot asks it even while a person has the conversation: a plain yes or no is the bot's own. */
  readonly whilePerson: boolean;
  /** Of one group only the newest waits: a shopper has one purchase in the making, and one complaint. */
  readonly group: 'purchase' | 'complaint' | null;
  readonly role: QuestionRole | null;
  /** What is asked for by who wants all of it, where it is about a part: "yes, everything" is no yes to the part. */
  readonly wholeBy: IntentName | null;
  /** The goods it is about, for whoever takes the matter over. */
  readonly goods: (state: T) => HandOffRequest['lines'];
  /** The goods a yes to it is about, where those are others: what is offered in their place. */
  readonly offers: (state: T) => HandOffRequest['lines'];
  /** What its yes does, by name: said before it is put again behind words that nobody understood, which may have refused just that. */
  readonly named: (state: T) => readonly Reply[];
};

/** A question of no weight; also one of an older version that nobody asks any more. */
export const PLAIN: Policy = {
  commits: false,
  whilePerson: false,
  group: null,
  role: null,
  wholeBy: null,
  goods: () => [],
  offers: () => [],
  named: () => [],
};

/** What a question does not say of itself it is not. */
export function policyFrom<T extends Json>(said: Partial<Policy<T>>, isWhole: Shape<T>): Policy {
  const { commits, whilePerson, group, role, wholeBy, goods, offers = goods, named } = said;
  return {
    commits: commits ?? PLAIN.commits,
    whilePerson: whilePerson ?? PLAIN.whilePerson,
    group: group ?? PLAIN.group,
    role: role ?? PLAIN.role,
    wholeBy: wholeBy ?? PLAIN.wholeBy,
    goods: goods ? (state) => (isWhole(state) ? goods(state) : []) : PLAIN.goods,
    offers: offers ? (state) => (isWhole(state) ? offers(state) : []) : PLAIN.offers,
    named: named ? (state) => (isWhole(state) ? named(state) : []) : PLAIN.named,
  };
}
