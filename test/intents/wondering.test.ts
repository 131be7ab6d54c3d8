/** Requests that are only asked about, and consent that was never given. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const WONDERED = {
  'en-GB': [
    ...['what if I order coffee', 'should I order coffee?', 'do I have to order coffee', 'must I order coffee'],
    ...['how about ordering coffee', "I'm not sure whether to order coffee", 'can I order coffee later'],
    ...['would you order coffee if you were me', 'how do I order coffee'],
  ],
  'it-IT': [
    ...[
      'devo ordinare il caffè?',
      'e se ordinassi il caffè',
      'dovrei ordinare il caffè',
      'che succede se ordino il caffè',
    ],
    ...['mi conviene ordinare il caffè', 'posso ordinare il caffè più tardi', 'tu ordineresti il caffè?'],
  ],
} as const;

test('whoever asks whether to order hears that it is theirs to say, and what it costs if they like', async () => {
  for (const [locale, all] of Object.entries(WONDERED))
    for (const said of all) {
      const texter = createTexter(at.house, { locale });
      const { replies, asks } = await texter.says(said);
      expect({ said, replies, asks }).toEqual({ said, replies: ['Consent.theirOrder'], asks: 'Consent.total' });
      const yes = await texter.says(locale === 'it-IT' ? 'sì' : 'yes');
      expect({ said, asks: yes.asks }).toEqual({ said, asks: 'Purchase.confirm' });
      await texter.says('no');
    }
  expect(at.house.orders()).toBe(0);
});

test('with no goods named nothing more is asked', async () => {
  for (const [locale, said] of [
    ['en-GB', 'can I order later'],
    ['en-GB', 'do I have to order'],
    ['it-IT', 'posso ordinare dopo'],
  ] as const)
    expect((await createTexter(at.house, { locale }).says(said)).replies).toEqual(['Consent.theirOrder']);
});

test('nothing else starts because somebody wonders about it', async () => {
  for (const [locale, said] of [
    ['en-GB', 'should I talk to a person'],
    ['en-GB', 'should I cancel my order'],
    ['it-IT', 'dovrei parlare con una persona'],
  ] as const) {
    const { replies } = await createTexter(at.house, { locale }).says(said);
    expect({ said, replies }).toEqual({ said, replies: ['Consent.theirs'] });
  }
});

const NEVER = {
  'en-GB': [
    'I never said yes',
    "I didn't agree to that",
    'but I never confirmed it',
    'who said yes',
    "that wasn't a yes",
  ],
  'it-IT': ['non ho mai detto sì', "non ero d'accordo", 'non ho confermato niente', 'chi ha detto sì'],
} as const;

test('who never said yes reaches cancelling what was just ordered', async () => {
  for (const [locale, all] of Object.entries(NEVER))
    for (const [turn, said] of all.entries()) {
      const texter = createTexter(at.house, { locale, shopper: turn % 2 ? 'chiara' : 'ana' });
      await texter.says(locale === 'it-IT' ? 'ordina il caffè' : 'order coffee');
      const read = await texter.says(said);
      expect({ said, orders: at.house.orders() }).toEqual({ said, orders: 0 });
      expect({ said, asks: read.asks }).not.toEqual({ said, asks: 'Purchase.confirm' });
    }
  const texter = createTexter(at.house);
  await texter.says('order coffee');
  await texter.says('yes');
  expect((await texter.says('I never said yes')).replies).toContain('Cancelling.cancelled');
});
