/** Orders of one system, packed by another: what the warehouse knows is said, and what only the shop can know stays. */

import { callWithin, refused } from '../../../lambda/services/commerce/call';
import type { PackedParcel } from '../../../lambda/services/commerce/packed';
import { accepted } from '../../contracts/shop-trial';
import { START } from '../../kit/house';
import { useHouse } from '../../kit/use-house';

let parcels: readonly PackedParcel[] = [];
let isThere = true;
let asked: (readonly string[])[] = [];
const at = useHouse({
  lasts: 'file',
  wrap: (shop) => ({
    ...shop,
    tracking: {
      by: 'warehouse',
      async packed(numbers) {
        asked.push(numbers);
        if (!isThere) return refused({ kind: 'unavailable' });
        const value = numbers.map((orderNumber) => ({ orderNumber, parcels }));
        return { ok: true, value: parcels.length > 0 ? value : [], asOf: START, source: 'live' };
      },
    },
  }),
});

const packed = (stage: PackedParcel['stage'], ...codes: readonly string[]): PackedParcel => ({
  ...{ id: codes.join(), stage, goods: codes.map((code) => ({ code, quantity: 1 })) },
});
const [NAPPIES, WIPES] = ['pulcinetto-nappies', 'morbidella-wipes'];
const PARTS = ['OrderStatus.parcels', 'OrderStatus.parcelShippedExpected'];

test.each<readonly [string, readonly PackedParcel[] | null, string, string, readonly string[]]>([
  ['nothing of it', [], 'ana', 'WM-104232', ['OrderStatus.preparingExpected']],
  ['that it has left', [packed('shipped', 'mirtilla-cat-food')], 'ana', 'WM-104232', ['OrderStatus.shippedExpected']],
  ['goods that are not in it', [packed('shipped', 'a sofa')], 'ana', 'WM-104232', ['OrderStatus.preparingExpected']],
  ['no answer', null, 'ana', 'WM-104232', ['OrderStatus.preparingExpected']],
  [
    'less of it than the shop',
    [packed('preparing', NAPPIES, WIPES)],
    'chiara',
    'WM-104227',
    ['OrderStatus.shippedExpected'],
  ],
  [
    'that a part has left',
    [packed('shipped', NAPPIES)],
    'chiara',
    'WM-104227',
    [...PARTS, 'OrderStatus.parcelPreparing'],
  ],
  [
    'two parcels of it',
    [packed('shipped', NAPPIES), packed('shipped', WIPES)],
    ...(['chiara', 'WM-104227', [...PARTS, 'OrderStatus.parcelShippedExpected']] as const),
  ],
])('a warehouse that knows %s', async (_what, told, shopper, number, replies) => {
  isThere = told !== null;
  parcels = told ?? [];
  const call = callWithin(5_000, { locale: 'en-GB', now: () => START });
  const who = { ...call, shopperId: `shopper-${shopper}`, credential: `demo-${shopper}` };
  const orders = accepted(await at.house.shop.history.orders({ limit: 100 }, who));
  const date = orders.find((order) => order.number === number)?.placed ?? '';
  expect((await at.speaker({ shopper }).hears('OrderStatus', { date })).replies).toEqual(replies);
});

test('is asked once, for what is not over', async () => {
  asked = [];
  await at.speaker({ shopper: 'daniel' }).hears('OrderStatus');
  expect(asked).toEqual([['WM-104225']]);
});
