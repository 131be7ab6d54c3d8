/** What Telegram's webhook door lets in, what it stores, and what it refuses. */

import { telegramDoor } from '../../../lambda/channels/telegram/door';
import { type OpenDoor, openDoor, openLog, openShelf } from '../../kit/fake-vendor';
import { ANA, dateOf, HEADERS, messageOf, NOW, SECRET, tapOf, updateOf } from './kit';

let door: OpenDoor;
let shelf: ReturnType<typeof openShelf>;
let log: ReturnType<typeof openLog>;

async function open(secrets: readonly string[] = [SECRET]): Promise<void> {
  shelf = openShelf();
  log = openLog();
  door = await openDoor(telegramDoor({ settings: { secrets }, put: shelf.put, now: () => NOW, log }));
}
beforeEach(() => open());
afterEach(() => door.close());

const post = async (body: string, headers: Record<string, string> = HEADERS): Promise<number> =>
  (await fetch(`${door.url}/channels/telegram`, { method: 'POST', body, headers })).status;
const withSecret = (secret: string) => ({ ...HEADERS, 'x-telegram-bot-api-secret-token': secret });
const keys = () => shelf.all.map(({ key }) => key);

describe('an update', () => {
  it('that is genuine is stored before it is acknowledged', async () => {
    expect(await post(updateOf(81))).toBe(200);
    expect(shelf.all.map(({ source, key, lane }) => [source, key, lane])).toEqual([['telegram', '81', String(ANA)]]);
  });

  it.each([
    ['another secret', withSecret('agreed_with-telegram')],
    ['an empty secret', withSecret('')],
    ['no secret', {}],
  ])('that is forged, with %s, is refused', async (_, headers) => {
    expect(await post(updateOf(81), headers)).toBe(401);
    expect(shelf.all).toEqual([]);
  });

  it('is refused with an empty secret even where none is set', async () => {
    await door.close();
    await open(['']);
    expect(await post(updateOf(81), withSecret(''))).toBe(401);
    await door.close();
    await open([]);
    expect(await post(updateOf(81), {})).toBe(401);
  });

  it('that is duplicate is acknowledged and stored once', async () => {
    expect([await post(updateOf(81)), await post(updateOf(81))]).toEqual([200, 200]);
    expect(keys()).toEqual(['81']);
  });

  it('that is replayed when its key may be forgotten is not taken again', async () => {
    expect(await post(updateOf(81, { message: messageOf({ date: dateOf(3 * 86_400) }) }))).toBe(200);
    expect(shelf.all).toEqual([]);
    expect(log.lines.join()).toContain('too old');
  });

  it('that is late by a day is taken, and a new change of an old message too', async () => {
    await post(updateOf(81, { message: messageOf({ date: dateOf(86_400) }) }));
    await post(updateOf(82, { edited_message: messageOf({ date: dateOf(30 * 86_400), edit_date: dateOf(5) }) }));
    expect(keys()).toEqual(['81', '82']);
  });

  it('that is reordered is stored whatever came before it, each with its own key', async () => {
    for (const id of [83, 81, 82, 83]) expect(await post(updateOf(id))).toBe(200);
    expect(keys()).toEqual(['83', '81', '82']);
  });

  it('is read as it came: emoji, escapes, blanks, the order of keys', async () => {
    const text = 'the last bag was \\u0074orn 😢';
    expect(
      await post(
        ` { "message" :\n${JSON.stringify(messageOf({ text: 'x' })).replace('"x"', `"${text}"`)}, "update_id": 81.0}`,
      ),
    ).toBe(200);
    expect(shelf.all[0]?.body).toContain('the last bag was torn 😢');
  });

  it('is taken with the old secret and with the new one while they are changed, then with the new one only', async () => {
    await door.close();
    await open(['new', 'old']);
    expect([await post(updateOf(1), withSecret('old')), await post(updateOf(2), withSecret('new'))]).toEqual([
      200, 200,
    ]);
    await door.close();
    await open(['new']);
    expect(await post(updateOf(3), withSecret('old'))).toBe(401);
  });

  it('of more than a megabyte is refused', async () => {
    expect(await post(updateOf(81, { message: messageOf({ text: 'x'.repeat(1024 * 1024) }) }))).toBe(413);
    expect(shelf.all).toEqual([]);
  });

  it.each([
    ['no JSON', '{"update_id":'],
    ['nothing', ''],
    ['without an id', '{"message":{}}'],
    ['with an id that is no number', '{"update_id":"81"}'],
    ['a list', '[]'],
  ])('that is %s is refused', async (_, body) => {
    expect(await post(body)).toBe(400);
  });

  it('that cannot be stored is not acknowledged, and is taken when it comes again', async () => {
    shelf.broken = true;
    expect(await post(updateOf(81))).toBe(500);
    shelf.broken = false;
    expect(await post(updateOf(81))).toBe(200);
    expect(keys()).toEqual(['81']);
  });

  it.each([
    ['of an unknown shape', { message: { text: 'hello' } }],
    ['from a group', { message: messageOf({ chat: { id: -100, type: 'supergroup' } }) }],
    [
      'of a tap in a group',
      { callback_query: tapOf('yes', { message: messageOf({ chat: { id: -100, type: 'group' } }) }) },
    ],
    ['of a kind nobody asked for', { my_chat_member: { from: { id: ANA } } }],
  ])('%s is acknowledged, so that it does not come again, and left alone', async (_, things) => {
    expect(await post(updateOf(81, things))).toBe(200);
    expect(shelf.all).toEqual([]);
  });

  it('leaves no words of a shopper in the log, and no secret', async () => {
    await post(updateOf(81, { message: { text: 'my secret wish' } }));
    await post(updateOf(81), withSecret('a guess'));
    await post(updateOf(82, { message: messageOf({ date: 1 }) }));
    expect(log.lines).toHaveLength(3);
    expect(log.lines.join()).not.toMatch(/wish|order|guess|Agreed/);
  });

  it('sent with another method is refused', async () => {
    expect((await fetch(`${door.url}/channels/telegram`)).status).toBe(405);
  });
});
