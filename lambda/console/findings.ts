/** Everything the response rules and the rules of speech find in one answer. */

import type { Response } from 'ask-sdk-model';
import { brokenRules } from '../channels/alexa/rules';
import type { Sought } from '../language/speech/leaks';
import { lintSpeech } from '../language/speech/lint';
import type { Tongues } from '../language/speech/tongues';
import type { Answer } from '../vocabulary/answer';
import type { Ending } from '../vocabulary/outcome';
import type { RuleFinding } from './protocol';

export type Judged = {
  readonly answer: Answer;
  readonly response: Response;
  /** The type of the request that was answered. */
  readonly type: string;
  readonly locale: string;
  readonly tongues: Tongues;
};

export function findingsIn({ answer, response, type, ...sought }: Judged): readonly RuleFinding[] {
  const broken = brokenRules(response, type).map((one) => ({ ...one, level: 'error' as const }));
  return [...broken, ...spokenProblems(answer, sought)];
}

/** The rules of speech on what is said, as far as an answer still knows them. */
function spokenProblems({ said, question }: Answer, sought: Sought): readonly RuleFinding[] {
  if (!said) return [];
  const ending: Ending = question
    ? { kind: 'ask', question: { ...question, with: {}, state: null, ifLeft: 'drop' } }
    : { kind: 'close' };
  return lintSpeech({ ...said, wording: {} }, ending, sought);
}
