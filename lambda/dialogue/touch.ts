/** What was touched: an answer to the very asking it was drawn for, and to nothing that was asked since. */

import type { AnswerGiven, Scene } from '../intents/kit/define';
import { askingOf } from '../intents/kit/questions';
import { nothingAsked } from '../intents/parts/welcome';
import type { Heard } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Question } from '../vocabulary/outcome';
import type { Reaction } from './reaction';
import { answered, askedAgain } from './serve';

type Choice = Extract<Heard, { readonly kind: 'choice' }>;

/** null: it answers nothing that is asked. */
export async function touched(choice: Choice, open: OpenQuestion | null, scene: Scene): Promise<Reaction | null> {
  if (choice.asking === undefined || choice.asking === askingOf(open)) {
    return answered(answerOf(choice, open?.question ?? null), open, scene);
  }
  if (!open) return { acted: nothingAsked(), fate: 'left' };
  // An older screen: what is asked now is said, before anything is answered to it.
  const again = await askedAgain(open, 'elsewhere', scene);
  return again && { acted: again, fate: 'kept' };
}

function answerOf({ option, asking }: Choice, question: Question | null): AnswerGiven {
  const isButton = asking !== undefined && question?.options === undefined;
  return isButton && (option === 'yes' || option === 'no') ? { kind: option } : { kind: 'option', option };
}
