/** What Meta's webhook door lets in, how it takes it apart, and what it refuses. */

import fc from 'fast-check';
import { whatsappDoor } from '../../../lambda/channels/whatsapp/door';
import { type OpenDoor, openDoor, openLog, openShelf } from '../../kit/fake-vendor';
import { ANA, messageOf, NOW, SECRET, settingsAt, signed, statusOf, timestamp, webhookOf } from './kit';

let door: OpenDoor;
let shelf: ReturnType<typeof openShelf>;
let log: ReturnType<typeof openLog>;

async function open(appSecrets: readonly string[] = [SECRET]): Promise<void> {
  shelf = openShelf();
  log = openLog();
  const settings = { ...settingsAt(''), appSecrets };
  door = await openDoor(whatsappDoor({ settings, put: shelf.put, now: () => NOW, log }));
}
beforeEach(() => open());
afterEach(() => door.close());

const post = async (body: string | Buffer, headers: Record<string, string> = signed(body)): Promise<number> =>
  (await fetch(`${door.url}/channels/whatsapp`, { method: 'POST', body, headers })).status;
const keys = () => shelf.all.map(({ key }) => key);

describe('the set-up of the webhook', () => {
  const ask = (query: Record<string, string>) => fetch(`${door.url}/channels/whatsapp?${new URLSearchParams(query)}`);
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': 'agreed', 'hub.challenge': '19283' };

  it('answers the challenge of whoever knows the token', async () => {
    const answer = await ask(right);
    expect([answer.status, await answer.text()]).toEqual([200, '19283']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  it.each([
    [403, 'another token', { ...right, 'hub.verify_token': 'agreeD' }],
    [403, 'no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    [403, 'another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    [400, 'a challenge that is a page', { ...right, 'hub.challenge': '<script>' }],
    [400, 'no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'agreed' }],
  ])('answers %s to %s', async (status, _, query) => {
    const answer = await ask(query);
    expect([answer.status, await answer.text()]).toEqual([status, '']);
  });
});

describe('a webhook', () => {
  it('that is genuine is stored, one thing each, before it is acknowledged', async () => {
    const body = webhookOf({ messages: [messageOf('wamid.1')], statuses: [statusOf('wamid.9', 'read')] });
    expect(await post(body)).toBe(200);
    expect(shelf.all.map(({ source, key, lane }) => [source, key, lane])).toEqual([
      ['whatsapp', 'wamid.1', ANA.scopedId],
      ['whatsapp', 'wamid.9/read', ANA.scopedId],
    ]);
  });

  it.each([
    ['another secret', (body: string) => signed(body, 'a guess')],
    ['the signature of other words', () => signed('{}')],
    ['no signature', () => ({})],
    [
      'half a signature',
      (body: string) => ({ 'x-hub-signature-256': signed(body)['x-hub-signature-256']?.slice(0, 40) ?? '' }),
    ],
    ['the old kind of signature', () => ({ 'x-hub-signature': 'sha1=00' })],
  ])('that is forged, with %s, is refused', async (_, headers) => {
    const body = webhookOf({ messages: [messageOf('wamid.1')] });
    expect(await post(body, headers(body))).toBe(401);
    expect(shelf.all).toEqual([]);
  });

  it('that is duplicate is acknowledged and stored once', async () => {
    const body = webhookOf({ messages: [messageOf('wamid.1')] });
    expect([await post(body), await post(body)]).toEqual([200, 200]);
    expect(await post(webhookOf({ messages: [messageOf('wamid.2'), messageOf('wamid.1')] }))).toBe(200);
    expect(keys()).toEqual(['wamid.1', 'wamid.2']);
  });

  it('that is replayed when its key may be forgotten is not taken again', async () => {
    const old = messageOf('wamid.1', { timestamp: timestamp(9 * 86_400) });
    expect(await post(webhookOf({ messages: [old] }))).toBe(200);
    expect(shelf.all).toEqual([]);
    expect(log.lines.join()).toContain('"late":1');
  });

  it('that is late by a week is taken', async () => {
    expect(await post(webhookOf({ messages: [messageOf('wamid.1', { timestamp: timestamp(7 * 86_400) })] }))).toBe(200);
    expect(keys()).toEqual(['wamid.1']);
  });

  it('that is reordered inside is put right by the time of each, and by its place where the time is the same', async () => {
    const messages = [
      messageOf('wamid.3', { timestamp: timestamp(1) }),
      messageOf('wamid.1', { timestamp: timestamp(5) }),
      messageOf('wamid.4', { timestamp: timestamp(1) }),
    ];
    const statuses = [statusOf('wamid.0', 'sent', { timestamp: timestamp(3) })];
    await post(webhookOf({ messages, statuses }));
    expect(keys()).toEqual(['wamid.1', 'wamid.0/sent', 'wamid.3', 'wamid.4']);
  });

  it('is checked over the bytes as they came: emoji, escapes, blanks, the order of keys', async () => {
    const body = webhookOf({ messages: [messageOf('wamid.1', { text: { body: 'è rotto 😢' } })] })
      .replace('{"object"', '{ \n "z" : 1.0 ,\t"object"')
      .replace('rotto', '\\u0072otto');
    expect(await post(body)).toBe(200);
    expect(shelf.all[0]?.body).toContain('è rotto 😢');
    expect(await post(JSON.stringify(JSON.parse(body)), signed(body))).toBe(401);
  });

  it('is taken with the old secret and with the new one while they are changed, then with the new one only', async () => {
    const [before, after] = [webhookOf({ messages: [messageOf('1')] }), webhookOf({ messages: [messageOf('2')] })];
    await door.close();
    await open(['new', 'old']);
    expect([await post(before, signed(before, 'old')), await post(after, signed(after, 'new'))]).toEqual([200, 200]);
    expect(keys()).toEqual(['1', '2']);
    await door.close();
    await open(['new']);
    expect(await post(before, signed(before, 'old'))).toBe(401);
  });

  it('of more than three megabytes is refused', async () => {
    const body = webhookOf({ messages: [messageOf('wamid.1', { text: { body: 'x'.repeat(3 * 1024 * 1024) } })] });
    expect(await post(body)).toBe(413);
    expect(shelf.all).toEqual([]);
  });

  it.each([
    ['no JSON', '{"object":'],
    ['nothing', ''],
    ['of another product', '{"object":"page","entry":[]}'],
    ['without entries', '{"object":"whatsapp_business_account"}'],
    ['a list', '[]'],
  ])('that is %s is refused, even signed', async (_, body) => {
    expect(await post(body)).toBe(400);
    expect(log.lines.join()).toContain('not a webhook');
  });

  it('that cannot be stored is not acknowledged, and is whole when it comes again', async () => {
    const body = webhookOf({ messages: [messageOf('wamid.1'), messageOf('wamid.2')] });
    shelf.broken = true;
    expect(await post(body)).toBe(500);
    shelf.broken = false;
    expect(await post(body)).toBe(200);
    expect(keys()).toEqual(['wamid.1', 'wamid.2']);
    expect(log.lines.join()).toContain('not stored');
  });

  it('keeps what is good where one thing in it is of no known shape', async () => {
    const messages = [{ nonsense: true }, messageOf('wamid.1'), { ...messageOf('wamid.2'), timestamp: 'noon' }];
    expect(await post(webhookOf({ messages }))).toBe(200);
    expect(keys()).toEqual(['wamid.1']);
    expect(log.lines.join()).toContain('"malformed":2');
  });

  it('of another number, or about something else, is acknowledged and left alone', async () => {
    expect(await post(webhookOf({ messages: [messageOf('wamid.1')] }, { number: '8002' }))).toBe(200);
    expect(await post(webhookOf({ messages: [messageOf('wamid.2')] }, { field: 'calls' }))).toBe(200);
    expect(shelf.all).toEqual([]);
  });

  it('leaves no words, names or numbers of a shopper in the log', async () => {
    const body = webhookOf({ messages: [messageOf('wamid.1', { timestamp: 'noon' })] });
    await post(body);
    await post(body, signed('x'));
    expect(log.lines).toHaveLength(2);
    expect(log.lines.join()).not.toMatch(/words of|390612345678|77Q2ana/);
  });

  it('sent with another method is refused', async () => {
    const answer = await fetch(`${door.url}/channels/whatsapp`, { method: 'PUT' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

/** Webhooks in any order, each as often as Meta likes, cut in any way; a failure names its seed. */
it('stores everything once, however often and in whatever order it comes', async () => {
  const thing = fc.record({ id: fc.nat(9).map((n) => `wamid.${n}`), batch: fc.nat(4) });
  const deliveries = fc.array(fc.nat(4), { minLength: 1, maxLength: 8 });
  const property = fc.asyncProperty(fc.array(thing, { maxLength: 12 }), deliveries, async (things, order) => {
    await door.close();
    await open();
    for (const batch of order) {
      const messages = things.filter((one) => one.batch === batch).map(({ id }) => messageOf(id));
      expect(await post(webhookOf({ messages }))).toBe(200);
    }
    const sent = things.filter(({ batch }) => order.includes(batch)).map(({ id }) => id);
    expect([...keys()].sort()).toEqual([...new Set(sent)].sort());
  });
  await fc.assert(property, { numRuns: 25 });
});
