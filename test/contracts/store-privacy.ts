/** What every store must show, erase and forget of a shopper. */

import type { Commit } from '../../lambda/services/conversation/conversation';
import type { PurgeBefore } from '../../lambda/services/privacy/privacy';
import type { Store } from '../../lambda/services/store';
import type { Fresh } from './store';
import { careOf } from './store-care';
import { handOffOf } from './store-hand-offs';
import { item, wish } from './store-outbox';
import { attemptOf, commitOf, NOW, packetOf } from './store-samples';

const DAY = 24 * 3_600_000;
const NONE: PurgeBefore = {
  history: 0,
  handOffs: 0,
  deliveries: 0,
  received: 0,
  contacts: 0,
  record: 0,
  words: 0,
  conversations: 0,
};

const MISSED = { at: NOW, channel: 'web', locale: 'it-IT', kind: 'unheard', topic: null } as const;

/** Everything a store can keep of one shopper; each value of it has `mark` in it. */
async function live(store: Store, mark: string): Promise<string> {
  const id = `shopper:${mark}`;
  const over: Partial<Commit> = {
    history: [{ at: NOW, by: 'shopper', channel: 'web', text: `words of ${mark}` }],
    packet: packetOf(`hand-off-${mark}`, NOW),
    handOff: handOffOf(`hand-off-${mark}`, { topic: `topic of ${mark}` }),
    outbox: [item(`item-${mark}`)],
    files: [{ id: `photo-${mark}`, type: 'image/png', bytes: Buffer.from(`bytes of ${mark}`) }],
    missed: [{ ...MISSED, words: `missed of ${mark}` }],
    mirror: { shopperId: mark, isChanged: false, at: NOW, seen: null },
    tokens: [{ hash: `hash-${mark}`, kind: 'link', conversationId: id, expiresAt: NOW + DAY, proof: null }],
    from: { channel: 'web', address: `visitor-${mark}` },
  };
  const visitor = { tokenHash: `browser-${mark}`, address: `visitor-${mark}`, locale: 'it-IT', lastSeenAt: NOW };
  await store.visitors.add({ ...visitor, expiresAt: NOW + 900 * DAY }, NOW);
  const grant = { kind: 'Grant', id: `hash-grant-${mark}`, body: '{}', grant: `hash-grant-${mark}` };
  await store.links.put({ ...grant, shopperId: mark, expiresAt: NOW + 900 * DAY });
  expect(await store.conversations.commit(commitOf(id, 0, over))).toBe('committed');
  const note = { id: `note-${mark}`, handOffId: `hand-off-${mark}`, at: NOW, by: 'Marta', text: `note on ${mark}` };
  await store.handOffs.addNote(note);
  const contact = { channel: 'whatsapp', address: `number of ${mark}`, locale: 'it-IT', heardAt: NOW } as const;
  await store.contacts.meet({ id: `contact-${mark}`, ...contact });
  await store.contacts.join(`contact-${mark}`, id);
  await store.inbox.put({ source: 'whatsapp', key: `key-${mark}`, lane: `number of ${mark}`, body: `said by ${mark}` });
  const whose = { conversationId: id, shopperId: mark };
  const total = { minor: 1_000, currency: 'EUR' };
  await store.buyingRules.setMost(mark, 'order', total);
  await store.buyingRules.hold(
    { shopperId: mark, proposalId: `proposal-${mark}`, day: '2026-11-22', total, at: NOW },
    null,
  );
  await store.attempts.begin(attemptOf(`placed-${mark}`, { ...whose, state: 'placed' }));
  await store.attempts.begin(attemptOf(`unknown-${mark}`, { ...whose, state: 'unknown' }));
  await store.careActions.begin(careOf(`done-${mark}`, whose));
  await store.careActions.finish(`done-${mark}`, 'done', '{}');
  await store.careActions.begin(careOf(`hanging-${mark}`, whose));
  return id;
}

