/** Orders of one system, parcels of another: what the carriers know is said, and where they are silent, what the shop knows. */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { systemsOpener } from '../../../lambda/house/shops';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import { callWithin } from '../../../lambda/services/commerce/call';
import type { Order } from '../../../lambda/services/commerce/orders';
import type { OpenedShop } from '../../../lambda/services/commerce/shop';
import { accepted } from '../../contracts/shop-trial';
import { LOCALES, START } from '../../kit/house';
import { useHouse } from '../../kit/use-house';

type Told = { readonly status?: number; readonly body: string };
const asked: IncomingMessage[] = [];
let told: Told = { body: '{}' };
const server = createServer((req, res) => {
  asked.push(req);
  res.writeHead(told.status ?? 200, { 'content-type': 'application/json' }).end(told.body);
});

let opened: OpenedShop;
let numbers: readonly string[] = [];
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const clock = () => START;
  const house = {
    folder: null,
    merchant: merchantOf(readShopFile()),
    calendar: clock,
    now: clock,
    fresh: false,
    fetch,
    sayGood,
  };
  const tracking = { kind: 'aftership', settings: { base, key: 'asat_0123456789' } } as const;
  opened = await systemsOpener({ orders: { kind: 'demo', settings: {} }, rates: null, tracking })(house);
  numbers = (await ordersOf('daniel')).flatMap(({ parcels }) =>
    parcels.flatMap(({ trackingNumber }) => trackingNumber ?? []),
  );
});
const at = useHouse({
  lasts: 'file',
  // The house's own shop, with the parcels of the composed one.
  wrap: (shop) => ({ ...shop, ...(opened.shop.tracking ? { tracking: opened.shop.tracking } : {}) }),
});

afterAll(async () => {
  await opened.close();
  server.close();
});

async function ordersOf(name: string): Promise<readonly Order[]> {
  const call = {
    ...callWithin(5_000, { locale: 'en-GB', now: () => START }),
    shopperId: `shopper-${name}`,
    credential: `demo-${name}`,
  };
  return accepted(await opened.shop.history.orders({ limit: 100 }, call));
}

const of = (parcel: object) => JSON.stringify({ meta: { code: 200 }, data: { trackings: [parcel] } });

test.each<[string, Told | object, readonly string[]]>([
  ['nothing yet', { tag: 'Pending' }, ['OrderStatus.shippedExpected']],
  ['nothing for a month', { tag: 'Expired' }, ['OrderStatus.shippedExpected']],
  ['a label', { tag: 'InfoReceived' }, ['OrderStatus.preparingExpected']],
  ['that it comes today', { tag: 'OutForDelivery' }, ['OrderStatus.outForDelivery']],
  ['that it waits to be fetched', { tag: 'AvailableForPickup' }, ['OrderStatus.readyForPickup']],
  [
    'when it came',
    { tag: 'Delivered', shipment_delivery_date: '2026-11-21T18:20:00+01:00' },
    ['OrderStatus.deliveredOn'],
  ],
  [
    'that it is late',
    {
      tag: 'InTransit',
      first_estimated_delivery: { type: 'specific', datetime: '2026-11-23' },
      latest_estimated_delivery: { type: 'range', datetime_min: '2026-11-26', datetime_max: '2026-11-27T20:00:00' },
    },
    ['OrderStatus.delayedExpected'],
  ],
  ['that nobody was there', { tag: 'AttemptFail', latest_estimated_delivery: null }, ['OrderStatus.shippedExpected']],
  ['that it goes back', { tag: 'Exception', return_to_sender: true }, ['OrderStatus.returned']],
  ['that something is wrong', { tag: 'Exception' }, ['OrderStatus.unknown']],
  ['a word that is new', { tag: 'Teleported' }, ['OrderStatus.unknown']],
  ['a page', { body: '<html>Sign in</html>' }, ['OrderStatus.shippedExpected']],
  ['another shape', { body: '{"data":{"trackings":[{"tag":"Delivered"}]}}' }, ['OrderStatus.shippedExpected']],
  ['that the key is wrong', { status: 401, body: '{}' }, ['OrderStatus.shippedExpected']],
  ['that it was asked too often', { status: 429, body: '{}' }, ['OrderStatus.shippedExpected']],
])('a carrier that knows %s', async (_what, parcel, replies) => {
  const order = (await ordersOf('chiara')).find(({ stage }) => stage === 'shipped');
  const number = order?.parcels[0]?.trackingNumber ?? '';
  told = 'body' in parcel ? (parcel as Told) : { body: of({ tracking_number: number, slug: 'hermes', ...parcel }) };
  const heard = await at.speaker({ shopper: 'chiara' }).hears('OrderStatus', { date: order?.placed ?? '' });
  expect(heard.replies).toEqual(replies);
});

test('is asked once for all parcels on their way, with nothing of whoever gets them', async () => {
  told = { body: of({ tracking_number: '0000', tag: 'Delivered' }) };
  asked.length = 0;
  const heard = await at.speaker({ shopper: 'daniel' }).hears('OrderStatus');
  expect(heard.replies).toContain('OrderStatus.parcelShippedExpected');
  expect(asked.map(({ url, headers }) => [url, headers['as-api-key']])).toEqual([
    [`/tracking/2026-07/trackings?tracking_numbers=${numbers[1]}&limit=40`, 'asat_0123456789'],
  ]);
});

test('of two parcels of an order of which one has come, the other is told', async () => {
  told = { body: of({ tracking_number: numbers[1], tag: 'OutForDelivery' }) };
  const heard = await at.speaker({ shopper: 'daniel' }).hears('OrderStatus');
  expect(heard.replies).toEqual([
    'OrderStatus.parcels',
    'OrderStatus.parcelDeliveredOn',
    'OrderStatus.parcelOut',
    'OrderStatus.parcelPreparing',
  ]);
});
