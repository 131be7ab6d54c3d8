/** What is said right after an order, or of an order that was told, reaches cancelling that order. */

import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const ORDERS = { 'en-GB': ['reorder my coffee', 'yes'], 'it-IT': ['riordina il caffè', 'sì'] } as const;
const DONE = 'Cancelling.cancelled';

test.each([
  ['en-GB', 'undo that'],
  ['en-GB', 'actually cancel that'],
  ['en-GB', 'that was a mistake'],
  ['en-GB', "I didn't want that"],
  ['en-GB', 'I never said yes'],
  ['en-GB', "but I didn't order anything"],
  ['it-IT', 'annullalo'],
  ['it-IT', 'no non volevo ordinarlo'],
  ['it-IT', 'ma non ho mai detto di sì'],
  ['it-IT', 'è stato un errore'],
] as const)('%s "%s" cancels it at once', async (locale, said) => {
  const texter = createTexter(at.house, { locale });
  for (const one of ORDERS[locale]) await texter.says(one);
  expect((await texter.says(said)).replies[0]).toBe(DONE);
});

test.each([
  ['en-GB', 'cancel my order', "where's my cat food", 'Cancelling.packing'],
  ['en-GB', 'cancel it', "where's my dog food", 'Cancelling.onItsWay'],
  ['it-IT', 'annullalo', 'dove sono le crocchette per gatti', 'Cancelling.packing'],
  ['it-IT', 'annulla il mio ordine', 'dove sono le crocchette per cani', 'Cancelling.onItsWay'],
] as const)('%s "%s" means the order that was told, after "%s"', async (locale, said, before, reply) => {
  const texter = createTexter(at.house, { locale });
  await texter.says(before);
  expect((await texter.says(said)).replies[0]).toBe(reply);
});

/** What stands between an order and its undoing, and hides nothing. */
const BETWEEN: readonly (readonly [string, 'en-GB' | 'it-IT', readonly string[], string])[] = [
  ['a miss', 'en-GB', ['florble'], 'undo'],
  ['two misses', 'en-GB', ['florble', 'grumf'], 'undo that'],
  ['the offer of a person', 'en-GB', ['florble', 'grumf', 'blarp'], 'undo that'],
  ['"anything else?"', 'en-GB', ['what does delivery cost'], 'I never said yes'],
  ['a miss', 'it-IT', ['florbo'], 'annulla'],
  ['"altro?"', 'it-IT', ['quanto costa la consegna'], 'annullalo'],
];

test.each(BETWEEN)('%s (%s) hides it not', async (_what, locale, between, said) => {
  const texter = createTexter(at.house, { locale });
  for (const one of [...ORDERS[locale], ...between]) await texter.says(one);
  expect((await texter.says(said)).replies[0]).toBe(DONE);
});

test.each(['Cancel', 'CancelOrder'] as const)('%s at the speaker reaches it in the next visit', async (intent) => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('Reorder', { product: 'coffee' });
  await speaker.yes();
  expect((await speaker.opens()).asks).toBe('Welcome.what');
  expect((await speaker.hears(intent)).replies[0]).toBe(DONE);
});

test('a question with a matter of its own makes it ask first', async () => {
  const texter = createTexter(at.house);
  for (const one of [...ORDERS['en-GB'], 'how much is delivery to Narnia']) await texter.says(one);
  expect((await texter.says('never mind')).asks).toBe('Cancelling.confirm');
});

test('another purchase that is being made goes before it', async () => {
  const texter = createTexter(at.house);
  for (const one of [...ORDERS['en-GB'], 'reorder my dog food']) await texter.says(one);
  expect((await texter.says('cancel that')).replies).toEqual(['Stop.notOrdered']);
  expect(at.house.orders()).toBe(1);
});

test('after two minutes it means the visit', async () => {
  const texter = createTexter(at.house);
  for (const one of ORDERS['en-GB']) await texter.says(one);
  at.house.clock.advance(121_000);
  expect((await texter.says('undo')).replies).toEqual(['Welcome.goodbye']);
});

/** Whoever speaks of cancelling and means the opposite keeps what they have just bought. */
const KEPT = {
  'en-GB': [
    ...["don't cancel it", 'please do not cancel my order', 'never cancel that', "don't undo it", "don't stop it"],
    ...['no don’t cancel', "i won't cancel it", 'cancel nothing', 'should i cancel it', "don't you dare cancel it"],
  ],
  'it-IT': [
    ...['non annullare', 'non annullarlo', "non annullare l'ordine", 'non cancellarlo', 'non annullare niente'],
    ...['mai annullarlo', 'no non annullarlo', 'devo annullarlo?', 'non voglio annullarlo'],
  ],
} as const;

test.each((['en-GB', 'it-IT'] as const).flatMap((locale) => KEPT[locale].map((said) => [locale, said] as const)))(
  '%s: "%s" right after an order leaves it as it is',
  async (locale, said) => {
    const texter = createTexter(at.house, { locale });
    for (const one of ORDERS[locale]) await texter.says(one);
    const heard = await texter.says(said);
    expect(heard.replies.filter((key) => key === DONE || key === 'Care.back')).toEqual([]);
  },
);
