/** What asks the shop for nothing: answered decently, no miss, no yes, and what was asked stays asked. */

import type { IntentName } from '../../lambda/vocabulary/intents';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const KINDS: readonly (readonly [IntentName, string])[] = [
  ['Insult', 'Insult.sorry'],
  ['LegalThreat', 'LegalThreat.heard'],
  ['Child', 'Child.grownUp'],
  ['Volume', 'Volume.how'],
  ['Pace', 'Pace.how'],
  ['SmallTalk', 'SmallTalk.friendly'],
];
const ANGRY = new Set<IntentName>(['Insult', 'LegalThreat']);

describe.each(KINDS)('%s', (intent, reply) => {
  test('buys nothing, and the question stays', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const heard = await speaker.hears(intent);
    const person = ANGRY.has(intent) ? ['Courtesy.person'] : [];
    expect(heard.replies).toEqual([reply, ...person, 'Purchase.confirm.reprompt']);
    expect(heard.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test('is no miss, however often', async () => {
    const speaker = at.speaker();
    await speaker.opens();
    for (let times = 0; times < 6; times += 1) {
      const heard = await speaker.hears(intent);
      expect(heard.replies[0]).toBe(reply);
      expect(heard.asks).toBe('Welcome.what');
    }
  });

  test('starts a visit that goes on', async () => {
    const heard = await at.speaker().hears(intent);
    expect(heard.replies.at(-1)).toBe('Welcome.what.reprompt');
    expect(heard.open).toBe(true);
  });
});

test('of people is spoken once a visit, whatever the anger', async () => {
  const speaker = at.speaker();
  const first = await speaker.hears('Insult');
  const second = await speaker.hears('LegalThreat');
  const third = await speaker.hears('Insult');
  expect(first.replies).toContain('Courtesy.person');
  expect([...second.replies, ...third.replies]).not.toContain('Courtesy.person');
});

test('of people nothing is said while one has the matter', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  await speaker.no();
  expect((await speaker.hears('Insult')).replies).not.toContain('Courtesy.person');
});

const HEARD: readonly (readonly [string, IntentName, readonly string[]])[] = [
  ['en-US', 'Insult', ['you idiot', 'you are so stupid', 'go to hell', 'you bunch of thieves']],
  ['en-US', 'LegalThreat', ["I'll sue you", "you'll hear from my lawyer", 'this is against the law']],
  ['en-US', 'Child', ["I'm six years old", 'my mum says I can', "I'm just a kid"]],
  ['en-US', 'Volume', ['louder', 'quieter please', 'turn the volume up', 'speak up']],
  ['en-US', 'Pace', ['slower', 'speak more slowly', 'not so fast', "you're talking too fast"]],
  ['en-US', 'SmallTalk', ['how are you', 'tell me a joke', 'lovely weather today', 'nice to meet you']],
  ['it-IT', 'SmallTalk', ['come stai', 'che bella giornata', 'raccontami una barzelletta', 'mi annoio']],
  ['en-US', 'Stop', ['bye now', 'see you', 'see you later', 'bye bye']],
  ['it-IT', 'Insult', ['sei proprio un cretino', 'vaffanculo', 'ladri', 'stupido robot']],
  ['it-IT', 'LegalThreat', ['vi denuncio', 'sento il mio avvocato', 'ci vediamo in tribunale']],
  ['it-IT', 'Child', ['ho otto anni', 'mamma ha detto di sì', 'la mamma dorme']],
  ['it-IT', 'Volume', ['più forte', 'abbassa il volume', 'parla più forte']],
  ['it-IT', 'Pace', ['più lentamente', 'parla più piano', 'rallenta']],
  ['it-IT', 'Stop', ['ciao ciao', 'arrivederci', 'ok ciao', 'alla prossima']],
];

test.each(HEARD.flatMap(([locale, intent, said]) => said.map((words) => [locale, words, intent] as const)))(
  '%s: "%s" is %s',
  async (locale, words, intent) => {
    const texter = createTexter(at.house, { locale });
    expect((await texter.says(words)).intent).toBe(intent);
  },
);

test.each([
  ['Volume.how', 'louder'],
  ['Insult.sorry', 'you stupid bot'],
])('in writing %s keeps the question as well', async (reply, words) => {
  const texter = createTexter(at.house);
  const read = await texter.says(words);
  expect(read.replies).toContain(reply);
  expect(read.asks).toBe('Welcome.what');
});

test('whoever asks whether anybody is there gets an answer, and no person yet', async () => {
  const asked = [
    ['en-GB', 'is anyone there?'],
    ['en-GB', 'hello? anybody there'],
    ['it-IT', "c'è qualcuno?"],
    ['de-DE', 'ist da jemand?'],
    ['pl', 'jest tam ktoś?'],
    ['cs', 'je tam někdo?'],
  ] as const;
  for (const [locale, said] of asked) {
    const { replies } = await createTexter(at.house, { locale }).says(said);
    expect([said, replies]).toEqual([said, ['SmallTalk.here', 'Welcome.what.reprompt']]);
  }
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  const heard = await speaker.hears('SmallTalk', { presence: 'is anyone there' });
  expect(heard.replies).toEqual(['SmallTalk.here', 'Purchase.confirm.reprompt']);
});

test('whoever asks for a person there gets one, and what is written then is for them', async () => {
  const texter = createTexter(at.house);
  expect((await texter.says('is there a person there')).intent).toBe('TalkToHuman');
  expect((await texter.says('is anyone there')).replies).not.toContain('SmallTalk.here');
});
