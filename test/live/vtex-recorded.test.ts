/** The requests of a reorder, a cancellation, a coupon, money back, a return, a cart, a feed and a contact stand in docs/vtex-requests.md, each as VTEX itself describes it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { accepted, callOf } from '../contracts/shop-trial';
import { LOCALES } from '../kit/house';
import { createJudge } from './vtex/described';
import { openVtex } from './vtex/open';
import { type Order, withStatus } from './vtex/orders';
import { KEY } from './vtex/world';

const DOC = join(__dirname, '..', '..', 'docs', 'vtex-requests.md');
/** A Thursday, at the shop and at VTEX alike. */
const now = () => Date.UTC(2026, 10, 26, 9);
const judge = createJudge();
if (!judge.isThere) test.skip("EARSHOT_SPECS is not set: VTEX's own description judges nothing", () => {});

test('are what the provider asks, and as they are described', async () => {
  const live = await openVtex({ judge, clock: now });
  const asked: { readonly sent: string; status: number }[] = [];
  const recording: typeof fetch = async (input, init) => {
    const path = decodeURIComponent(String(input).slice(live.url.length));
    const one = { sent: [`${init?.method} ${path}`, init?.body ?? ''].filter(Boolean).join('\n'), status: 0 };
    asked.push(one);
    const response = await fetch(input, init);
    one.status = response.status;
    return response;
  };
  const house = {
    ...{ folder: null, merchant: merchantOf(readShopFile()), calendar: now, now, fresh: false },
    ...{ fetch: recording, sayGood: createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined }) },
  };
  const env = { ...live.env, VTEX_COUPON_UTM: 'earshot', VTEX_FEED: 'on', VTEX_RETURNS: 'on' };
  const { shop, changes, records } = await shopOpener(readShop(env, { secret: 'any', shopName: 'any' }))(house);
  const credential = live.signIn('ana');
  const call = callOf(now);
  const { id: shopperId } = accepted(await shop.accounts.whoIs(credential, call));
  const shopper = { ...call, shopperId, credential };
  const parts: string[] = [];
  const told = (title: string) => {
    parts.push(`## ${title}\n\n\`\`\`http\n${asked.splice(0).map(written).join('\n\n')}\n\`\`\`\n`);
  };
  told('Who is speaking');
  const productId = live.world.shelf.byGood('bella-roma-ground').skuId;
  // Orders of before are asked for one by one, which is a matter of its own.
  const proposal = accepted(await shop.purchases.propose({ lines: [{ productId, quantity: 2 }] }, shopper));
  asked.splice(0, asked.length, ...asked.filter(({ sent }) => !sent.startsWith('GET /api/oms/user/orders/')));
  told('A quote');
  const order = accepted(await shop.purchases.place(proposal, shopper));
  told('The yes');
  const worth = { minor: 500, currency: order.total.currency };
  accepted(
    (await shop.care?.coupon?.({ kind: 'coupon', orderId: order.id, worth, days: 30 }, 'a key', shopper)) ?? fail(),
  );
  told('A coupon');
  accepted(
    (await shop.care?.cancel?.({ kind: 'cancel', orderId: order.id, parts: null }, 'another', shopper)) ?? fail(),
  );
  told('Cancelling');
  const second = accepted(await shop.purchases.propose({ lines: [{ productId, quantity: 1 }] }, shopper));
  const { id: inHand } = accepted(await shop.purchases.place(second, shopper));
  live.world.book.put(withStatus(live.world.book.byId(inHand) as Order, 'handling', now()));
  asked.splice(0);
  accepted((await shop.care?.cancel?.({ kind: 'cancel', orderId: inHand, parts: null }, 'wished', shopper)) ?? fail());
  told('Cancelling what somebody has in hand');
  const sent = live.world.book.all().find(({ person, packages }) => person.userId === shopperId && packages.length > 0);
  const [line] = sent?.lines ?? [];
  if (!sent || !line) throw new Error('nothing was sent');
  const amount = { minor: line.price, currency: order.total.currency };
  const back = [{ productId: line.skuId, quantity: 1 }];
  const giving = { kind: 'refund', orderId: sent.orderId, parts: back, amount } as const;
  accepted((await shop.care?.refund?.(giving, 'a third', shopper)) ?? fail());
  told('Money back for what was sent');
  const there = live.world.book
    .all()
    .filter(
      ({ person, packages }) => person.userId === shopperId && packages.every((one) => one.courierStatus?.finished),
    );
  const arrived = there.find(({ orderId, packages }) => packages.length > 0 && orderId !== sent.orderId);
  const [first] = arrived?.lines ?? [];
  if (!arrived || !first) throw new Error('nothing has come');
  const goods = [{ productId: first.skuId, quantity: 1 }];
  const going = { kind: 'return', orderId: arrived.orderId, parts: goods, by: 'label' } as const;
  const price = { minor: first.price, currency: order.total.currency };
  accepted((await shop.care?.return?.({ ...going, amount: price }, 'a fourth', shopper)) ?? fail());
  told('Goods that shall go back');
  if (!shop.cart || !('page' in shop.cart)) fail();
  accepted(await shop.cart.contents(shopper));
  accepted(await shop.cart.page(shopper));
  told('The cart');
  // As the merchant sets it up, and somebody at the shop packs.
  const queue = { visibilityTimeoutInSeconds: 60, MessageRetentionPeriodInSeconds: 345_600 };
  const filter = { type: 'FromWorkflow', status: ['handling'] };
  const key = { 'x-vtex-api-appkey': KEY.key, 'x-vtex-api-apptoken': KEY.token };
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...key };
  const body = JSON.stringify({ filter, queue });
  await fetch(`${live.url}/api/orders/feed/config`, { method: 'POST', headers, body });
  live.world.book.put(withStatus(sent, 'handling', now()));
  const page = accepted((await changes?.since?.(null, call)) ?? fail());
  expect(page.changes.map(({ orderId }) => orderId)).toEqual([sent.orderId]);
  await page.settle?.(call);
  expect(accepted((await changes?.ownerOf?.(sent.orderId, call)) ?? fail())).toBe(shopperId);
  told('What has changed');
  const contact = { id: 'HAND-OFF', shopperId, reference: 'K4T9', reason: 'asked', wish: 'answer', at: now() } as const;
  const where = { channels: ['alexa', 'web'], answerTo: 'whatsapp', consents: ['message'] } as const;
  accepted((await records?.note({ ...contact, ...where }, call)) ?? fail());
  accepted((await records?.forget('HAND-OFF', call)) ?? fail());
  told('Contact history, and what is forgotten of it');
  await live.close();
  expect(judge.take()).toEqual([]);
  const doc = readFileSync(DOC, 'utf8');
  for (const part of parts) expect(doc).toContain(part);
});

function written({ sent, status }: { readonly sent: string; readonly status: number }): string {
  return `${lasting(sent)}\n→ ${status}`;
}

/** Without what is another each time. */
function lasting(text: string): string {
  return text
    .replace(/\beyJ[\w-]+/g, 'SESSION')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'KEY')
    .replace(/[\dA-F]{32}/g, 'ID')
    .replace(/[\da-f]{32}/g, 'DOCUMENT')
    .replace(/"at":\d+/, '"at":NOW')
    .replace(/\b1\d{12}\b/g, 'ORDER')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'NOW')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://willowmarket.vtexcommercestable.com.br');
}

function fail(): never {
  throw new Error('it cannot be done');
}
