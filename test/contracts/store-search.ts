/** How every store finds hand-offs: by the beginnings of words, by state and kind, a page at a time, and never what is gone. */

import type { QueueSearch } from '../../lambda/services/hand-off/queue';
import type { Fresh } from './store';
import { handOffOf } from './store-hand-offs';
import { commitOf, NOW, packetOf } from './store-samples';

const ANY: QueueSearch = { words: [], tag: null, state: 'all', kind: null, after: null, limit: 50 };
const said = (text: string, by: 'shopper' | 'bot' = 'shopper') => ({ at: NOW, by, channel: 'web', text }) as const;

export function searchContract(fresh: Fresh): void {
  const shop = async () => {
    const opened = await fresh();
    const { store } = opened;
    const keep = (n: number, text: string, over: object = {}) => {
      const id = `h${n}`;
      const handOff = handOffOf(id, { createdAt: NOW + n, reference: `1234567${n}`, ...over });
      const about = [{ number: `WM-20487${n}`, placed: '2026-11-02', state: 'shipped', lines: [] }];
      const packet = { ...packetOf(id, NOW + n), about };
      return store.conversations.commit(commitOf(id, 0, { handOff, packet, history: [said(text)] }));
    };
    await keep(1, 'Der Beutel war zerrissen, Käse überall');
    await keep(2, 'Zażółć gęślą jaźń; чайник', { wish: 'call-back' });
    await keep(3, 'The torn bag again', {
      state: 'completed',
      endedAt: NOW + 9,
      topic: 'Torn bag',
      reason: 'complaint',
    });
    const found = async (wish: Partial<QueueSearch>) =>
      (await store.queue.search({ ...ANY, ...wish })).items.map(({ handOff }) => handOff.id);
    return { ...opened, found };
  };

  it('are found by the beginnings of what was said, in any script, with or without accents', async () => {
    const { found } = await shop();
    const all = ['kase', 'KÄSE', 'zerr', 'чай', 'gesla', 'torn', 'torn bag', 'bag zerrissen', 'agai torn', 'zz'];
    const ids = await Promise.all(all.map((text) => found({ words: text.split(' ') })));
    expect(ids).toEqual([['h1'], ['h1'], ['h1'], ['h2'], ['h2'], ['h3'], ['h3'], [], ['h3'], []]);
  });

  it('are found by reference as it is heard, by order number, name, note and topic, and never by what the bot says', async () => {
    const { store, found } = await shop();
    await store.handOffs.addNote({ id: 'n', handOffId: 'h2', at: NOW, by: 'Marta', text: 'a regular' });
    await store.conversations.commit(commitOf('h1', 1, { history: [said('forgotten')] }));
    const again = { handOff: handOffOf('h1'), history: [said('later', 'shopper'), said('botwords', 'bot')] };
    await store.conversations.commit(commitOf('h1', 2, again));
    const all = ['1234-5672', '5673', '12345671', 'WM-204872', 'regular', 'later', 'botwords', 'forgotten'];
    const ids = await Promise.all(all.map((text) => found({ words: [text] })));
    expect(ids).toEqual([['h2'], ['h3'], ['h1'], ['h2'], ['h2'], ['h1'], [], []]);
  });

  it('come by state and kind, the latest first, and a page at a time', async () => {
    const { store, found } = await shop();
    expect(await found({})).toEqual(['h3', 'h2', 'h1']);
    expect(await found({ state: 'open' })).toEqual(['h2', 'h1']);
    expect(await found({ state: 'ended' })).toEqual(['h3']);
    expect(await found({ kind: 'call-back' })).toEqual(['h2']);
    expect(await found({ kind: 'complaint', words: ['torn'] })).toEqual(['h3']);
    const first = await store.queue.search({ ...ANY, limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(await found({ after: first.next, limit: 2 })).toEqual(['h1']);
    expect((await store.queue.search({ ...ANY, after: first.next, limit: 2 })).next).toBeNull();
  });

  it('come by their tags, which are there once and go when they are taken away', async () => {
    const { store, second, found } = await shop();
    for (const tag of ['courier', 'courier', 'VIP']) await store.marks.tag('h1', tag);
    await store.marks.tag('h3', 'courier');
    await store.marks.tag('gone', 'nobody');
    expect(await second.marks.tags(9)).toEqual(['VIP', 'courier'].sort());
    expect((await second.marks.of(['h1', 'h2'])).get('h1')?.tags).toEqual(['VIP', 'courier']);
    expect(await found({ tag: 'courier' })).toEqual(['h3', 'h1']);
    expect(await found({ tag: 'courier', state: 'ended', words: ['torn'] })).toEqual(['h3']);
    await store.marks.untag('h3', 'courier');
    expect(await found({ tag: 'courier' })).toEqual(['h1']);
    await store.privacy.erase(['h1'], null);
    expect(await second.marks.tags(9)).toEqual([]);
  });

  it('are not found once they are erased', async () => {
    const { store, found } = await shop();
    await store.privacy.erase(['h3'], null);
    expect(await found({ words: ['torn'] })).toEqual([]);
  });
}
