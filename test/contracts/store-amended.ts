/** How every store writes over what was said before: a line in its old place, and all that told of it, with the turn or not at all. */

import type { WrittenOver } from '../../lambda/services/conversation/conversation';
import type { HistoryLine } from '../../lambda/services/conversation/lines';
import type { Fresh } from './store';
import { handOffOf } from './store-hand-offs';
import { commitOf, NOW, packetOf } from './store-samples';

const said = (text: string): HistoryLine => ({
  at: NOW,
  by: 'person',
  channel: 'desk',
  name: 'Marta',
  text,
  show: { ref: 'm/1' },
});
const SEARCH = { tag: null, state: 'all', kind: null, after: null, limit: 50 } as const;
const NOTHING: WrittenOver = { lines: [], packets: [], files: [], found: [] };
const FILE = { id: 'f', type: 'image/png', bytes: Buffer.from('torn') } as const;

export function amendedContract(fresh: Fresh): void {
  const shop = async () => {
    const opened = await fresh();
    const { store } = opened;
    const packet = { ...packetOf('h', NOW), transcript: [said('the old gryphon')] };
    const history = [said('a word before'), said('the old gryphon')];
    await store.conversations.commit(
      commitOf('c', 0, { handOff: handOffOf('c', { id: 'h' }), packet, history, files: [FILE] }),
    );
    const line = { ...said('the new wyvern'), version: 1, line: 1, show: { ref: 'm/1', changed: 'edited' } } as const;
    const told: HistoryLine = {
      ...said('changed-words'),
      show: { ref: 'm/2', of: 'm/1', changed: 'edited' },
      asWritten: { kind: 'sealed', text: 'as it was' },
    };
    const amended: WrittenOver = {
      lines: [line],
      packets: [{ ...packet, transcript: [] }],
      files: ['f'],
      found: [{ handOffId: 'h', gone: ['the old gryphon'], left: ['the new wyvern', 'a word before'] }],
    };
    const change = (over: object = {}) =>
      store.conversations.commit(commitOf('c', 1, { history: [told], amended, ...over }));
    const found = async (word: string) =>
      (await store.queue.search({ ...SEARCH, words: [word] })).items.map(({ handOff }) => handOff.id);
    return { ...opened, change, found };
  };

  it('reads otherwise in its old place, and what stood there lies sealed behind it', async () => {
    const { second, change } = await shop();
    expect(await change()).toBe('committed');
    expect(await second.conversations.since('c', null, 9)).toMatchObject([
      { version: 1, line: 0, text: 'a word before' },
      { version: 1, line: 1, text: 'the new wyvern', name: 'Marta', at: NOW, show: { changed: 'edited' } },
      { version: 2, line: 0, show: { of: 'm/1' }, asWritten: { kind: 'sealed', text: 'as it was' } },
    ]);
    expect((await second.conversations.history('c', 9)).map(({ text }) => text)).toEqual([
      'a word before',
      'the new wyvern',
    ]);
    expect((await second.handOffs.packet('h'))?.transcript).toEqual([]);
    expect(await second.files.get('f')).toBeNull();
  });

  it('is found by what it says now, and by what is left besides', async () => {
    const { store, change, found } = await shop();
    expect(await found('gryphon')).toEqual(['h']);
    const handOff = await store.handOffs.get('h');
    await change({ handOff });
    expect(await Promise.all(['gryphon', 'old', 'wyvern', 'the', 'word'].map(found))).toEqual([
      [],
      [],
      ['h'],
      ['h'],
      ['h'],
    ]);
  });

  it('is written with its turn or not at all', async () => {
    const { store, change } = await shop();
    await store.conversations.commit(commitOf('c', 1, { answer: { channel: 'web', requestId: 'faster', body: '' } }));
    expect(await change()).toBe('conflict');
    expect((await store.conversations.since('c', null, 9))[1]).toMatchObject({ text: 'the old gryphon' });
    expect(await store.files.get('f')).not.toBeNull();
    expect((await store.handOffs.packet('h'))?.transcript).toHaveLength(1);
  });

  it('writes over nothing where nothing is changed', async () => {
    const { store } = await shop();
    expect(await store.conversations.commit(commitOf('c', 1, { amended: NOTHING }))).toBe('committed');
    expect((await store.conversations.since('c', null, 9))[1]).toMatchObject({ text: 'the old gryphon' });
  });

  it('knows the receiver’s own id of what was delivered', async () => {
    const { store } = await shop();
    const item = { id: 'i', kind: 'change', destination: 'telegram', body: '{}' } as const;
    await store.conversations.commit(commitOf('d', 0, { outbox: [item] }));
    expect(await store.outbox.refOf('i')).toBeNull();
    const [leased] = await store.outbox.lease({ owner: 'o', now: NOW, until: NOW + 1_000, limit: 9 });
    expect(leased).toMatchObject({ id: 'i', kind: 'change' });
    await store.outbox.mark('i', 'o', { kind: 'done', ref: '7/8+9' }, NOW);
    expect([await store.outbox.refOf('i'), await store.outbox.refOf('nobody')]).toEqual(['7/8+9', null]);
  });
}
