/** The steps of signing in, and what can be wrong at one; each has its words. */

/** `shop`: the shop's own page signs them in. */
export type StepKind = 'email' | 'code' | 'password' | 'shop';

export type LinkProblem = 'badEmail' | 'badCode' | 'spent' | 'locked' | 'wrong' | 'away' | 'notIn' | 'unknownHere';
