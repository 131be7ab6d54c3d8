/** At "which one?" the older, the latest and the last order are one of those asked about, and never an order to be placed. */

import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

/** The cat food is the newer of the two that are under way. */
const ASKING = {
  'en-GB': { where: 'where is my order', cancel: 'cancel an order' },
  'it-IT': { where: "dov'è il mio ordine", cancel: 'vorrei annullare un ordine' },
} as const;
const [DUE, PACKED] = ['OrderStatus.outForDeliveryWindow', 'OrderStatus.preparingExpected'];

test.each([
  ['en-GB', 'the older one', DUE],
  ['en-GB', 'the oldest', DUE],
  ['en-GB', 'the newer one please', PACKED],
  ['en-GB', 'my last order', PACKED],
  ['en-GB', 'the most recent one', PACKED],
  ['it-IT', 'quello più vecchio', DUE],
  ['it-IT', 'il meno recente', DUE],
  ['it-IT', 'il più recente', PACKED],
  ['it-IT', "l'ultimo ordine", PACKED],
] as const)('%s "%s" where an order is', async (locale, said, reply) => {
  const texter = createTexter(at.house, { locale });
  expect((await texter.says(ASKING[locale].where)).asks).toBe('OrderStatus.which');
  expect((await texter.says(said)).replies).toEqual([reply]);
});

test.each([
  ['en-GB', 'the last order', 'Cancelling.confirm'],
  ['en-GB', 'the older one', 'Cancelling.sendBack'],
  ['it-IT', "l'ultimo ordine", 'Cancelling.confirm'],
  ['it-IT', 'il più vecchio', 'Cancelling.sendBack'],
] as const)('%s "%s" that is to be cancelled', async (locale, said, comes) => {
  const texter = createTexter(at.house, { locale });
  expect((await texter.says(ASKING[locale].cancel)).asks).toBe('CancelOrder.which');
  const { replies, asks } = await texter.says(said);
  expect([...replies, asks]).toContain(comes);
  expect(asks).not.toBe('Purchase.confirm');
});

test('a speaker hears the same in its slots', async () => {
  const which = async (slots: Readonly<Record<string, { readonly said: string; readonly ids: readonly string[] }>>) => {
    const speaker = createSpeaker(at.house);
    await speaker.hears('OrderStatus');
    return (await speaker.hears('Reorder', slots)).replies;
  };
  expect(await which({ change: { said: 'the older one', ids: ['oldest'] } })).toEqual([DUE]);
  expect(await which({ basis: { said: 'my last order', ids: ['last-order'] } })).toEqual([PACKED]);
});

test.each([
  ['en-GB', 'when would it come'],
  ['it-IT', 'a che ora'],
] as const)('%s "%s" is no miss: which one is asked again', async (locale, said) => {
  const texter = createTexter(at.house, { locale });
  await texter.says(ASKING[locale].where);
  const heard = await texter.says(said);
  expect([heard.replies, heard.asks]).toEqual([[], 'OrderStatus.which']);
});

test.each([
  ['en-GB', 'two coffees, three teas and cat litter', 'drop the litter', 'actually make it one', 'verdello'],
  ['it-IT', 'due caffè, tre tè e lettiera per gatti', 'togli la lettiera', 'fanne uno', 'verdello'],
] as const)(
  '%s while it is asked which tea, other goods go and the number changes',
  async (locale, order, drop, one, tea) => {
    const texter = createTexter(at.house, { locale });
    expect((await texter.says(order)).asks).toBe('Reorder.which');
    expect((await texter.says(drop)).asks).toBe('Reorder.which');
    expect((await texter.says(one)).asks).toBe('Reorder.which');
    expect((await texter.says(tea)).asks).toBe('Purchase.confirm');
    const stored = await at.house.store.conversations.load('shopper:shopper-ana');
    const asked = stored?.memory.questions.find(({ question }) => question.id === 'Purchase.confirm');
    expect(asked?.question.state).toMatchObject({
      lines: [
        { product: { id: 'bella-roma-ground' }, quantity: 2 },
        { product: { id: 'verdello-green-tea' }, quantity: 1 },
      ],
    });
  },
);
