import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, RECOGNITION } from '../../../lambda/channels/alexa/permissions';
import { brokenRules } from '../../../lambda/channels/alexa/rules';
import { write } from '../../../lambda/channels/alexa/write';
import type { Answer, SaidWords, Spoken } from '../../../lambda/vocabulary/answer';

const spoken = (plain: string): Spoken => ({ ssml: `<speak>${plain}</speak>`, plain, text: plain, seconds: 1 });

function answerOf(said: Partial<SaidWords> | null, question: Answer['question'] = null): Answer {
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

const linkOf = (id: string) => `https://willow-market.example/chat#token=secret-of-${id}`;
const pushes = { kind: 'link-app', token: 'y1', link: 'l1', topic: 'your chat with our team' } as const;
const asks = { kind: 'ask-consent', token: 'y2', to: 'email' } as const;

describe('a yield', () => {
  test('pushes a link to the phone, and comes back', () => {
    const website = { primary: { WEBSITE_LINK: { url: 'https://willow-market.example/chat#token=secret-of-l1' } } };
    expect(write(answerOf({ yields: pushes }), linkOf)).toEqual({
      outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' },
      directives: [
        {
          type: 'Connections.StartConnection',
          uri: 'connection://AMAZON.LinkApp/2',
          input: {
            links: { IOS_APP_STORE: website, GOOGLE_PLAY_STORE: website },
            prompt: { topic: 'your chat with our team', directLaunchDefaultPromptBehavior: 'SPEAK' },
            directLaunch: { enabled: true },
            sendToDevice: { enabled: true },
          },
          token: 'y1',
          onCompletion: 'RESUME_SESSION',
        },
      ],
    });
  });

  test('asks for consent to the e-mail address of the account, and comes back', () => {
    expect(write(answerOf({ yields: asks })).directives).toEqual([
      {
        type: 'Connections.StartConnection',
        uri: 'connection://AMAZON.AskForPermissionsConsent/2',
        input: {
          '@type': 'AskForPermissionsConsentRequest',
          '@version': '2',
          permissionScopes: [{ permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' }],
        },
        token: 'y2',
        onCompletion: 'RESUME_SESSION',
      },
    ]);
  });

  test.each([pushes, asks])('of the kind $kind keeps the rules', (yields) => {
    const response = write(answerOf({ yields, reprompt: spoken('Hello?') }), linkOf);
    expect(brokenRules(response, 'IntentRequest')).toEqual([]);
    expect(brokenRules(response, 'SessionResumedRequest')).toEqual([]);
  });

  test('takes no link whose address it was not told', () => {
    expect(() => write(answerOf({ yields: pushes }))).toThrow('address');
  });

  test('looks up the address only when a link leaves', () => {
    const asked: string[] = [];
    const noting = (id: string) => {
      asked.push(id);
      return linkOf(id);
    };
    write(answerOf({ yields: asks }), noting);
    write(answerOf({}), noting);
    expect(asked).toEqual([]);
  });
});

test('asks for consent by a card', () => {
  expect(write(answerOf({ card: { kind: 'ask-consent', to: 'email' } }))).toEqual({
    outputSpeech: { type: 'SSML', ssml: '<speak>Hello.</speak>' },
    card: { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:email:read'] },
    shouldEndSession: true,
  });
});

test('what can be written needs the permissions of the manifest, all of them and no others', () => {
  const written = [
    write(answerOf({ yields: pushes }), linkOf),
    write(answerOf({ yields: asks })),
    write(answerOf({ card: { kind: 'ask-consent', to: 'email' } })),
    write(answerOf({ yields: { kind: 'ask-consent', token: 't', to: 'reminders' } })),
  ];
  const asked = JSON.stringify(written).match(/alexa::[a-z:_]+/g) ?? [];
  const pushed = JSON.stringify(written).includes('AMAZON.LinkApp/2') ? ['alexa::devices:app:push_notifications'] : [];
  // Whose voice it was stands in the request itself: nobody asks for that.
  expect(new Set([...asked, ...pushed, RECOGNITION])).toEqual(new Set(PERMISSIONS));
  const { manifest } = JSON.parse(readFileSync(join(__dirname, '../../../skill-package/skill.json'), 'utf8'));
  expect(manifest.permissions).toEqual(PERMISSIONS.map((name) => ({ name })));
});
