/** From an answer to an Alexa response. */

import type { Directive, Response, ui } from 'ask-sdk-model';
import type { Answer } from '../../vocabulary/answer';
import type { Question } from '../../vocabulary/outcome';
import { type LinkOf, startConnection } from './connections';
import { SCOPES } from './permissions';
import { draw } from './screens/draw';
import { hearing } from './spoken-values';

/** `linkOf` is needed where an answer pushes a link. An answer that was made for a screen shows one. */
export function write(answer: Answer, linkOf?: LinkOf): Response {
  if (answer.said === null) return { shouldEndSession: true };
  const { speech, card, yields } = answer.said;
  return {
    ...(speech.plain === '' ? {} : { outputSpeech: { type: 'SSML', ssml: speech.ssml } }),
    ...(card ? { card: writeCard(card) } : {}),
    ...(yields ? { directives: [startConnection(yields, linkOf)] } : ending(answer)),
  };
}

/**
 * A yield has none of this: Alexa suspends the session and resumes it. Her documentation's responses with
 * `Connections.StartConnection` leave `shouldEndSession` out, and her sample "Task Buddy" clears it explicitly.
 */
function ending({ said, question, hears }: Answer): Pick<Response, 'reprompt' | 'directives' | 'shouldEndSession'> {
  const reprompt = said?.reprompt;
  const elicited = question && elicit(question);
  const drawn = said?.screen && draw(said.screen, question?.asking ?? '');
  const told = hears && hearing(hears);
  const directives = [elicited, drawn, told].filter((one) => one !== null && one !== undefined);
  return {
    ...(reprompt ? { reprompt: { outputSpeech: { type: 'SSML', ssml: reprompt.ssml } } } : {}),
    ...(directives.length > 0 ? { directives } : {}),
    // Left out, a screen would stay half open: without a yield it is always said.
    shouldEndSession: question === null,
  };
}

function writeCard(card: NonNullable<NonNullable<Answer['said']>['card']>): ui.Card {
  switch (card.kind) {
    case 'link-account':
      return { type: 'LinkAccount' };
    case 'ask-consent':
      return { type: 'AskForPermissionsConsent', permissions: [SCOPES[card.to]] };
    case 'simple':
      return { type: 'Simple', title: card.title, content: card.text };
  }
}

/** Tells Alexa which slot the answer will fill, so that "the dark roast" is heard as one. */
function elicit({ elicits }: Pick<Question, 'elicits'>): Directive | null {
  if (!elicits) return null;
  const { intent, slot } = elicits;
  return {
    type: 'Dialog.ElicitSlot',
    slotToElicit: slot,
    updatedIntent: {
      name: intent,
      confirmationStatus: 'NONE',
      slots: { [slot]: { name: slot, confirmationStatus: 'NONE' } },
    },
  };
}
