/** From an answer to an Alexa response. */

import type { Directive, Response, ui } from 'ask-sdk-model';
import type { Answer, Question } from '../../turn';

export function write(answer: Answer): Response {
  if (answer.said === null) return { shouldEndSession: true };
  const { speech, reprompt, card } = answer.said;
  const directive = answer.question && elicit(answer.question);
  return {
    ...(speech.plain === '' ? {} : { outputSpeech: { type: 'SSML', ssml: speech.ssml } }),
    ...(reprompt ? { reprompt: { outputSpeech: { type: 'SSML', ssml: reprompt.ssml } } } : {}),
    ...(card ? { card: writeCard(card) } : {}),
    ...(directive ? { directives: [directive] } : {}),
    // Left out, a screen would stay half open: it is always said.
    shouldEndSession: answer.question === null,
  };
}

function writeCard(card: NonNullable<NonNullable<Answer['said']>['card']>): ui.Card {
  return card.kind === 'link-account'
    ? { type: 'LinkAccount' }
    : { type: 'Simple', title: card.title, content: card.text };
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
