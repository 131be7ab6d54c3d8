/** What people change or delete in Chatwoot is so for the shopper, whether a webhook tells it or the poller finds it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordsOf } from '../../lambda/services/conversation/lines';
import { PNG } from '../kit/files';
import { keptIn } from '../kit/kept';
import { createChangingBox, createPostBox, type PostBox } from '../kit/post-box';
import { queued } from '../kit/queued';
import { createSpeaker } from '../kit/speaker';
import { createWriter } from '../kit/writer';
import { type ChatwootHouse, openChatwootHouse } from './chatwoot-house';

const telegram = createChangingBox();
const whatsapp = createPostBox('whatsapp', 'noticed');
let shop: ChatwootHouse;
let folder: string;

beforeEach(async () => {
  for (const list of [telegram.sent, telegram.changes, telegram.fates]) list.splice(0);
  folder = mkdtempSync(join(tmpdir(), 'earshot-taken-back-'));
  shop = await openChatwootHouse({ folder, channels: [telegram, whatsapp] });
});
afterEach(async () => {
  const errors = shop.house.errors.splice(0);
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

/** A shopper of that channel, whom Marta has written this to there. */
async function written(box: PostBox = telegram, text = 'The gryphon comes on Friday.') {
  const writer = createWriter(shop.house, box, '70410077');
  await writer.writes('I want to talk to a person');
  await shop.settle();
  const found = shop.found();
  const marta = shop.server.person('Marta');
  box.sent.splice(0);
  const message = marta.say(found, text);
  await shop.settle();
  return { writer, found, marta, message };
}
const polls = async () => {
  await shop.house.desk.poll?.();
  await shop.settle();
};
/** No webhook comes. */
const silently = async (run: () => void) => {
  shop.door.state.down = true;
  run();
  await shop.server.told();
  shop.door.state.down = false;
};
async function personLines() {
  const id = (await queued(shop.house.store))[0]?.conversationId ?? '';
  const lines = await shop.house.store.conversations.since(id, null, 500);
  return lines.filter(({ by, show }) => by === 'person' && show?.of === undefined);
}
async function told(run: () => void): Promise<void> {
  run();
  await shop.settle();
}
async function missed(run: () => void): Promise<void> {
  await polls();
  await silently(run);
  await polls();
}
const open = () => [...keptIn(folder)].flatMap(([, rows]) => rows).join('\n');

describe.each([
  ['a webhook tells it', told],
  ['the poller finds it', missed],
] as const)('where %s', (_how, happens) => {
  test('an edited message is edited for the shopper, once', async () => {
    const { found, marta, message } = await written();
    await happens(() => marta.edit(found, message, 'The wyvern comes on Monday.'));
    await polls();
    expect((await personLines()).map(wordsOf)).toEqual(['The wyvern comes on Monday.']);
    expect(telegram.changes.map(({ to }) => to)).toEqual(['The wyvern comes on Monday.']);
    expect(telegram.sent).toHaveLength(1);
  });

  test('a deleted one is taken back, and its words lie open nowhere', async () => {
    const { found, marta, message } = await written();
    await happens(() => marta.takeBack(found, message));
    await polls();
    expect(await personLines()).toMatchObject([{ text: 'taken-back', show: { changed: 'deleted' } }]);
    expect(telegram.changes.map(({ to }) => to)).toEqual([null]);
    expect(open()).not.toContain('gryphon');
  });

  test('one that is deleted after its conversation was closed is taken back all the same, and opens nothing', async () => {
    const { found, marta, message } = await written();
    marta.set(found, 'resolved');
    await shop.settle();
    await happens(() => marta.takeBack(found, message));
    expect(telegram.changes.map(({ to }) => to)).toEqual([null]);
    expect((await queued(shop.house.store))[0]).toMatchObject({ state: 'completed' });
  });
});

test('edited there and back again, it reads as it does there', async () => {
  const { found, marta, message } = await written();
  for (const text of ['On Monday.', 'The gryphon comes on Friday.', 'On Monday.']) {
    shop.house.clock.advance(1_000);
    marta.edit(found, message, text);
    await shop.settle();
  }
  expect((await personLines()).map(wordsOf)).toEqual(['On Monday.']);
  expect(telegram.changes.map(({ to }) => to)).toEqual(['On Monday.', 'The gryphon comes on Friday.', 'On Monday.']);
});

