/** Refuses what this skill never asked for, or cannot speak: that is the sender's mistake. */

import type { CheckedEnvelope } from './envelope-check';
import { RefusedRequest } from './refused-request';

/** Of a conversation, of what was begun with Alexa or on a screen, and of the skill's own life. */
const KNOWN = new RegExp(
  `^(${[
    ...['LaunchRequest', 'IntentRequest', 'SessionEndedRequest', 'SessionResumedRequest', 'Connections\\.Response'],
    ...['Alexa\\.Presentation\\.APL\\.(UserEvent|RuntimeError)', 'System\\.ExceptionEncountered'],
    'AlexaSkillEvent\\..+',
  ].join('|')})$`,
);

/** Throws `unknown-request` or `unknown-locale`. */
export function requireKnown({ request }: CheckedEnvelope, speaks: (locale: string) => boolean): void {
  if (!KNOWN.test(request.type)) throw new RefusedRequest('unknown-request');
  // Nobody is answered in words: who leaves is erased whatever they spoke.
  const isEvent = request.type.startsWith('AlexaSkillEvent.');
  if (!isEvent && request.locale && !speaks(request.locale)) throw new RefusedRequest('unknown-locale');
}
