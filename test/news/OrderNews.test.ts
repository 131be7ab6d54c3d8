/** News of orders: nothing without a yes to the way it comes, once, not at night, and at a speaker without what was bought. */

import { askForChanges } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
import { MONDAY } from '../kit/house';
import { joinedAt } from '../kit/joined';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const HOUR = 3_600_000;
const OWN = 'shopper:shopper-ana';

const shop = readShopFile();
const whatsapp = createPostBox('whatsapp');
const at = useHouse({ at: MONDAY, channels: [whatsapp], shop: { ...shop, news: { ...shop.news, offers: true } } });
beforeEach(() => void whatsapp.sent.splice(0));

const looks = async () => {
  await askForChanges(at.house);
  await settle(at.house);
};
const later = async (hours: number) => {
  at.house.clock.advance(hours * HOUR);
  await looks();
};
const told = async () =>
  (await at.house.store.conversations.history(OWN, 50)).filter(({ by, channel }) => by === 'bot' && channel === 'desk');

async function order(): Promise<void> {
  await looks();
  const texter = at.texter();
  await texter.says('reorder my coffee');
  expect((await texter.says('yes')).replies[0]).toContain('placed');
}

test('asked once, in writing: with a yes each change is written in the chat, once and not at night', async () => {
  at.house.clock.advance(9 * HOUR);
  await order();
  const texter = at.texter();
  expect((await texter.says('where is my coffee')).asks).toBe('OrderNews.message');
  expect((await texter.says('yes')).replies).toEqual(['OrderNews.keptMessage']);
  expect((await texter.says('where is my coffee')).asks).not.toBe('OrderNews.message');
  // Sent at ten in the evening: nobody is written to before eight.
  await later(2.5);
  expect([at.house.orders(), await told()]).toEqual([1, []]);
  await later(9);
  expect(await told()).toEqual([]);
  await later(1);
  await looks();
  const [sent, ...more] = await told();
  expect([sent?.text.includes('Bella Roma'), sent?.text.includes('on its way'), more]).toEqual([true, true, []]);
  await later(24);
  expect((await told()).map(({ text }) => text.includes('out for delivery'))).toEqual([false, true]);
  expect((await texter.says('stop the news')).replies).toEqual(['OrderNews.stopped']);
  await later(7);
  expect(await told()).toHaveLength(2);
  expect((await texter.says('stop the news')).replies).toEqual(['OrderNews.hadNone']);
});

test('at a speaker the next visit begins with it, without what was bought, and once', async () => {
  await order();
  const asked = await at.speaker().hears('OrderStatus', { product: 'coffee' });
  expect(asked.asks).toBe('OrderNews.visit');
  await later(3);
  // Nobody said yes yet.
  expect((await at.speaker().opens()).replies).toEqual(['Welcome.brief']);
  expect((await at.speaker().hears('OrderNews', { news: { said: 'notify me', ids: ['on'] } })).replies).toEqual([
    'OrderNews.keptVisit',
  ]);
  await later(45);
  const back = await at.speaker().opens();
  expect(back.replies).toEqual(['Welcome.brief', 'OrderNews.out']);
  expect(back.say).not.toContain('Bella');
  expect((await at.speaker().opens()).replies).toEqual(['Welcome.brief']);
  // Whoever asks hears which it was.
  expect((await at.speaker().hears('MyData')).replies).toContain('MyData.news');
  expect(await told()).toEqual([]);
  await at.speaker().hears('OrderNews', { news: { said: 'stop', ids: ['off'] } });
  await later(7);
  expect((await at.speaker().opens()).replies).toEqual(['Welcome.brief']);
});

test('what a shopper has heard themselves is no news; and nothing is sent to somebody forgotten', async () => {
  await order();
  const speaker = at.speaker();
  await speaker.hears('OrderNews');
  await later(3);
  // They ask before they are told.
  expect((await at.speaker().hears('OrderStatus', { product: 'coffee' })).replies[0]).toBe(
    'OrderStatus.shippedExpected',
  );
  expect((await at.speaker().opens()).replies).toEqual(['Welcome.brief']);
  await at.house.store.privacy.erase([OWN], 'shopper-ana');
  await later(25);
  expect((await at.speaker().opens()).replies).toEqual(['Welcome.first']);
});

test('on the phone it is written there; what a person is writing with is left to them until they are done', async () => {
  await order();
  const { reach, store } = at.house;
  const who = { conversationId: OWN, shopper: null, locale: 'it-IT' };
  await joinedAt({ reach, store }, { channel: 'whatsapp', address: '391112223334' }, who);
  await at.texter().says('keep me posted about my order');
  await at.texter().says('I want to talk to a person');
  await later(3);
  expect(whatsapp.sent).toEqual([]);
  await at.texter().says('start over');
  await later(1);
  expect(whatsapp.sent.map(({ to, text }) => [to, text.includes('è in viaggio')])).toEqual([['391112223334', true]]);
  await later(1);
  expect(whatsapp.sent).toHaveLength(1);
});