test('what was deleted while we were away is found after a restart', async () => {
  const { found, marta, message } = await written();
  await silently(() => marta.takeBack(found, message));
  await shop.restart();
  await polls();
  await polls();
  expect(await personLines()).toMatchObject([{ show: { changed: 'deleted' } }]);
  expect(telegram.changes).toHaveLength(1);
});

test('a note, and what was never said to the shopper, change nothing', async () => {
  const { found, marta } = await written();
  const note = marta.note(found, 'Ask the warehouse.');
  marta.edit(found, note, 'Ask the other warehouse.');
  await silently(() => marta.takeBack(found, marta.say(found, 'Never mind.')));
  await polls();
  expect((await personLines()).map(wordsOf)).toEqual(['The gryphon comes on Friday.']);
  expect(telegram.changes).toEqual([]);
});

test('a speaker is told nothing of what was deleted before anybody heard it', async () => {
  const speaker = createSpeaker(shop.house);
  await speaker.hears('TalkToHuman');
  await shop.settle();
  const marta = shop.server.person('Marta');
  const message = marta.say(shop.found(), 'The gryphon comes on Friday.');
  await shop.settle();
  marta.takeBack(shop.found(), message);
  await shop.settle();
  expect((await speaker.opens()).asks).not.toBe('Person.read');
  // It went to her phone as well, where it stays.
  expect(shop.house.errors.splice(0)).toMatchObject([{ to: 'whatsapp' }]);
});

test('what a shopper changes and takes back on their channel is shown there for what it is', async () => {
  const { writer, found } = await written();
  await writer.brings({ kind: 'changed', to: 'two bags are torn' });
  await writer.brings({ kind: 'changed', to: null });
  await shop.settle();
  const incoming = found.messages.filter(({ type }) => type === 0).map(({ content }) => content);
  expect(incoming.slice(-2)).toEqual([
    expect.stringMatching(/chang.*\ntwo bags are torn/is),
    expect.stringMatching(/took back|deleted/i),
  ]);
});

test('what was deleted and stays where it was sent is told to whoever deleted it, and to no shopper', async () => {
  const { found, marta, message } = await written(whatsapp);
  const before = found.messages.length;
  marta.takeBack(found, message);
  await shop.settle();
  expect(found.messages.slice(before)).toMatchObject([{ private: true, content: 'It stays there.' }]);
  expect(whatsapp.sent).toHaveLength(1);
  expect(await personLines()).toMatchObject([{ show: { changed: 'deleted' } }]);
  // That it stays is an error for whoever looks after the house, too.
  expect(shop.house.errors.splice(0)).toMatchObject([{ to: 'whatsapp' }]);
});

test('what was edited and stays there is corrected', async () => {
  const { found, marta, message } = await written(whatsapp);
  marta.edit(found, message, 'The wyvern comes on Monday.');
  await shop.settle();
  expect(whatsapp.sent.map(({ text }) => text)).toEqual([
    'The gryphon comes on Friday.',
    'This message corrects an earlier one.\nThe wyvern comes on Monday.',
  ]);
});

test('a picture and the words beside it go together', async () => {
  const { found, marta } = await written();
  const message = marta.say(found, 'See the wyvern:');
  await shop.settle();
  const [handOff] = await queued(shop.house.store);
  const by = { handOffId: handOff?.id ?? '', at: shop.house.clock.now(), agent: { id: 'chatwoot:1', name: 'Marta' } };
  const file = { id: 'bag', type: 'image/png', bytes: PNG } as const;
  await shop.house.events.apply({ ...by, id: `chatwoot:said:${message.id}:0`, kind: 'said', text: '', file });
  await shop.settle();
  marta.takeBack(found, message);
  await shop.settle();
  expect((await personLines()).map(({ show }) => show?.changed)).toEqual([undefined, 'deleted', 'deleted']);
  expect(await shop.house.store.files.get('bag')).toBeNull();
  expect(telegram.changes.map(({ to }) => to)).toEqual([null, null]);
});

