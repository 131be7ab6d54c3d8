/** Whatever the day, the price and the wording: what is said of orders and money can be heard in one breath. */

import type { IntentName } from '../lambda/vocabulary/intents';
import { MONDAY } from './kit/house';
import { isWhole } from './kit/in-turn';
import { sayLongest } from './kit/longest';
import type { Speaker } from './kit/speaker';
import { cartAct } from './kit/states';
import { useHouse } from './kit/use-house';

const LOCALES = ['en-GB', 'en-US', 'it-IT', 'de-DE'];

type Ask = readonly [IntentName, Parameters<Speaker['hears']>[1]?];
const meant = (id: string) => ({ said: id, ids: [id] });
const threeOf = ({ product = '', also = '', third = '' }: NonNullable<Ask[1]>) => ({ product, also, third });
const FIRST: Ask = ['Select', { ListPosition: '1' }];

/** As many goods as an order takes in one breath: told by count, by name, each by its price, and again the next day. */
const MANY: readonly Ask[] = [
  [
    'Reorder',
    {
      ...{ product: meant('bella-roma-ground'), also: meant('brontolino-dog-food'), third: meant('mirtilla-cat-food') },
      ...{
        fourth: meant('saponella-hand-soap'),
        fifth: meant('vetrachiara-tablets'),
        sixth: meant('colle-sereno-olive-oil'),
      },
    },
  ],
  ['Reorder', { detail: meant('describe') }],
  ['Reorder', { detail: meant('each') }],
  ['OrderStatus'],
  FIRST,
  ['SupportPolicy'],
];

/** Asked in between: the longest of what the shop says of itself, and what is asked comes back behind it. */
const HOURS: Ask = ['SupportPolicy', { topic: meant('hours') }];

/** Each goes as far as it can: what is not asked is answered just the same. */
const VISITS: readonly (readonly Ask[])[] = [
  [['Reorder', { basis: meant('usual') }], HOURS, ['Yes'], ['OrderStatus']],
  [['OrderStatus'], FIRST, ['CancelOrder']],
  [['CancelOrder'], HOURS, FIRST, HOURS, ['Yes'], ['RefundStatus']],
  [['ReturnRefund'], HOURS, FIRST, HOURS, ['Yes'], ['RefundStatus']],
  [['ReturnRefund'], FIRST, ['No'], ['Yes']],
  [['DeliveryProblem', { problem: meant('damaged') }], HOURS, FIRST, HOURS, FIRST],
  [['ChangeAddress'], HOURS, FIRST, HOURS, ['Yes']],
  [['CartCheckout', { act: cartAct('show') }], HOURS, ['Yes'], ['Yes']],
  [['ShippingCost'], ['Yes'], ['Yes']],
  [['ShippingOptions'], ['DeliveryTime'], ['DeliveryTime', { speed: meant('pickup') }]],
  [['Replenish'], HOURS, ['Yes'], ['Yes']],
  [['Recommend'], HOURS, ['Recommend'], ['Yes'], ['Yes']],
  MANY,
  MANY.map(([intent, slots = {}]) =>
    intent === 'Reorder' && slots.product ? [intent, threeOf(slots)] : [intent, slots],
  ),
];

/** What was known last is told with its age. */
async function whileShopIsDown(speaker: Speaker) {
  for (const ordinal of ['1', '2', '3']) {
    await speaker.hears('OrderStatus');
    await speaker.hears('Select', { ListPosition: ordinal });
    at.house.clock.advance(20 * 60_000);
    at.house.demo.setFault('down');
    await speaker.hears('OrderStatus');
    at.house.demo.setFault(null);
  }
}

/** Nobody is there to answer: when somebody is, and whether a call is wished, is told in one breath. */
async function whileNobodyIsThere() {
  const { agents } = at.house.store;
  await agents.change('agent-marta', { isAvailable: false });
  for (const [nth, locale] of LOCALES.entries()) {
    const speaker = at.speaker({ shopper: at.house.demo.shoppers()[nth]?.name ?? 'ana', locale });
    expect((await speaker.hears('TalkToHuman')).asks).toBe('TalkToHuman.callBack');
  }
  await agents.change('agent-marta', { isAvailable: true });
}

const longest = sayLongest();
const at = useHouse({ lasts: 'file', calendar: () => MONDAY, staffed: true, watchVoice: longest.watchVoice });

test('what is said of orders, carts, returns and refunds is never too long', async () => {
  const shoppers = at.house.demo.shoppers();
  // In the small mass each shopper speaks one of the languages only, and makes every other visit.
  const all = LOCALES.flatMap((locale, first) =>
    shoppers.flatMap(({ name }, nth) => (isWhole || nth % LOCALES.length === first ? [{ locale, name }] : [])),
  );
  for (const [nth, { locale, name }] of all.entries()) {
    for (const [visit, asks] of VISITS.entries()) {
      if (!isWhole && (visit + nth) % 2 > 0) continue;
      // Somebody else of the household each time, and nothing was ordered a moment ago.
      at.house.clock.advance(60 * 60_000);
      const speaker = at.speaker({ shopper: name, locale, person: `person-${nth}-${visit}` });
      for (const [intent, slots] of asks) await speaker.hears(intent, slots);
    }
    await whileShopIsDown(at.speaker({ shopper: name, locale }));
  }
  await whileNobodyIsThere();
  expect(longest.tooLong()).toEqual([]);
});
