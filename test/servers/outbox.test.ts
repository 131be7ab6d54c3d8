/** Two servers share one outbox: phones get every message once and in order, whichever server sends it. */

import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../lambda/providers/store/postgres/open';
import type { OutboxItem } from '../../lambda/services/queue/item';
import { shopperMessage } from '../../lambda/services/queue/items';
import type { Store } from '../../lambda/services/store';
import { commitOf } from '../contracts/store-samples';
import { type Asked, type FakeVendor, openVendor } from '../kit/fake-vendor';
import { AS_LONG_AS_IT_TAKES } from '../kit/patience';
import { describeOnPostgres } from '../kit/postgres';
import { bundledServer, type Program, type ServerProcess, shared } from './server-process';

/** More conversations than one server takes at once, and 500 messages in all. */
const CONVERSATIONS = 50;
const EACH = 10;

describeOnPostgres('two servers with one outbox', (cluster) => {
  let program: Program;
  let phone: FakeVendor;
  let store: Store;
  const servers: ServerProcess[] = [];

  beforeAll(async () => {
    program = await bundledServer();
    let messages = 0;
    phone = await openVendor(() => {
      messages += 1;
      return { status: 200, json: { ok: true, result: { message_id: messages } } };
    });
    const url = cluster.urlOf(await cluster.freshDatabase());
    const folder = program.folder();
    for (const name of ['a', 'b']) {
      const telegram = { TELEGRAM_TOKEN: '1:test', TELEGRAM_SECRET: 'the-secret-of-tests', TELEGRAM_BOT: 'willow' };
      const env = { ...shared(folder, url), ...telegram, TELEGRAM_BASE: `${phone.base}/${name}` };
      servers.push(await program.server(env));
    }
    await Promise.all(servers.map((server) => server.start()));
    store = await openPostgresStore({ url, migrate: false, patience: AS_LONG_AS_IT_TAKES });
  });
  afterAll(async () => {
    await store.close();
    await program.remove();
    await phone.close();
  });

  it('send 500 messages, none twice, and those of a conversation in order', async () => {
    const all = Array.from({ length: CONVERSATIONS }, (_, at) => 1000 + at);
    await Promise.all(all.map((chat) => meet(chat, store)));
    const rounds = Array.from({ length: EACH }, (_, at) => at);
    for (const round of rounds) await Promise.all(all.map((chat) => write(chat, round, store)));
    while ((await store.outbox.depth()).waiting > 0) await sleep(20);

    const texts = phone.asked.map(textOf);
    expect(texts).toHaveLength(CONVERSATIONS * EACH);
    for (const chat of all) {
      expect(texts.filter(({ to }) => to === chat).map(({ text }) => text)).toEqual(
        rounds.map((at) => `${chat}: ${at}`),
      );
    }
    // How they share the work is the machine's matter: on a busy one the first may send it all.
    const senders = new Set(phone.asked.map(({ path }) => path.split('/')[1]));
    expect(['a', 'b']).toEqual(expect.arrayContaining([...senders]));
    expect(await store.outbox.troubled(10)).toEqual([]);
  });
});

async function meet(chat: number, { contacts }: Store): Promise<void> {
  const who = { id: `contact-${chat}`, channel: 'telegram', address: String(chat), locale: 'en-GB' } as const;
  await contacts.meet({ ...who, heardAt: Date.now() });
}

async function write(chat: number, at: number, { conversations }: Store): Promise<void> {
  const outcome = await conversations.commit(commitOf(`telegram:${chat}`, at, { outbox: [message(chat, at)] }));
  expect(outcome).toBe('committed');
}

function message(chat: number, at: number): OutboxItem {
  const words = { by: 'bot', name: null, text: `${chat}: ${at}`, options: [], title: null } as const;
  const body = { ...words, contact: `contact-${chat}`, link: null, reference: null, locale: 'en-GB' };
  return shopperMessage(`m-${chat}-${at}`, { channel: 'telegram' }, body);
}

function textOf({ body }: Asked): { readonly to: number; readonly text: string } {
  const { chat_id: to, text } = body as { readonly chat_id: number; readonly text: string };
  return { to, text };
}
