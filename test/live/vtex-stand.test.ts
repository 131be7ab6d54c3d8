/** The VTEX of ours is itself tried: by its front door, as a shop's own programs ask it, and by VTEX's own description where that is at hand. */

import { deadAddress, openVendor } from '../kit/fake-vendor';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';
import { accessTokenOf, PROVIDER } from './vtex/sign-in';
import { KEY, READER } from './vtex/world';

const MINUTE = 60_000;
const ANA = 'ana.ferri@example.com';

let now: number;
const judge = createJudge();
let live: LiveVtex;
beforeAll(async () => {
  now = Date.UTC(2026, 10, 26, 9);
  live = await openVtex({ clock: () => now, judge });
});
afterAll(() => live.close());
afterEach(() => expect(judge.take()).toEqual([]));

if (!judge.isThere) test.skip('EARSHOT_SPECS holds no description of VTEX, and judges nothing', () => {});

type Sent = {
  readonly key?: typeof KEY | typeof READER | null;
  readonly cookie?: string;
  readonly range?: string;
  readonly body?: unknown;
};

async function ask(what: string, { key = KEY, cookie, range, body }: Sent = {}) {
  const [method = '', path = ''] = what.split(' ');
  const headers = {
    ...{ accept: 'application/json', 'content-type': 'application/json' },
    ...(key ? { 'x-vtex-api-appkey': key.key, 'x-vtex-api-apptoken': key.token } : {}),
    ...(cookie ? { cookie } : {}),
    ...(range ? { 'rest-range': range } : {}),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(live.url + path, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const COFFEE = 'bella-roma-ground';
const skuOf = (good: string) => live.world.shelf.byGood(good).skuId;
const simulated = async (good: string, quantity: number, country = 'ITA') =>
  (
    await ask('POST /api/checkout/pub/orderForms/simulation?sc=1', {
      key: null,
      body: { items: [{ id: skuOf(good), quantity, seller: '1' }], country, postalCode: '20129' },
    })
  ).body;

/** The first of the three steps. */
async function put(good: string, quantity: number, change: object = {}) {
  const { items, logisticsInfo } = await simulated(good, quantity);
  const sla = logisticsInfo[0].slas.find(({ id }: { id: string }) => id === 'Standard');
  const value = items[0].priceDefinition.total + sla.price;
  const card = (await ask(`GET /api/checkout/pub/profiles?email=${ANA}`)).body.availableAccounts[0];
  const payment = { paymentSystem: 2, installments: 1, referenceValue: value, value, accountId: card.accountId };
  const placed = await ask('PUT /api/checkout/pub/orders?sc=1', {
    body: {
      items: [{ id: skuOf(good), quantity, seller: '1' }],
      clientProfileData: { email: ANA },
      shippingData: {
        address: { addressId: 'ana-home' },
        logisticsInfo: [{ itemIndex: 0, selectedSla: 'Standard', price: sla.price }],
      },
      paymentData: { payments: [payment] },
      ...change,
    },
  });
  return { ...placed, value, card };
}

type Put = Awaited<ReturnType<typeof put>>;

async function pay({ body, value, card }: Put) {
  const [{ orderGroup }] = body.orders;
  const [{ transactionId }] = body.transactionData.merchantTransactions;
  const fields = { holderName: null, cardNumber: null, validationCode: null, dueDate: null, document: null };
  const address = { country: 'ITA', postalCode: '20129' };
  return ask(`POST /api/payments/transactions/${transactionId}/payments?an=willowmarket&orderId=${orderGroup}`, {
    key: null,
    body: [
      {
        ...{ paymentSystem: 2, installments: 1, currencyCode: 'EUR', value, installmentsInterestRate: 0 },
        ...{ installmentsValue: value, referenceValue: value },
        fields: { ...fields, accountId: card.accountId, address, callbackUrl: '' },
        transaction: { id: transactionId, merchantName: 'WILLOWMARKET' },
      },
    ],
  });
}

const cookiesOf = ({ headers }: Put) =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
const callBack = (placed: Put) =>
  ask(`POST /api/checkout/pub/gatewayCallback/${placed.body.orders[0].orderGroup}`, { cookie: cookiesOf(placed) });
const orderOf = async (id: string) => (await ask(`GET /api/oms/pvt/orders/${id}`)).body;
const listOf = async (email = ANA) =>
  (await ask(`GET /api/oms/user/orders?clientEmail=${email}&page=1&per_page=50`)).body;

describe('a profile', () => {
  test('is whole for a key, and stars for everybody else', async () => {
    const whole = (await ask(`GET /api/checkout/pub/profiles?email=${ANA}&ensureComplete=false`)).body;
    expect(whole).toMatchObject({ userProfile: { firstName: 'Ana', lastName: 'Ferri' } });
    expect(whole.availableAddresses[0]).toMatchObject({ addressId: 'ana-home', country: 'ITA', number: '14' });
    const stars = (await ask(`GET /api/checkout/pub/profiles?email=${ANA}`, { key: null })).body;
    expect(JSON.stringify(stars)).not.toMatch(/Ferri|Salici|20129/);
  });
});

describe('a simulation', () => {
  test('prices goods and delivery, and keeps nothing', async () => {
    const stock = live.world.shelf.byGood(COFFEE).stock;
    const { items, logisticsInfo, messages } = await simulated(COFFEE, 2);
    expect(items[0]).toMatchObject({ availability: 'available', priceDefinition: { total: 1090 } });
    expect(logisticsInfo[0].slas).toContainEqual(
      expect.objectContaining({ id: 'Standard', price: 390, shippingEstimate: '2bd' }),
    );
    expect([messages, live.world.shelf.byGood(COFFEE).stock]).toEqual([[], stock]);
  });

  test('answers 200 to what cannot be sold, and says why in a message', async () => {
    const unknown = await ask('POST /api/checkout/pub/orderForms/simulation', {
      body: { items: [{ id: '9', quantity: 1, seller: '1' }], country: 'ITA', postalCode: '20129' },
    });
    expect([unknown.status, unknown.body.items, unknown.body.messages[0].code]).toEqual([200, [], 'ORD027']);
    const soldOut = live.world.shelf.all().find(({ stock }) => stock === 0)?.good.id ?? '';
    const gone = await simulated(soldOut, 1);
    expect(gone.items[0]).toMatchObject({ availability: 'withoutStock', price: null });
    expect((await simulated(COFFEE, 1, 'NOR')).items[0].availability).toBe('cannotBeDelivered');
    const few = await simulated(COFFEE, 5001);
    expect([few.items[0].quantity, few.messages[0].code]).toEqual([5000, 'itemQuantityNotAvailable']);
  });
});

describe('an order', () => {
  test('is placed, paid and called back, and goes through its states by the clock', async () => {
    const placed = await put(COFFEE, 2, { openTextField: 'earshot p-1' });
    const [{ orderId }] = placed.body.orders;
    expect(await orderOf(orderId)).toMatchObject({ isCompleted: false, status: 'order-created', value: 1480 });
    expect((await pay(placed)).status).toBe(201);
    expect((await callBack(placed)).status).toBe(200);
    const fresh = await orderOf(orderId);
    expect(fresh).toMatchObject({ isCompleted: true, openTextField: { value: 'earshot p-1' } });
    expect(fresh.shippingData.logisticsInfo[0].shippingEstimateDate).toBeNull();
    const known = async () => (await listOf()).list.some((one: { orderId: string }) => one.orderId === orderId);
    now += 3 * MINUTE;
    expect([(await orderOf(orderId)).status, await known()]).toEqual(['window-to-cancel', false]);
    now += 2 * MINUTE;
    expect(await known()).toBe(true);
    now += 30 * MINUTE;
    expect((await orderOf(orderId)).status).toBe('ready-for-handling');
  });

  test('that nobody pays for in five minutes dies, and its goods go back', async () => {
    const stock = live.world.shelf.byGood(COFFEE).stock;
    const [unpaid, late] = [await put(COFFEE, 2), await put(COFFEE, 1)];
    await pay(late);
    expect(live.world.shelf.byGood(COFFEE).stock).toBe(stock - 3);
    expect((await callBack(unpaid)).status).toBe(500);
    now += 5 * MINUTE;
    expect((await pay(unpaid)).status).toBe(400);
    expect((await callBack(late)).status).toBe(500);
    expect(await orderOf(late.body.orders[0].orderId)).toMatchObject({ isCompleted: false, status: 'incomplete' });
    expect(live.world.shelf.byGood(COFFEE).stock).toBe(stock);
  });

  test('is placed again by whoever sends it again: VTEX knows no keys', async () => {
    const [one, two] = [await put(COFFEE, 1), await put(COFFEE, 1)];
    expect(one.body.orders[0].orderId).not.toBe(two.body.orders[0].orderId);
  });

  test('is refused where the money is another, and sent to the phone where the bank asks', async () => {
    const cheap = { paymentData: { payments: [{ paymentSystem: 2, installments: 1, referenceValue: 1, value: 1 }] } };
    expect((await put(COFFEE, 1, cheap)).status).toBe(400);
    const placed = await put(COFFEE, 1);
    await pay(placed);
    live.world.askedForCode.add(ANA);
    const asked = await callBack(placed);
    expect([asked.status, asked.body.RedirectResponseCollection[0].redirectUrl]).toEqual([
      428,
      expect.stringMatching(/^https:/),
    ]);
    live.world.askedForCode.clear();
    live.world.declined.add(ANA);
    expect((await callBack(placed)).status).toBe(500);
    live.world.declined.delete(ANA);
    const other = await ask(`POST /api/checkout/pub/gatewayCallback/${placed.body.orders[0].orderGroup}`);
    expect(other.status).toBe(403);
  });
});

describe('the list of orders', () => {
  test('is told in pages, newest first, and never says what was bought', async () => {
    const { list, paging } = await listOf();
    expect(list.length).toBe(Math.min(50, paging.total));
    expect(list.every(({ items }: { items: unknown }) => items === null)).toBe(true);
    const page = (which: number) => ask(`GET /api/oms/user/orders?clientEmail=${ANA}&page=${which}&per_page=5`);
    expect((await page(2)).body.list[0].orderId).toBe(list[5].orderId);
    expect((await page(31)).status).toBe(400);
  });

  test("shows a session its own, and another's to nobody", async () => {
    const cookie = `VtexIdclientAutCookie_willowmarket=${live.signIn('bruno')}`;
    const mine = await ask(`GET /api/oms/user/orders?clientEmail=${ANA}`, { key: null, cookie });
    expect(mine.body.list.every(({ clientName }: { clientName: string }) => /^Bruno/.test(clientName))).toBe(true);
    const [{ orderId }] = (await listOf()).list;
    expect((await ask(`GET /api/oms/user/orders/${orderId}`, { key: null, cookie })).status).toBe(404);
    expect((await ask('GET /api/oms/user/orders', { key: null })).status).toBe(401);
  });

  test('tells every order whole', async () => {
    const emails = ['ana.ferri', 'daniel.hartwell', 'henry.', 'jonas.', 'fionn.'].map(
      (start) => live.world.book.all().find(({ person }) => person.email.startsWith(start))?.person.email ?? '',
    );
    for (const email of emails) {
      const { list } = await listOf(email);
      const [{ orderId }] = list;
      const order = (await ask(`GET /api/oms/user/orders/${orderId}?clientEmail=${email}`)).body;
      expect(order).toMatchObject({ orderId, clientProfileData: { email } });
      expect((await orderOf(orderId)).items.length).toBeGreaterThan(0);
    }
  });
});

describe('a key', () => {
  test('is asked for, must be right, and may do what its roles say', async () => {
    const wrong = { key: KEY.key, token: 'another' } as unknown as typeof KEY;
    const path = 'GET /api/oms/pvt/orders/1000000104232-01';
    const asked = [ask(path, { key: null }), ask(path, { key: wrong }), ask(path, { key: READER })];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([401, 401, 200]);
    expect((await ask('GET /api/rnb/pvt/coupon/any', { key: READER })).status).toBe(403);
  });

  test("is not what a shopper's session is: that is exchanged, and validated", async () => {
    const exchange = (providerId: string) =>
      ask('POST /api/vtexid/audience/webstore/provider/oauth/exchange', {
        key: null,
        body: { providerId, accessToken: accessTokenOf(ANA), duration: 60 },
      });
    expect((await exchange('another')).status).toBe(401);
    const { authToken: token } = (await exchange(PROVIDER)).body;
    const whose = () => ask('POST /api/vtexid/credential/validate', { key: null, body: { token } });
    expect((await whose()).body).toMatchObject({ authStatus: 'Success', user: ANA });
    now += 61 * MINUTE;
    expect((await whose()).status).toBe(401);
    expect((await ask(`GET /api/vtexid/pvt/user/info?user=${ANA}`)).body.name).toBe('Ana Ferri');
  });
});

describe('the catalogue', () => {
  test('is searched in pages of fifty at most, with prices as decimal numbers', async () => {
    const search = (query: string) => ask(`GET /api/catalog_system/pub/products/search?${query}`, { key: null });
    const first = await search('_from=0&_to=49');
    expect([first.status, first.body.length, first.headers.get('resources')]).toEqual([
      206,
      50,
      expect.stringMatching(/^0-49\/\d+$/),
    ]);
    const [found] = (await search(`fq=skuId:${skuOf(COFFEE)}`)).body;
    expect(found.items[0].sellers[0].commertialOffer).toMatchObject({
      Price: 5.45,
      AvailableQuantity: expect.any(Number),
    });
    expect((await search('_from=0&_to=50')).status).toBe(400);
    const similar = await ask(`GET /api/catalog_system/pub/products/crossselling/similars/${found.productId}`);
    expect(similar.body.length).toBeGreaterThan(0);
  });
});

const bought = async (quantity = 2) => {
  const placed = await put(COFFEE, quantity);
  await pay(placed);
  await callBack(placed);
  return String(placed.body.orders[0].orderId);
};

describe('an order afterwards', () => {
  const cancel = (id: string, body: object = { reason: 'asked', requestedByUser: true }) =>
    ask(`POST /api/oms/pvt/orders/${id}/cancel`, { body });
  const invoice = (id: string, quantity: number, number: string, type = 'Output') =>
    ask(`POST /api/oms/pvt/orders/${id}/invoice`, {
      body: {
        ...{ type, issuanceDate: new Date(now).toISOString(), invoiceNumber: number, invoiceValue: '545' },
        ...{ courier: 'Heron Post', trackingNumber: `HE${number}`, trackingUrl: 'https://heron.example' },
        items: [{ id: skuOf(COFFEE), price: 545, quantity }],
      },
    });

  test('is called off freely in its window, later for a while asked for, and never once a part is invoiced', async () => {
    const stock = live.world.shelf.byGood(COFFEE).stock;
    const [free, later, sent] = [await bought(), await bought(), await bought()];
    const asking = { customerEmail: ANA, reason: 'changed my mind' };
    const cookie = `VtexIdclientAutCookie=${live.signIn('ana')}`;
    const request = (id: string) =>
      ask(`POST /api/checkout/pub/orders/${id}/user-cancel-request`, { key: null, cookie, body: asking });
    expect((await request(free)).status).toBe(200);
    expect(await orderOf(free)).toMatchObject({ status: 'canceled', cancellationData: { RequestedByUser: true } });
    expect((await cancel(free)).status).toBe(400);
    now += 40 * MINUTE;
    const again = `VtexIdclientAutCookie=${live.signIn('ana')}`;
    await ask(`POST /api/checkout/pub/orders/${later}/user-cancel-request`, { key: null, cookie: again, body: asking });
    expect((await orderOf(later)).status).toBe('cancellation-requested');
    expect((await ask(`POST /api/oms/pvt/orders/${sent}/start-handling`)).status).toBe(204);
    expect((await invoice(sent, 1, 'A1')).status).toBe(200);
    expect([(await orderOf(sent)).status, (await cancel(sent)).status]).toEqual(['handling', 400]);
    expect((await cancel(later)).status).toBe(200);
    expect(live.world.shelf.byGood(COFFEE).stock).toBe(stock - 2);
  });

  test('is invoiced, sent and brought: VTEX says only of its parcels that they have come', async () => {
    const id = await bought();
    now += 40 * MINUTE;
    await invoice(id, 2, 'B1');
    const track = (isDelivered: boolean) =>
      ask(`PUT /api/oms/pvt/orders/${id}/invoice/B1/tracking`, {
        body: {
          ...{ isDelivered, deliveredDate: isDelivered ? new Date(now).toISOString() : null },
          events: [{ city: 'Milano', state: 'MI', description: 'On its way', date: new Date(now).toISOString() }],
        },
      });
    await track(false);
    const parcel = async () => (await orderOf(id)).packageAttachment.packages[0];
    expect(await parcel()).toMatchObject({ type: 'Output', courierStatus: { finished: false } });
    await track(true);
    expect([(await orderOf(id)).status, (await parcel()).courierStatus.finished]).toEqual(['invoiced', true]);
    await invoice(id, 1, 'B2', 'Input');
    const types = (await orderOf(id)).packageAttachment.packages.map(({ type }: { type: string }) => type);
    expect(types).toEqual(['Output', 'Input']);
  });

  test('is changed a while after VTEX has said yes', async () => {
    const id = await bought(3);
    const body = { reason: 'asked', remove: { items: [{ id: skuOf(COFFEE), quantity: 1 }] } };
    const change = () => ask(`PATCH /api/order-system/orders/${id}/changes`, { body });
    expect([(await change()).status, (await orderOf(id)).items[0].quantity]).toEqual([202, 3]);
    now += MINUTE;
    expect((await orderOf(id)).items[0].quantity).toBe(2);
  });
});

describe('a coupon', () => {
  const give = (couponCode: string, utmCampaign: string, more: object = {}) =>
    ask('POST /api/rnb/pvt/coupon', {
      body: {
        ...{ couponCode, utmSource: 'earshot', utmCampaign, maxItemsPerClient: 1, maxUsage: 1 },
        ...{ expirationIntervalPerUse: '00:00:00', ...more },
      },
    });
  const paidWith = async (code: string, less: number) => {
    const value = 1090 + 390 - less;
    const payments = [{ paymentSystem: 2, installments: 1, referenceValue: value, value }];
    return put(COFFEE, 2, { paymentData: { payments }, marketingData: { coupon: code } });
  };

  test('is worth what the promotion of its utm gives, once, and nothing without one', async () => {
    const promotions = (await ask('GET /api/rnb/pvt/benefits/calculatorconfiguration')).body.items;
    const five = promotions.find(({ utmCampain }: { utmCampain: string }) => utmCampain === 'worth-500');
    const { nominalDiscountValue } = (
      await ask(`GET /api/rnb/pvt/calculatorconfiguration/${five.idCalculatorConfiguration}`)
    ).body;
    // Whole units, with decimals.
    expect(nominalDiscountValue).toBe(5);
    expect([(await give('SORRY-5', 'worth-500')).status, (await give('SORRY-5', 'worth-500')).status]).toEqual([
      201, 200,
    ]);
    expect((await paidWith('SORRY-5', 500)).status).toBe(200);
    expect((await paidWith('SORRY-5', 500)).status).toBe(400);
    const usage = (await ask('GET /api/rnb/pvt/coupon/usage/SORRY-5')).body.profileUsages.profileId.orderUsage;
    expect(usage).toHaveLength(1);
    await give('NOTHING', 'of no promotion');
    expect((await paidWith('NOTHING', 500)).status).toBe(400);
    await give('GONE', 'worth-500');
    await ask('POST /api/rnb/pvt/archive/coupon/GONE');
    expect((await ask('GET /api/rnb/pvt/coupon/GONE')).body.isArchived).toBe(true);
    expect((await paidWith('GONE', 500)).status).toBe(400);
  });
});

describe('a cart', () => {
  const FORM = '/api/checkout/pub/orderForm';

  test('is filled, changed by place, and ordered from', async () => {
    const cookie = `VtexIdclientAutCookie_willowmarket=${live.signIn('ana')}`;
    const { orderFormId } = (await ask(`GET ${FORM}?forceNewCart=true`, { key: null, cookie })).body;
    const form = (what: string, body?: object) => ask(`POST ${FORM}/${orderFormId}/${what}`, { body });
    const soldOut = live.world.shelf.all().find(({ stock }) => stock === 0)?.skuId ?? '';
    const add = (id: string, quantity: number) =>
      form('items', { orderItems: [{ id, quantity, seller: '1', index: 0 }] });
    expect((await add(soldOut, 1)).body).toMatchObject({ items: [], messages: [{ code: 'withoutStock' }] });
    expect((await add('9', 1)).body.messages[0].code).toBe('ORD027');
    expect((await add(skuOf(COFFEE), 1)).body.items).toHaveLength(1);
    const { value, items } = (await form('items/update', { orderItems: [{ index: 0, quantity: 2 }] })).body;
    expect([value, items[0].quantity]).toEqual([1480, 2]);
    expect((await form('coupons', { text: 'NOBODY-KNOWS' })).body.messages[0].code).toBe('couponNotFound');
    await form('coupons', { text: '' });
    const seen = (await ask(`GET ${FORM}/${orderFormId}`, { key: null })).body;
    expect(JSON.stringify(seen)).not.toMatch(/Ferri|Salici/);
    await form('attachments/paymentData', {
      payments: [{ paymentSystem: 2, installments: 1, value: 1480, referenceValue: 1480 }],
    });
    const sent = { referenceId: orderFormId, value: 1480, referenceValue: 1480, interestValue: 0 };
    expect((await form('transaction', sent)).body.orders[0].value).toBe(1480);
    expect((await ask(`GET ${FORM}/${orderFormId}`)).body.items).toEqual([]);
  });

  test('takes its time where a test lets it', async () => {
    let go = () => {};
    live.world.cartsWait = () => new Promise((done) => (go = done));
    let isThere = false;
    const asked = ask(`GET ${FORM}`).then(() => (isThere = true));
    await ask('GET /api/oms/pvt/orders/1000000104232-01');
    expect(isThere).toBe(false);
    live.world.cartsWait = async () => {};
    go();
    await asked;
  });
});

describe('Master Data', () => {
  const search = (entity: string, where: string, range = 'resources=0-10') =>
    ask(`GET /api/dataentities/${entity}/search?_where=${encodeURIComponent(where)}&_fields=email,isNewsletterOptIn`, {
      range,
    });

  test('is searched in ranges, and shuts out whoever asks for parts of words', async () => {
    const found = await search('CL', `email=${ANA}`);
    expect([found.body[0].email, found.headers.get('rest-content-range')]).toEqual([ANA, 'resources 0-10/1']);
    expect((await search('CL', 'email=*ana*')).status).toBe(503);
    expect((await search('CL', `email=${ANA}`, 'resources=0-200')).status).toBe(400);
  });

  test('keeps what a shop makes of its own, and makes nothing twice', async () => {
    const document = { id: 'one', conversation: 'c-1' };
    const create = () => ask('POST /api/dataentities/earshot/documents', { body: document });
    const made = await create();
    expect([made.status, made.body.DocumentId]).toEqual([201, 'one']);
    expect((await create()).status).toBe(304);
    await ask('PATCH /api/dataentities/earshot/documents/one', { body: { seen: true } });
    const read = await ask('GET /api/dataentities/earshot/documents/one?_fields=conversation,seen');
    expect(read.body).toMatchObject({ id: 'one', conversation: 'c-1', seen: true });
    await ask('DELETE /api/dataentities/earshot/documents/one');
    expect((await ask('GET /api/dataentities/earshot/documents/one')).status).toBe(404);
  });
});

describe('news of orders', () => {
  const filter = { type: 'FromWorkflow', status: ['window-to-cancel'] };

  test('is told to a hook that answers, with the states before and after', async () => {
    const hook = await openVendor(() => ({ status: 200, json: {} }));
    const config = (url: string) =>
      ask('POST /api/orders/hook/config', { body: { filter, hook: { url, headers: { key: 'ours' } } } });
    expect((await config(await deadAddress())).status).toBe(400);
    expect((await config(`${hook.base}/hook`)).status).toBe(200);
    const id = await bought();
    now += 3 * MINUTE;
    const heard = await live.tell();
    await ask('DELETE /api/orders/hook/config');
    await hook.close();
    const told = hook.asked.filter(({ body }) => JSON.stringify(body).includes(id));
    expect([heard > 0, told]).toMatchObject([
      true,
      [{ headers: { key: 'ours' }, body: { State: 'window-to-cancel' } }],
    ]);
  });

  test('waits in a feed until it is taken away', async () => {
    const queue = { visibilityTimeoutInSeconds: 60, MessageRetentionPeriodInSeconds: 345_600 };
    await ask('POST /api/orders/feed/config', { body: { filter, queue } });
    const id = await bought();
    now += 3 * MINUTE;
    const take = async () => (await ask('GET /api/orders/feed?maxlot=10')).body;
    expect((await take()).map((one: { orderId: string }) => one.orderId)).toContain(id);
    expect(await take()).toEqual([]);
    now += 2 * MINUTE;
    const again: readonly { handle: string }[] = await take();
    expect(again.length).toBeGreaterThan(0);
    await ask('POST /api/orders/feed', { body: { handles: again.map(({ handle }) => handle) } });
    now += 2 * MINUTE;
    expect(await take()).toEqual([]);
    expect((await ask('GET /api/orders/feed?maxlot=11')).status).toBe(400);
  });
});

test('whoever asks too often is told to wait', async () => {
  live.world.limits.throttle(1);
  const [first, second] = [
    await ask('GET /api/vtexid/pvt/user/info?user=any'),
    await ask('GET /api/vtexid/pvt/user/info?user=any'),
  ];
  expect([first.status, first.headers.get('retry-after'), second.status]).toEqual([429, '60', 200]);
});