const TABLES = [
  'link_record',
  'conversation',
  'history',
  'missed',
  'order_mirror',
  'photo',
  'answer',
  'attempt',
  'care_action',
  'buying_rule',
  'spent_day',
  'packet',
  'hand_off',
  'note',
  'outbox',
  'inbox',
  'contact',
  'trail',
  'token',
  'visitor',
];

const countsOf = async (store: Store, id: string, shopper: string | null) =>
  Object.fromEntries(
    Object.entries(await store.privacy.export([id], shopper)).map(([name, rows]) => [name, rows.length]),
  );

export function privacyContract(fresh: Fresh): void {
  describe('a shopper', () => {
    whoseContract(fresh);
    eraseContract(fresh);
  });
  describe('what is old', () => purgeContract(fresh));
}

function whoseContract(fresh: Fresh): void {
  it('has their own conversation and those of the people of the household, and nobody else', async () => {
    const { store, second } = await fresh();
    const ids = [
      'shopper:ana',
      'shopper:ana/p1',
      'shopper:Ana',
      'shopper:ana2',
      'shopper:an%',
      'web:ana',
      'shopper:è_/p',
    ];
    for (const id of ids) await store.conversations.commit(commitOf(id, 0));
    await store.attempts.begin(attemptOf('p', { shopperId: 'ben', conversationId: 'shopper:ben/p2' }));
    expect([...(await second.privacy.conversationsOf('ana'))].sort()).toEqual(['shopper:ana', 'shopper:ana/p1']);
    expect(await second.privacy.conversationsOf('è_')).toEqual(['shopper:è_/p']);
    expect(await second.privacy.conversationsOf('ben')).toEqual(['shopper:ben/p2']);
    expect(await second.privacy.conversationsOf('eve')).toEqual([]);
  });

  it('is found by an address of theirs, however people write it, and nobody else is', async () => {
    const { store, second } = await fresh();
    const from = { channel: 'whatsapp', address: 'contact-1' } as const;
    await store.contacts.meet({
      id: 'contact-1',
      channel: 'whatsapp',
      address: '39347123',
      locale: 'it',
      heardAt: NOW,
    });
    await store.contacts.meet({
      id: 'mail-1',
      channel: 'email',
      address: 'Ana@Post.example',
      locale: 'it',
      heardAt: 0,
    });
    await store.contacts.meet({
      id: 'mail-2',
      channel: 'email',
      address: 'ben@post.example',
      locale: 'it',
      heardAt: 0,
    });
    await store.contacts.join('mail-1', 'shopper:ana');
    await store.conversations.commit(commitOf('shopper:ana', 0, { from }));
    await store.conversations.commit(commitOf('shopper:ben', 0, { from: { ...from, address: 'contact-2' } }));
    const both = ['shopper:ana', 'whatsapp:contact-1'];
    for (const address of ['contact-1', '39347123', '+39 347 123'])
      expect(await second.privacy.conversationsAt('whatsapp', address)).toEqual(expect.arrayContaining(both));
    expect(await second.privacy.conversationsAt('email', 'ana@post.EXAMPLE')).toContain('shopper:ana');
    expect(await second.privacy.conversationsAt('email', '39347123')).toEqual(['email:39347123']);
    expect(await second.privacy.conversationsAt('whatsapp', 'contact-2')).toContain('shopper:ben');
    for (const address of ['39347123', 'contact-1'])
      expect(await second.privacy.conversationsAt('whatsapp', address)).not.toContain('shopper:ben');
  });

  it('is shown everything of theirs, nothing of others, and no secret', async () => {
    const { store, second } = await fresh();
    const id = await live(store, 'ana');
    await live(store, 'ben');
    const exported = await second.privacy.export([id], 'ana');
    expect(Object.keys(exported).sort()).toEqual([...TABLES].sort());
    for (const table of TABLES) expect({ table, rows: exported[table] }).not.toEqual({ table, rows: [] });
    const text = JSON.stringify(exported);
    expect((await second.missed.since(NOW, 9)).map(({ words }) => words).sort()).toEqual([
      'missed of ana',
      'missed of ben',
    ]);
    expect(await second.missed.since(NOW + 1, 9)).toEqual([]);
    for (const word of ['words of ana', 'missed of ana', 'note on ana', 'said by ana', 'number of ana'])
      expect(text).toContain(word);
    expect(text).not.toContain('ben');
    expect(text).not.toMatch(/hash-ana|browser-ana/);
  });
}

