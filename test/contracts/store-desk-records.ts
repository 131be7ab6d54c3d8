/** How every store keeps who saw and changed what at the desk: whole, in order, and no longer than is said. */

import type { DeskRecord } from '../../lambda/services/sign-in/desk-records';
import type { Fresh } from './store';
import { handOffOf } from './store-hand-offs';
import { commitOf, NOW } from './store-samples';

const START = { at: 0, id: '' };
const OLDER_THAN_ALL = { history: 0, handOffs: 0, deliveries: 0, received: 0, contacts: 0, words: 0, conversations: 0 };

function line(id: string, at: number, over: Partial<DeskRecord> = {}): DeskRecord {
  return { id, at, agentId: 'marta', login: 'marta', deed: 'saw', handOff: null, what: null, ...over };
}

export function deskRecordContract(fresh: Fresh): void {
  it('are read in the order of time, page by page, by every server', async () => {
    const { store, second } = await fresh();
    const lines = [line('b', NOW), line('a', NOW), line('c', NOW - 1, { deed: 'changed-order', what: 'refund' })];
    for (const one of lines) await store.deskRecords.add(one);
    const first = await second.deskRecords.page(START, 2);
    const rest = await second.deskRecords.page(first[1] ?? START, 2);
    expect([...first, ...rest].map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(first[0]).toEqual({ ...lines[2], reference: null });
  });

  it('name the hand-off while there is one, outlive it, and go when they are too old', async () => {
    const { store, second } = await fresh();
    await store.conversations.commit(commitOf('h', 0, { handOff: handOffOf('h') }));
    await store.deskRecords.add(line('old', NOW - 2));
    await store.deskRecords.add(line('a', NOW, { handOff: 'h' }));
    const references = async () => (await second.deskRecords.page(START, 9)).map(({ reference }) => reference);
    expect(await references()).toEqual([null, handOffOf('h').reference]);
    await store.privacy.erase(['h'], null);
    expect(await references()).toEqual([null, null]);
    expect(await store.privacy.purge({ ...OLDER_THAN_ALL, record: NOW })).toMatchObject({ desk_record: 1 });
    expect((await second.deskRecords.page(START, 9)).map(({ id }) => id)).toEqual(['a']);
  });
}
