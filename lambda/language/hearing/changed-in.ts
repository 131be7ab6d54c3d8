/** What is said of something asked for, or being bought, that goes, stays, is taken back, or is put in another's place. */

import { allBut } from './all-but';
import { allStays } from './all-stays';
import { cameInstead } from './came-instead';
import { changedOtherwise } from './count-and-more';
import type { Found, Hear, Understanding } from './heard';
import { oneNotOther } from './one-not-other';
import { takenBack } from './refused';
import { setRight } from './set-right';
import type { Sentence } from './slots';

/** What goes, stays, or is taken back of what was asked for or is being bought. */
export function changedIn(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  return (
    oneNotOther(sentence, asked, hear) ??
    allStays(sentence, asked, hear) ??
    allBut(sentence, asked, hear) ??
    takenBack(sentence, asked, hear) ??
    changedOtherwise(sentence, asked, hear)
  );
}

/** "The coffee, or rather the tea" is set right; "coffee instead of tea" came wrong. */
export function rightOrWrong(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  return setRight(sentence, asked, hear) ?? cameInstead(sentence, asked, hear);
}
