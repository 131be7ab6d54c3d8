/** A suggestion: its reason is true and said well, a limit comes on top of the wish, another one is one word away, nothing is bought by it. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

test.each([
  {
    locale: 'en-GB',
    wish: 'recommend something for my cat',
    reason: 'something for cats',
    why: 'why',
    other: 'something else',
    cheaper: 'something cheaper',
    yes: 'yes',
    no: 'no',
  },
  {
    locale: 'it-IT',
    wish: 'consigliami qualcosa per il gatto',
    reason: 'qualcosa per gatti',
    why: 'perché',
    other: "qualcos'altro",
    cheaper: 'qualcosa di meno caro',
    yes: 'sì',
    no: 'no',
  },
])('is made for what was asked, in $locale', async ({ locale, reason, ...says }) => {
  const texter = at.texter({ locale });
  const first = await texter.says(says.wish);
  expect(first).toMatchObject({ replies: ['Recommend.suggest', 'Recommend.isForCats'], asks: 'Recommend.offer' });
  expect(first.show).toContain(reason);
  expect(await texter.says(says.why)).toMatchObject({ replies: ['Recommend.whyWords'], asks: 'Recommend.offer' });
  const other = await texter.says(says.other);
  expect(other).toMatchObject({ intent: 'Reorder', replies: first.replies, asks: 'Recommend.offer' });
  expect(other.show).not.toBe(first.show);
  const cheaper = await texter.says(says.cheaper);
  expect(cheaper).toMatchObject({ replies: first.replies, asks: 'Recommend.offer' });
  expect(await texter.says(says.cheaper)).toMatchObject({ asks: 'Recommend.offer' });
  expect(await texter.says(says.yes)).toMatchObject({ asks: 'Purchase.confirm' });
  expect(await texter.says(says.no)).toMatchObject({ replies: ['Purchase.notOrdered'] });
  expect(at.house.orders()).toBe(0);
});

test('says that nothing costs less, and asks about the same again', async () => {
  const texter = at.texter();
  await texter.says('recommend something for my cat');
  let last = await texter.says('something cheaper');
  for (let tries = 0; tries < 10 && !last.replies.includes('Recommend.noneCheaper'); tries += 1)
    last = await texter.says('something cheaper');
  expect(last).toMatchObject({ replies: ['Recommend.noneCheaper'], asks: 'Recommend.offer' });
});
