/** Where a conversation reaches its shopper in text, and whose address is whose. */

import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import type { Consented } from '../../lambda/services/reach/contacts';
import { createReach } from '../../lambda/services/reach/reach';
import type { Store } from '../../lambda/services/store';
import type { PushChannel } from '../../lambda/vocabulary/heard';
import { joinedAt } from '../kit/joined';

const NOW = 1_000_000_000;
let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:', now: () => NOW });
});
afterEach(() => store.close());

const reach = (channels: readonly PushChannel[] = ['whatsapp', 'email'], secret = 'a secret') =>
  createReach({
    ...{ contacts: store.contacts, tokens: store.tokens, channels, secret, publicUrl: null, now: () => NOW },
    readProfile: async () => ({ kind: 'absent' }),
  });
const consented = (...contacts: readonly Consented[]) => ({
  conversationId: 'shopper:ana',
  shopper: { contacts },
  locale: 'it-IT',
});
const MAIL: Consented = { channel: 'email', address: 'ana@example.org' };
const PHONE: Consented = { channel: 'whatsapp', address: '+39 02 555 0123' };

test('is the consented address of the channel the shop prefers, and no part of the conversation by being looked for', async () => {
  const found = await reach().contact(consented(MAIL, PHONE));
  expect(found).toMatchObject({ channel: 'whatsapp', isPart: false, locale: 'it-IT' });
  expect(await store.contacts.of('shopper:ana')).toEqual([]);
  await joinedAt({ reach: reach(), store }, PHONE, consented());
  expect(await reach().contact(consented(MAIL, PHONE))).toMatchObject({ channel: 'whatsapp', isPart: true });
  expect(await reach(['email', 'whatsapp']).contact(consented(MAIL, PHONE))).toMatchObject({ channel: 'whatsapp' });
});

test('is nowhere without consent, without a shopper, or without a channel for it', async () => {
  expect(await reach().contact(consented())).toBeNull();
  expect(await reach().contact({ ...consented(), shopper: null })).toBeNull();
  expect(await reach(['telegram']).contact(consented(MAIL, PHONE))).toBeNull();
  expect(await reach(['whatsapp']).mail(consented(MAIL))).toBeNull();
});

test('is where the shopper wrote last, before anything that is only consented to', async () => {
  const { contact } = reach();
  await joinedAt({ reach: reach(), store }, MAIL, consented());
  const written = await joinedAt({ reach: reach(), store }, PHONE, consented());
  await store.contacts.meet({ ...written, heardAt: NOW });
  expect(await contact(consented(MAIL, PHONE))).toMatchObject({ id: written.id });
});

test('is where a guest writes who has joined nobody', async () => {
  const { contact, contactIdOf } = reach();
  const id = contactIdOf('whatsapp', '390612345678', '');
  await store.contacts.meet({ id, channel: 'whatsapp', address: '390612345678', locale: 'it-IT', heardAt: NOW });
  const guest = { conversationId: `whatsapp:${id}`, shopper: null, locale: 'it-IT' };
  expect(await contact(guest)).toMatchObject({ id, address: '390612345678' });
  expect(await contact({ ...guest, conversationId: 'whatsapp:another' })).toBeNull();
  expect(await contact({ ...guest, conversationId: `email:${id}` })).toBeNull();
});

test('is no chat in a browser, which is read where it is', async () => {
  const { join, contact } = reach();
  await join({ id: 'visitor', channel: 'web', locale: 'en-GB' }, 'shopper:ana');
  expect(await contact(consented())).toBeNull();
});

describe('an address', () => {
  test('has one id however a number is spelt, and tells nothing of itself', () => {
    const { contactIdOf } = reach();
    const id = contactIdOf('whatsapp', '+39 02 555-0123', 'c');
    expect(contactIdOf('whatsapp', '39025550123', 'd')).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(contactIdOf('telegram', '39025550123', 'c')).not.toBe(id);
    expect(reach([], 'another secret').contactIdOf('whatsapp', '39025550123', 'c')).not.toBe(id);
  });

  test('of e-mail has one id in each conversation, in any case of letters', () => {
    const { contactIdOf } = reach();
    expect(contactIdOf('email', 'Ana@Example.org', 'c')).toBe(contactIdOf('email', 'ana@example.org', 'c'));
    expect(contactIdOf('email', 'ana@example.org', 'd')).not.toBe(contactIdOf('email', 'ana@example.org', 'c'));
  });

  test('joins a conversation, and is part of that one only', async () => {
    const { join, isPart } = reach();
    await join({ id: 'visitor', channel: 'web', locale: 'en-GB' }, 'shopper:ana');
    expect(await isPart('visitor', 'shopper:ana')).toBe(true);
    await join({ id: 'visitor', channel: 'web', locale: 'en-GB' }, 'shopper:bruno');
    expect(await isPart('visitor', 'shopper:ana')).toBe(false);
    expect(await isPart('nobody', 'shopper:ana')).toBe(false);
  });
});
