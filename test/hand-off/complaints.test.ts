/** What users of other hand-offs complain of, each as a test that it does not happen here. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryLine } from '../../lambda/services/conversation/lines';
import { SECRETS } from '../fixtures/chatwoot-desk';
import { signedHeaders } from '../fixtures/chatwoot-server';
import { type House, MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { queued } from '../kit/queued';
import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';
import { createWriter, settle } from '../kit/writer';
import { type ChatwootHouse, openChatwootHouse } from './chatwoot-house';

const box = createPostBox('whatsapp', 'noticed');
const at = useHouse({ at: MONDAY, staffed: true, channels: [box] });
const writer = (address = '390612345678') => createWriter(at.house, box, address);
beforeEach(() => void box.sent.splice(0));

const linesOf = (house: House, id: string): Promise<readonly HistoryLine[]> =>
  house.store.conversations.history(id, 100);
const sentBy = (by: 'bot' | 'person') => box.sent.filter((one) => one.by === by);

describe('the bot keeps replying after a hand-off', () => {
  test('it sends nothing while a person has the conversation, whatever is written', async () => {
    const shopper = writer();
    await shopper.writes('I want to talk to a person');
    await at.agent().takes();
    box.sent.splice(0);
    for (const text of ['where is my order', 'yes', 'no', 'hello', 'help', 'reorder my coffee', '123456', '👍'])
      expect(await shopper.writes(text)).toEqual([]);
    expect(box.sent).toEqual([]);
    const [handOff] = await queued(at.house.store);
    const toDesk = await at.house.store.outbox.ofConversation(handOff?.conversationId ?? '', 100);
    expect(toDesk.filter(({ destination, kind }) => destination === 'desk' && kind === 'message')).toHaveLength(8);
  });

  test('words of the bot that waited when a person took over are never sent', async () => {
    const shopper = writer();
    await shopper.writes('I want to talk to a person');
    await at.agent().returns();
    await settle(at.house);
    await shopper.posts('what does shipping to Germany cost');
    await at.house.incoming.round();
    at.house.clock.advance(1_000);
    await at.agent().says('Let me tell you.');
    box.sent.splice(0);
    await settle(at.house);
    expect(sentBy('bot')).toEqual([]);
    expect(sentBy('person').map(({ text }) => text)).toEqual(['Let me tell you.']);
  });
});

describe('the bot sends a closing reply of its own after the hand-off', () => {
  test('what it says as it hands over is one message, its last', async () => {
    const sent = await writer().writes('I want to talk to a person');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toMatch(/passed this on/);
    await settle(at.house);
    expect(box.sent).toHaveLength(1);
  });
});

describe('the bot is silent after the return', () => {
  test('the next message gets an answer, and the end of the human stretch stands in the history', async () => {
    const shopper = writer();
    await shopper.writes('I want to talk to a person');
    const marta = at.agent();
    await marta.says('Done.');
    await marta.returns();
    await settle(at.house);
    expect(box.sent.at(-1)).toMatchObject({ by: 'bot', text: expect.stringContaining('Marta is done here') });
    const answered = await shopper.writes('what does shipping to Germany cost');
    expect(answered).toHaveLength(1);
    const lines = await linesOf(at.house, shopper.conversationId);
    expect(lines.map(({ by, channel }) => `${by} ${channel}`).slice(-4)).toEqual([
      'person desk',
      'bot desk',
      'shopper whatsapp',
      'bot whatsapp',
    ]);
  });

  test('also at the speaker and in the web chat of the same shopper', async () => {
    const speaker = at.speaker();
    await speaker.hears('TalkToHuman');
    const marta = at.agent();
    await marta.takes();
    const texter = at.texter();
    expect((await texter.says('hello?')).answer.said).toBeNull();
    await marta.returns();
    const texted = await texter.says('where is my dog food');
    expect(texted.replies).toContain('OrderStatus.outForDeliveryWindow');
    expect((await speaker.opens()).replies).not.toContain('Person.taken');
  });
});

describe('a person answers outside the desk, and the bot talks over them', () => {
  test('what somebody writes from the shop’s own phone takes a waiting hand-off', async () => {
    const shopper = writer();
    await shopper.writes('I want to talk to a person');
    box.sent.splice(0);
    expect(await shopper.isWrittenTo('Ciao, I am on it.')).toEqual([]);
    expect(await shopper.writes('thank you, where is it?')).toEqual([]);
    const [handOff] = await queued(at.house.store);
    expect(handOff?.state).toBe('accepted');
    const person = (await linesOf(at.house, shopper.conversationId)).filter(({ by }) => by === 'person');
    expect(person).toMatchObject([{ text: 'Ciao, I am on it.', name: 'Willow Market' }]);
  });

  test('also where nobody had asked for a person: the desk sees it and can give it back', async () => {
    const shopper = writer('390611111111');
    await shopper.writes('what does shipping to Germany cost');
    expect(await shopper.isWrittenTo('Shall I look into that for you?')).toEqual([]);
    expect(await shopper.writes('yes please')).toEqual([]);
    const [handOff] = await queued(at.house.store);
    expect(handOff).toMatchObject({ conversationId: shopper.conversationId, state: 'accepted', reason: 'policy' });
    const [packet] = await at.house.store.handOffs.list(1);
    expect(packet?.transcript.map(({ by }) => by)).toEqual(['shopper', 'bot']);
    await at.agent().returns();
    await settle(at.house);
    expect(await shopper.writes('what does shipping to Germany cost')).toHaveLength(1);
  });

  test('and to somebody who never wrote; the same echo twice is one line', async () => {
    const shopper = writer('390622222222');
    for (let times = 0; times < 2; times += 1) await shopper.isWrittenTo('Your parcel is at our shop.', 'echo-1');
    await at.house.receive({
      ...{ source: 'whatsapp', key: 'again', lane: 'whatsapp:390622222222' },
      body: JSON.stringify([
        { kind: 'echo', from: { address: '390622222222' }, key: 'echo-1', text: 'Your parcel is at our shop.' },
      ]),
    });
    await settle(at.house);
    expect(await shopper.writes('great, when can I come?')).toEqual([]);
    expect((await linesOf(at.house, shopper.conversationId)).map(({ by }) => by)).toEqual(['person', 'shopper']);
    expect(await at.house.store.handOffs.list(9)).toHaveLength(1);
  });
});

describe('duplicate webhooks', () => {
  test('the same message twice gets one answer, and reaches the desk once', async () => {
    const shopper = writer();
    expect(await shopper.writes('what does shipping to Germany cost', 'wamid-1')).toHaveLength(1);
    expect(await shopper.writes('what does shipping to Germany cost', 'wamid-1')).toEqual([]);
    await shopper.writes('I want to talk to a person', 'wamid-2');
    for (let times = 0; times < 3; times += 1) await shopper.writes('it is urgent', 'wamid-3');
    const items = await at.house.store.outbox.ofConversation(shopper.conversationId, 100);
    expect(items.filter(({ destination }) => destination === 'desk')).toHaveLength(2);
    const lines = await linesOf(at.house, shopper.conversationId);
    expect(lines.filter(({ text }) => text === 'it is urgent')).toHaveLength(1);
  });

  test('the same words of a person twice are sent to the shopper once', async () => {
    const shopper = writer();
    await shopper.writes('I want to talk to a person');
    const marta = at.agent();
    const said = { id: 'said-1', handOffId: await marta.newest(), at: MONDAY, kind: 'said', agent: marta, text: 'Hi.' };
    for (let times = 0; times < 3; times += 1) await marta.brings({ ...said, kind: 'said' });
    await settle(at.house);
    expect(sentBy('person').map(({ text }) => text)).toEqual(['Hi.']);
    expect((await linesOf(at.house, shopper.conversationId)).filter(({ by }) => by === 'person')).toHaveLength(1);
  });
});

describe('returned chats go to people who have gone home', () => {
  test('whether somebody is there is looked at anew, and a call is offered while the queue is kept', async () => {
    const speaker = at.speaker();
    const first = await speaker.hears('TalkToHuman');
    expect(first.replies).not.toContain('TalkToHuman.nobody');
    await at.agent().returns();
    await at.house.store.agents.change('agent-marta', { isAvailable: false });
    at.house.clock.advance(5_000);
    const second = await speaker.hears('TalkToHuman');
    expect(second.replies).toContain('TalkToHuman.nobody');
    expect(second.asks).toBe('TalkToHuman.callBack');
    await speaker.yes();
    const waiting = (await queued(at.house.store)).filter(({ endedAt }) => endedAt === null);
    expect(waiting).toMatchObject([{ agent: null, wish: 'call-back', waitingSince: at.house.clock.now() }]);
  });
});

describe('with Chatwoot', () => {
  let shop: ChatwootHouse;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-complaints-'));
    shop = await openChatwootHouse({ folder });
  });
  afterEach(async () => {
    const errors = shop.house.errors.splice(0);
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
    expect(errors).toEqual([]);
  });

  async function handedOver() {
    const marta = shop.server.person('Marta');
    await createSpeaker(shop.house).hears('TalkToHuman');
    await shop.settle();
    return { marta, found: shop.found() };
  }
  const whose = async () => (await queued(shop.house.store))[0]?.conversationId ?? '';
  const personLines = async () => (await linesOf(shop.house, await whose())).filter(({ by }) => by === 'person');
  const ownerOf = async () => (await shop.house.store.conversations.load(await whose()))?.memory.owner;

  test('a slow bot flips the conversation to a person: a webhook is answered before anything is worked', async () => {
    const { marta, found } = await handedOver();
    const message = marta.say(found, 'Hello!');
    await shop.server.told();
    // Kept and answered, though nobody has read it: no work is done while Chatwoot waits.
    expect(message.status).toBe('sent');
    expect(await personLines()).toEqual([]);
    await shop.settle();
    expect(await personLines()).toMatchObject([{ text: 'Hello!' }]);
  });

  test('a first failure escalates and makes retries useless: what is delivered again is not handled twice', async () => {
    const { marta, found } = await handedOver();
    shop.door.state.down = true;
    marta.say(found, 'Hello!');
    await shop.server.told();
    shop.door.state.down = false;
    // Chatwoot's answer to a failure: it forces the conversation open, then delivers once more, twice.
    marta.set(found, 'pending');
    marta.set(found, 'open');
    await shop.house.desk.poll?.();
    await shop.settle();
    await shop.house.desk.poll?.();
    await shop.settle();
    expect(await personLines()).toMatchObject([{ text: 'Hello!' }]);
    expect(shop.server.world.conversations).toHaveLength(1);
    expect(await shop.house.store.handOffs.list(9)).toHaveLength(1);
  });

  test('an agent’s message is lost when the receiver restarts: the poller finds it, once', async () => {
    const { marta, found } = await handedOver();
    marta.say(found, 'one');
    await shop.settle();
    shop.door.state.down = true;
    const lost = marta.say(found, 'two');
    await shop.server.told();
    expect(lost.status).toBe('failed');
    await shop.restart();
    shop.door.state.down = false;
    for (let times = 0; times < 2; times += 1) {
      await shop.house.desk.poll?.();
      await shop.settle();
    }
    expect((await personLines()).map(({ text }) => text)).toEqual(['one', 'two']);
  });

  test('what was kept before a restart is read after it', async () => {
    const { marta, found } = await handedOver();
    marta.say(found, 'kept');
    await shop.server.told();
    await shop.restart();
    await shop.settle();
    expect((await personLines()).map(({ text }) => text)).toEqual(['kept']);
  });

  test('the same webhook by two ways, and again by the poller, is said once', async () => {
    const [hook] = shop.server.hooks;
    shop.server.hooks.push({ url: hook?.url ?? '', secret: SECRETS.account });
    const { marta, found } = await handedOver();
    marta.say(found, 'Hello!');
    await shop.settle();
    await shop.house.desk.poll?.();
    await shop.settle();
    expect(await personLines()).toHaveLength(1);
  });

  test('the event of a status is missing when it changes with the assignment: any event tells who has it', async () => {
    const { marta, found } = await handedOver();
    shop.door.state.down = true;
    marta.accept(found);
    await shop.server.told();
    shop.door.state.down = false;
    marta.label(found, 'torn');
    await shop.settle();
    const [handOff] = await queued(shop.house.store);
    expect(handOff).toMatchObject({ state: 'accepted', agent: { name: 'Marta' } });
    expect(await ownerOf()).toBe('human');
    shop.door.state.down = true;
    marta.set(found, 'pending');
    await shop.server.told();
    shop.door.state.down = false;
    await shop.house.desk.poll?.();
    await shop.settle();
    expect(await ownerOf()).toBe('bot');
  });

  test('nobody is notified of a hand-off: the bot hands over with its own token, and assigns nobody', async () => {
    const { found } = await handedOver();
    expect(shop.server.world.botHandOffs).toBe(1);
    expect(found).toMatchObject({ status: 'open', assignee: null });
  });

  test('the signature cannot be verified: it is over time and body as they came, with any secret that is set', async () => {
    const { marta, found } = await handedOver();
    const body = '{ "event":"message_created",\n "text":"☕ è" }';
    const post = (headers: Readonly<Record<string, string>>) => fetch(shop.door.url, { method: 'POST', headers, body });
    const now = shop.house.clock.now();
    for (const secret of [SECRETS.inbox, SECRETS.account])
      expect((await post(signedHeaders(body, secret, now))).status).toBe(200);
    expect((await post(signedHeaders(body, SECRETS.old, now))).status).toBe(401);
    expect((await post(signedHeaders(JSON.stringify(JSON.parse(body)), SECRETS.inbox, now))).status).toBe(401);
    expect((await post(signedHeaders(body, SECRETS.inbox, now - 301_000))).status).toBe(401);
    marta.say(found, 'Hello!');
    await shop.settle();
    expect(await personLines()).toHaveLength(1);
  });

  test('a private note and the bot’s own posts never come back as said', async () => {
    const { marta, found } = await handedOver();
    marta.note(found, 'ask the warehouse');
    await shop.settle();
    expect(await personLines()).toEqual([]);
  });
});