function eraseContract(fresh: Fresh): void {
  it('who is erased leaves nothing but an order of unknown outcome, and nobody else loses anything', async () => {
    const { store, second } = await fresh();
    const [ana, ben] = [await live(store, 'ana'), await live(store, 'ben')];
    const before = await store.privacy.export([ben], 'ben');
    await store.privacy.erase([ana], 'ana');
    expect(Object.values(await countsOf(second, ana, null)).filter((count) => count > 0)).toEqual([]);
    expect(await second.attempts.get('placed-ana')).toBeNull();
    expect(await second.attempts.get('unknown-ana')).toMatchObject({ conversationId: '', state: 'unknown' });
    expect(await second.careActions.get('done-ana')).toBeNull();
    expect(await second.careActions.get('hanging-ana')).toMatchObject({ conversationId: '', state: 'in-flight' });
    expect(await store.careActions.begin(careOf('again', { subjects: ['o/done-ana'] }))).toEqual({ kind: 'spent' });
    expect(await second.conversations.load(ana)).toBeNull();
    expect(await second.files.get('photo-ana')).toBeNull();
    expect(await second.files.get('photo-ben')).toMatchObject({
      type: 'image/png',
      bytes: Buffer.from('bytes of ben'),
      conversationId: ben,
    });
    expect(await second.handOffs.get('hand-off-ana')).toBeNull();
    expect(await second.contacts.get('contact-ana')).toBeNull();
    expect(await second.visitors.byToken('browser-ana')).toBeNull();
    expect(await second.tokens.find('hash-ana', NOW)).toBeNull();
    expect((await second.outbox.lease(wish('w'))).map((one) => one.id)).toEqual(['item-ben']);
    await second.outbox.handBack('w');
    expect((await second.inbox.lease(wish('w'))).map((one) => one.key)).toEqual(['key-ben']);
    await second.inbox.handBack('w');
    expect(await second.privacy.export([ben], 'ben')).toEqual(before);
  });

  it('who is erased in the middle of a turn is met anew by it', async () => {
    const { store, second } = await fresh();
    const id = await live(store, 'ana');
    const [written] = await Promise.all([
      store.conversations.commit(commitOf(id, 1, { from: { channel: 'web', address: 'visitor-ana' } })),
      second.privacy.erase([id], 'ana'),
    ]);
    expect(['committed', 'conflict']).toContain(written);
    expect(await store.conversations.load(id)).toBeNull();
    expect(await store.conversations.history(id, 9)).toEqual([]);
    expect(await store.contacts.trail('web', 'visitor-ana')).toEqual([]);
    expect(await store.conversations.commit(commitOf(id, 0))).toBe('committed');
  });

  it('who was never met can be erased, and erased again', async () => {
    const { store } = await fresh();
    await store.privacy.erase([], null);
    await store.privacy.erase(['shopper:eve'], 'eve');
    await store.privacy.erase(['shopper:eve'], 'eve');
    expect(await store.privacy.export([], null)).toMatchObject({ conversation: [] });
  });

  it('a guest is erased with the visitor or the contact they were', async () => {
    const { store } = await fresh();
    const visitor = { tokenHash: 't', address: 'v', locale: 'en', lastSeenAt: NOW, expiresAt: NOW + DAY };
    await store.visitors.add(visitor, NOW);
    const guest = { id: 'k', channel: 'telegram', address: '5', locale: 'en', heardAt: NOW } as const;
    await store.contacts.meet(guest);
    await store.contacts.meet({ ...guest, id: 'other' });
    for (const id of ['web:v', 'telegram:k']) await store.conversations.commit(commitOf(id, 0));
    await store.privacy.erase(['web:v', 'telegram:k'], null);
    expect(await store.visitors.byToken('t')).toBeNull();
    expect(await store.contacts.get('k')).toBeNull();
    expect(await store.contacts.get('other')).not.toBeNull();
  });

  it('a visitor who still has a conversation of their own stays a visitor', async () => {
    const { store } = await fresh();
    const id = await live(store, 'ana');
    const from = { channel: 'web', address: 'visitor-ana' } as const;
    await store.conversations.commit(commitOf('web:visitor-ana', 0, { from }));
    await store.privacy.erase([id], 'ana');
    expect(await store.visitors.byToken('browser-ana')).not.toBeNull();
    expect(await store.contacts.trail('web', 'visitor-ana')).toEqual(['web:visitor-ana']);
  });
}

