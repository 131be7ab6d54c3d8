/** Warns in the log when a response breaks a rule of Alexa's or of speech; the same words are judged once. */

import type { RequestEnvelope, Response } from 'ask-sdk-model';
import type { Logger } from 'pino';
import { readTongues } from '../language/speech/tongues';
import type { Answer } from '../vocabulary/answer';
import { findingsIn } from './findings';

/** Judging costs as much as finding the words, and a busy hour says the same things again and again. */
const REMEMBERED = 5_000;

/** `locales`: the languages' folder. */
export function createRuleWarnings(log: Pick<Logger, 'warn'>, locales: string) {
  const tongues = readTongues(locales);
  const judged = new Set<string>();
  return function onResponse({ request }: RequestEnvelope, answer: Answer, response: Response): void {
    const locale = 'locale' in request ? (request.locale ?? 'en-US') : 'en-US';
    const words = JSON.stringify([locale, request.type, answer.question?.id, response]);
    if (judged.has(words)) return;
    if (judged.size >= REMEMBERED) judged.clear();
    judged.add(words);
    for (const { level, ...broken } of findingsIn({ answer, response, type: request.type, locale, tongues })) {
      log.warn({ request: request.requestId, ...broken }, 'a response breaks a rule');
    }
  };
}
