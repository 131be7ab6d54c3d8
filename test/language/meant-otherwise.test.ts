/** Sentences that were taken for something else: each means what it says, in every language. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    limits: [
      'at most 50 euros per order',
      'I want a limit of 50 euros per order',
      'maximum 50 euros per order',
      'up to 50 euros per order',
    ],
    backs: ['I want to send my coffee back', 'I would like to give the coffee back', 'can I send my coffee back'],
    link: ['what link?', 'which link is that', 'what does the link do'],
    box: 'is there anybody in the box',
  },
  'it-IT': {
    limits: ['al massimo 50 euro per ordine', 'massimo 50 euro a ordine', 'voglio un limite di 50 euro per ordine'],
    backs: ['voglio rispedire indietro il caffè', 'vorrei mandare indietro il caffè'],
    link: ['quale link?', 'a cosa serve il link'],
    box: "c'è qualcuno nella scatola",
  },
  'de-DE': {
    limits: [
      'höchstens 50 Euro pro Bestellung',
      'maximal 50 Euro pro Bestellung',
      'ich möchte ein Limit von 50 Euro pro Bestellung',
    ],
    backs: ['ich möchte meinen Kaffee zurückschicken', 'kann ich den Kaffee zurückschicken'],
    link: ['welcher Link?', 'wofür ist der Link'],
    box: 'ist jemand in der Kiste',
  },
  'pl-PL': {
    limits: ['najwyżej 50 euro na zamówienie', 'maks 50 euro na zamówienie', 'chcę limit 50 euro na zamówienie'],
    backs: ['chcę odesłać kawę', 'chcę oddać kawę do sklepu'],
    link: ['jaki link?', 'do czego służy ten link'],
    box: 'czy ktoś jest w pudełku',
  },
  'cs-CZ': {
    limits: ['nejvýš 50 eur na objednávku', 'max 50 eur na objednávku', 'chci limit 50 eur na objednávku'],
    backs: ['chci poslat kávu zpátky', 'pošlu kávu zpět'],
    link: ['jaký odkaz?', 'k čemu je ten odkaz'],
    box: 'je někdo v té krabici',
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { limits, backs, link, box }) => {
  test.each([...limits])('"%s" is a limit', async (said) => {
    expect((await at.texter({ locale }).says(said)).replies).toEqual(['VoiceLimits.setOrder']);
  });

  test.each([...backs])('"%s" gives something back', async (said) => {
    const { intent, asks } = await at.texter({ locale }).says(said);
    expect([intent, asks]).toEqual(['ReturnRefund', 'ReturnRefund.byLabel']);
  });

  test.each([...link])('"%s" is explained, and sends none', async (said) => {
    const speaker = at.texter({ locale, shopper: null, form: 'speech' });
    await speaker.says('where is my order');
    expect((await speaker.says(said)).intent).toBe('Help');
  });

  test('who asks whether somebody is in a box asks for nobody', async () => {
    const { intent, asks, replies } = await at.texter({ locale }).says(box);
    expect([intent === 'TalkToHuman', asks, replies.some((reply) => reply.startsWith('TalkToHuman.'))]).toEqual([
      false,
      expect.stringMatching(/^Welcome\./),
      false,
    ]);
  });
});
