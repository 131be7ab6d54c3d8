/** What a shopper takes back or corrects is so at a desk of another system, too, and by the messenger that tells of it. */

import type { Heard } from '../../lambda/vocabulary/heard';
import { createPostBox } from '../kit/post-box';
import { queued } from '../kit/queued';
import { createWriter } from '../kit/writer';
import { type ChatwootHouse, openChatwootHouse } from './chatwoot-house';

const whatsapp = createPostBox('whatsapp', 'noticed');
let shop: ChatwootHouse;

beforeEach(async () => {
  shop = await openChatwootHouse({ channels: [whatsapp] });
});
afterEach(async () => {
  const errors = shop.house.errors.splice(0);
  await shop.close();
  expect(errors).toEqual([]);
});

const incoming = () =>
  shop
    .found()
    .messages.filter(({ type }) => type === 0)
    .map(({ content, deleted }) => (deleted ? null : content));

/** A shopper of the web chat whom a person has; `says` answers what her request is called. */
async function inChat() {
  const address = 'visitor-1';
  let turns = 0;
  async function sends(heard: Heard): Promise<string> {
    turns += 1;
    const requestId = `${address}/own-${turns}`;
    const session = { id: `${address}-s1`, isNew: turns === 1 };
    const deadline = shop.house.clock.now() + 6_000;
    const turn = { id: requestId, requestId, address, session, deadline, locale: 'en-GB', heard } as const;
    await shop.house.app.answer({ ...turn, channel: 'web', form: 'text', credential: 'demo-ana' });
    return `own-${turns}`;
  }
  await sends({ kind: 'text', text: 'I want to talk to a person' });
  await shop.settle();
  return {
    says: (text: string) => sends({ kind: 'text', text }),
    changes: (ref: string, to: string | null) => sends({ kind: 'changed', to, of: { ref } }),
  };
}

describe('what was sent there', () => {
  test('is deleted where it was taken back, and who did it is said', async () => {
    const chat = await inChat();
    const own = await chat.says('the gryphon is torn');
    await shop.settle();
    await chat.changes(own, null);
    await shop.settle();
    expect(incoming()).toEqual([null, expect.stringMatching(/took back/i)]);
    expect(JSON.stringify(shop.found().messages)).not.toContain('gryphon');
  });

  test('is deleted where it was corrected, as often as it was, and the new words are said to be those', async () => {
    const chat = await inChat();
    const own = await chat.says('three bags are torn');
    await shop.settle();
    for (const to of ['two bags are torn', 'one bag is torn']) {
      await chat.changes(own, to);
      await shop.settle();
    }
    expect(incoming()).toEqual([null, null, expect.stringMatching(/changed.*\none bag is torn$/is)]);
  });

  test('is deleted after the conversation was resolved, and opens nothing', async () => {
    const chat = await inChat();
    const own = await chat.says('the gryphon is torn');
    await shop.settle();
    shop.server.person('Marta').set(shop.found(), 'resolved');
    await shop.settle();
    await chat.changes(own, null);
    await shop.settle();
    expect(incoming()).toEqual([null]);
    expect((await queued(shop.house.store))[0]).toMatchObject({ state: 'completed' });
    expect(shop.found().status).toBe('resolved');
  });
});

describe('what was not sent there yet', () => {
  test('never is, where it was taken back', async () => {
    const chat = await inChat();
    const own = await chat.says('the gryphon is torn');
    await chat.changes(own, null);
    await shop.settle();
    expect(incoming()).toEqual([]);
  });

  test('goes in its last words alone, where it was corrected', async () => {
    const chat = await inChat();
    const own = await chat.says('three bags are torn');
    await chat.changes(own, 'two bags are torn');
    await chat.changes(own, 'one bag is torn');
    await shop.settle();
    expect(incoming()).toEqual(['one bag is torn']);
  });

  test('keeps its order with what came after it', async () => {
    const chat = await inChat();
    const first = await chat.says('first');
    await chat.says('second');
    await chat.changes(first, null);
    await chat.says('third');
    await shop.settle();
    expect(incoming()).toEqual(['second', 'third']);
  });
});

describe('by WhatsApp', () => {
  const ownLines = async () => {
    const id = (await queued(shop.house.store))[0]?.conversationId ?? '';
    const lines = await shop.house.store.conversations.since(id, null, 50);
    return lines.filter(({ by, show }) => by === 'shopper' && show?.of === undefined);
  };

  test('what is deleted there goes here, once', async () => {
    const writer = createWriter(shop.house, whatsapp, '393401112222');
    await writer.writes('I want to talk to a person');
    await writer.writes('the gryphon is torn', 'wamid.7');
    await shop.settle();
    const deleted = { kind: 'changed', to: null, of: { ref: 'wamid.7' } } as const;
    await writer.brings(deleted, 'wamid.8');
    await writer.brings(deleted, 'wamid.8');
    await shop.settle();
    expect((await ownLines()).at(-1)).toMatchObject({ text: 'taken-back', show: { changed: 'deleted' } });
    expect(JSON.stringify(shop.found().messages)).not.toContain('gryphon');
    expect(incoming().filter((content) => content !== null)).toHaveLength(1);
  });

  test('what the bot had gone by is told as before: the person sees that something was taken back', async () => {
    const writer = createWriter(shop.house, whatsapp, '393401112223');
    await writer.writes('where is my order', 'wamid.1');
    await writer.writes('I want to talk to a person');
    await writer.brings({ kind: 'changed', to: null, of: { ref: 'wamid.1' } });
    await shop.settle();
    expect((await ownLines()).map(({ text }) => text)).toContain('where is my order');
    expect(incoming()).toEqual([expect.stringMatching(/took back/i)]);
  });
});