describe('a message with files', () => {
  const inWords = async () =>
    (await personLines()).map((line) =>
      line.show?.changed === 'deleted' ? null : (line.show?.attached?.kind ?? wordsOf(line)),
    );
  async function sent(text: string, isThere = true) {
    const made = await written();
    const address = shop.server.stores('bag.png', PNG);
    const message = made.marta.sends(made.found, text, [isThere ? address : `${address}.gone`]);
    await shop.settle();
    telegram.sent.splice(0);
    return { ...made, message, address };
  }

  describe.each([
    ['a webhook tells it', told],
    ['the poller finds it', missed],
  ] as const)('where %s', (_how, happens) => {
    test('has its words edited, and its files stay', async () => {
      const { found, marta, message } = await sent('See the basilisk:');
      await happens(() => marta.edit(found, message, 'See the wyvern:'));
      expect((await inWords()).slice(1)).toEqual(['photo', 'See the wyvern:']);
      expect(telegram.changes.map(({ to }) => to)).toEqual(['See the wyvern:']);
      expect(telegram.sent).toEqual([]);
    });

    test('has its words taken away, and its files stay', async () => {
      const { found, marta, message } = await sent('See the basilisk:');
      await happens(() => marta.edit(found, message, ''));
      expect((await inWords()).slice(1)).toEqual(['photo', null]);
      expect(telegram.changes.map(({ to }) => to)).toEqual([null]);
      expect(open()).not.toContain('basilisk');
    });

    test('that had none gets words, once', async () => {
      const { found, marta, message } = await sent('');
      await happens(() => marta.edit(found, message, 'This one is yours.'));
      await polls();
      expect((await inWords()).slice(1)).toEqual(['photo', 'This one is yours.']);
      expect(telegram.sent.map(({ text }) => text)).toEqual(['This one is yours.']);
      expect(telegram.changes).toEqual([]);
    });

    test('is taken back whole', async () => {
      const { found, marta, message } = await sent('See the basilisk:');
      await happens(() => marta.takeBack(found, message));
      expect((await inWords()).slice(1)).toEqual([null, null]);
      expect(telegram.changes.map(({ to }) => to)).toEqual([null, null]);
    });
  });

  test('keeps the address of a file that could not be had', async () => {
    const { found, marta, message, address } = await sent('See the basilisk:', false);
    expect((await inWords()).at(-1)).toBe(`See the basilisk:\n${address}.gone`);
    await told(() => marta.edit(found, message, 'See the wyvern:'));
    expect((await inWords()).at(-1)).toBe(`See the wyvern:\n${address}.gone`);
    shop.house.clock.advance(1_000);
    await told(() => marta.edit(found, message, ''));
    expect((await inWords()).at(-1)).toBe(`${address}.gone`);
  });
});

describe('far above the latest messages', () => {
  async function manyBehind() {
    const made = await written();
    for (let line = 1; line <= 130; line += 1) {
      made.marta.say(made.found, `line ${line}`);
      if (line % 20 === 0) await shop.settle();
    }
    await shop.settle();
    // Nothing is young any more.
    shop.house.clock.advance(3 * 60_000);
    await polls();
    return made;
  }
  const looks = () => shop.server.requests.filter(({ path }) => path.endsWith('/messages')).length;

  test('what was deleted is found, though no webhook told it', async () => {
    const { found, marta, message } = await manyBehind();
    await silently(() => marta.takeBack(found, message));
    await polls();
    expect((await personLines())[0]).toMatchObject({ show: { changed: 'deleted' } });
  });

  test('what was edited is found, and nothing is looked through where nothing has changed', async () => {
    const { found, marta, message } = await manyBehind();
    await polls();
    shop.server.requests.length = 0;
    await polls();
    expect(looks()).toBe(1);
    await silently(() => marta.edit(found, message, 'The wyvern comes on Monday.'));
    await polls();
    expect((await personLines()).map(wordsOf)[0]).toBe('The wyvern comes on Monday.');
    expect(looks()).toBeLessThan(6);
  });

  test('what was deleted while we were away is found after a restart', async () => {
    const { found, marta, message } = await manyBehind();
    await silently(() => marta.takeBack(found, message));
    await shop.restart();
    await polls();
    expect((await personLines())[0]).toMatchObject({ show: { changed: 'deleted' } });
  });
});
