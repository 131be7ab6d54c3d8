import { write } from '../../../lambda/channels/alexa/write';
import type { Answer, Said, Spoken } from '../../../lambda/turn';

const spoken = (plain: string): Spoken => ({ ssml: `<speak>${plain}</speak>`, plain, text: plain, seconds: 1 });

function answerOf(said: Partial<Said> | null, question: Answer['question'] = null): Answer {
  const whole = said && { speech: spoken('Hello.'), reprompt: null, card: null, options: [], ...said };
  return { said: whole, question, intent: null, slots: {}, replies: [], owner: 'bot' };
}

const yesno = { id: 'Purchase.confirm', expects: ['yesno'] } as const;
const which = { id: 'Reorder.which', expects: ['product'], elicits: { intent: 'Reorder', slot: 'product' } } as const;

test('speaks, and closes where nothing is asked', () => {
  expect(write(answerOf({}))).toEqual({
    outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' },
    shouldEndSession: true,
  });
});

test('asks with a reprompt, and stays open', () => {
  const response = write(answerOf({ speech: spoken('Sure?'), reprompt: spoken('Are you sure?') }, yesno));
  expect(response).toEqual({
    outputSpeech: { type: 'SSML', ssml: '<speak>Sure?</speak>' },
    reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Are you sure?</speak>' } },
    shouldEndSession: false,
  });
});

test('tells Alexa which slot is asked for', () => {
  const response = write(answerOf({ speech: spoken('Which?'), reprompt: spoken('Which one?') }, which));
  expect(response.directives).toEqual([
    {
      type: 'Dialog.ElicitSlot',
      slotToElicit: 'product',
      updatedIntent: {
        name: 'Reorder',
        confirmationStatus: 'NONE',
        slots: { product: { name: 'product', confirmationStatus: 'NONE' } },
      },
    },
  ]);
});

test('writes a card of text, and one to link the account', () => {
  expect(write(answerOf({ card: { kind: 'simple', title: 'T', text: 'a\nb' } })).card).toEqual({
    type: 'Simple',
    title: 'T',
    content: 'a\nb',
  });
  expect(write(answerOf({ card: { kind: 'link-account' } })).card).toEqual({ type: 'LinkAccount' });
});

test('says nothing where nothing is to be said', () => {
  expect(write(answerOf(null))).toEqual({ shouldEndSession: true });
  expect(write(answerOf({ speech: { ...spoken(''), ssml: '<speak></speak>' } }))).toEqual({ shouldEndSession: true });
});