function purgeContract(fresh: Fresh): void {
  it('goes by its class, and what is younger stays', async () => {
    const { store, clock } = await fresh();
    await live(store, 'old');
    await store.outbox.lease(wish('w'));
    await store.outbox.mark('item-old', 'w', { kind: 'done' }, NOW);
    const [came] = await store.inbox.lease(wish('w'));
    await store.inbox.mark(came?.id ?? '', 'w', { kind: 'done' }, NOW);
    const over = handOffOf('hand-off-old', { conversationId: 'shopper:old', state: 'completed', endedAt: NOW });
    await store.conversations.commit(commitOf('shopper:old', 1, { handOff: over, history: [] }));
    clock.now += 10 * DAY;
    const went = async (before: Partial<PurgeBefore>) => {
      const all = await store.privacy.purge({ ...NONE, ...before });
      return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
    };
    // Tokens mean nothing any more, and nobody's limit is of a day so long ago, whatever is asked.
    expect(await went({})).toEqual({ token: 1, spent_day: 1 });
    const day = NOW + DAY;
    expect(await went({ history: day })).toEqual({ history: 1, missed: 1 });
    expect(await went({ handOffs: NOW })).toEqual({});
    expect(await went({ handOffs: day })).toEqual({ hand_off: 1, packet: 1, photo: 1 });
    expect(await went({ deliveries: day })).toEqual({ outbox: 1 });
    expect(await went({ received: day })).toEqual({ inbox: 1 });
    expect(await went({ contacts: NOW })).toEqual({});
    expect(await went({ contacts: day })).toEqual({ contact: 1 });
    expect(await went({ conversations: NOW })).toEqual({});
    expect(await went({ conversations: day })).toMatchObject({ conversation: 1 });
    expect(await store.conversations.load('shopper:old')).toBeNull();
    expect(await store.attempts.get('unknown-old')).not.toBeNull();
    expect(await store.visitors.byToken('browser-old')).toBeNull();
  });

  it('stays while it waits: a hand-off nobody has ended, and what is not delivered or read', async () => {
    const { store, clock } = await fresh();
    const id = await live(store, 'ana');
    clock.now += 10 * DAY;
    const all = NOW + 9 * DAY;
    await store.privacy.purge({ ...NONE, handOffs: all, deliveries: all, received: all });
    const counts = await countsOf(store, id, 'ana');
    expect(counts).toMatchObject({ hand_off: 1, packet: 1, note: 1, outbox: 1, inbox: 1 });
  });

  it('goes in any number, and no conversation that goes on', async () => {
    const { store, clock } = await fresh();
    await Promise.all(Array.from({ length: 150 }, (_, i) => store.conversations.commit(commitOf(`old${i}`, 0))));
    clock.now += DAY;
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.conversations.commit(commitOf(`old${i}`, 1))));
    const went = await store.privacy.purge({ ...NONE, conversations: NOW + 1 });
    expect(went).toMatchObject({ conversation: 130 });
    expect(await store.conversations.load('old19')).toMatchObject({ version: 2 });
    expect(await store.conversations.load('old20')).toBeNull();
  });

  it('goes when its order is known at last', async () => {
    const { store } = await fresh();
    const id = await live(store, 'ana');
    await store.privacy.erase([id], 'ana');
    await store.attempts.finish('unknown-ana', 'placed', '{}', true);
    await store.privacy.purge(NONE);
    expect(await store.attempts.get('unknown-ana')).toBeNull();
  });
}
