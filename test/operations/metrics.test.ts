/** The figures of a server: what turns, hand-offs and deliveries add to them, who may read them, and what never stands in them. */

import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Middleware, metricsRouter } from '../../lambda/operations/doors';
import { createMetrics, type Metrics } from '../../lambda/operations/metrics';
import { type House, openHouse, START } from '../kit/house';
import { createSpeaker } from '../kit/speaker';

let metrics: Metrics;
let house: House;

beforeEach(async () => {
  metrics = createMetrics({ now: () => house.clock.now(), ofProcess: false });
  house = await openHouse({ watchStore: metrics.watchStore });
});

afterEach(() => house.close());

/** The lines of one figure, without its help. */
async function lines(name: string): Promise<readonly string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name));
}

const agent = { id: 'marta', name: 'Marta' };

async function handOff(): Promise<string> {
  const speaker = createSpeaker(house);
  await speaker.hears('TalkToHuman');
  await speaker.yes();
  const [packet] = await house.store.handOffs.list(1);
  if (!packet) throw new Error('nobody was passed on');
  return packet.id;
}

it('counts turns by channel, locale and outcome, with their seconds', async () => {
  const speaker = createSpeaker(house, { locale: 'it-IT' });
  await speaker.opens();
  await speaker.hears('ShippingCost');
  await speaker.hears('Stop');
  expect(await lines('vc_turns_total')).toEqual([
    'vc_turns_total{channel="alexa",locale="it-IT",outcome="asked"} 2',
    'vc_turns_total{channel="alexa",locale="it-IT",outcome="closed"} 1',
  ]);
  expect(await lines('vc_turn_seconds_count')).toEqual(['vc_turn_seconds_count{channel="alexa"} 3']);
});

it('does not count a repeated delivery twice', async () => {
  const speaker = createSpeaker(house);
  const asked = speaker.asks('OrderStatus');
  await speaker.send(asked);
  await speaker.send(asked);
  expect((await lines('vc_turn_seconds_count')).join()).toMatch(/ 1$/);
});

it('counts hand-offs by what became of them, and how long people waited', async () => {
  const id = await handOff();
  house.clock.advance(90_000);
  await house.events.apply({ id: 'e1', handOffId: id, at: house.clock.now(), kind: 'accepted', agent });
  await house.events.apply({ id: 'e2', handOffId: id, at: house.clock.now(), kind: 'said', agent, text: 'Hi' });
  const closed = { kind: 'closed', agent, done: 'answered', topic: null } as const;
  await house.events.apply({ id: 'e3', handOffId: id, at: house.clock.now(), ...closed });
  await house.events.apply({ id: 'e3', handOffId: id, at: house.clock.now(), ...closed });
  expect(await lines('vc_handoffs_total')).toEqual([
    'vc_handoffs_total{channel="alexa",reason="asked",result="initiated"} 1',
    'vc_handoffs_total{channel="alexa",reason="asked",result="accepted"} 1',
    'vc_handoffs_total{channel="alexa",reason="asked",result="completed"} 1',
  ]);
  expect(await lines('vc_handoff_wait_seconds_sum')).toEqual(['vc_handoff_wait_seconds_sum 90']);
});

it('tells how long the oldest delivery waits, and counts the dead', async () => {
  expect(await lines('vc_outbox_oldest_age_seconds')).toEqual(['vc_outbox_oldest_age_seconds 0']);
  await handOff();
  house.clock.advance(42_000);
  expect(await lines('vc_outbox_oldest_age_seconds')).toEqual(['vc_outbox_oldest_age_seconds 42']);
  const until = house.clock.now() + 1_000;
  const lease = { owner: 'a test', now: house.clock.now(), until, limit: 5 };
  const { outbox } = house.store;
  for (const { id } of await outbox.lease(lease)) await outbox.mark(id, 'a test', { kind: 'dead', why: 'gone' }, 0);
  expect(await lines('vc_outbox_dead_total')).toEqual(['vc_outbox_dead_total{channel="desk"} 1']);
});

it('is told while the store hangs, without what only the store knows', async () => {
  const hurried = createMetrics({ now: () => START, ofProcess: false, patience: 1 });
  const outbox = { ...house.store.outbox, depth: () => new Promise<never>(() => {}) };
  hurried.watchStore({ ...house.store, outbox });
  hurried.broke({ channel: 'alexa', locale: 'it-IT' });
  const text = await hurried.text();
  expect(text).toContain('vc_turns_total{channel="alexa",locale="it-IT",outcome="broke"} 1');
  expect(text).not.toMatch(/^vc_outbox_oldest_age_seconds /m);
});

it('counts what asking found and no webhook had brought', async () => {
  const { store } = house;
  const found = (key: string) => ({ source: 'desk:test', key, lane: 'l', body: '{}' });
  const desk = metrics.watchDesk({
    ...house.desk,
    poll: async () => {
      for (const key of ['brought', 'missed']) await store.inbox.put(found(key));
    },
  });
  await store.inbox.put(found('brought'));
  await desk.poll?.();
  await desk.poll?.();
  expect(await lines('vc_reconciled_messages_total')).toEqual(['vc_reconciled_messages_total{source="desk:test"} 1']);
});

it('counts locales that nobody has heard of together', async () => {
  const { conversations } = house.store;
  const commit = jest.spyOn(conversations, 'commit');
  await createSpeaker(house).opens();
  const [first] = commit.mock.calls[0] ?? [];
  if (!first) throw new Error('nothing was committed');
  for (let at = 0; at < 60; at += 1) {
    const one = { ...first, conversationId: `c${at}`, answer: { ...first.answer, requestId: `r${at}` } };
    await conversations.commit({
      ...one,
      expectedVersion: 0,
      follows: 0,
      fact: { ...first.fact, turn: `t${at}`, locale: `x${at}-XX` },
    });
  }
  expect((await lines('vc_turns_total')).length).toBeLessThan(45);
  expect((await lines('vc_turns_total')).join('\n')).toContain('locale="other"');
});

it('names no shopper, no topic and no words', async () => {
  const speaker = createSpeaker(house, { person: 'amzn1.ask.person.PLANTED' });
  await speaker.hears('OrderStatus', { product: 'a planted word' });
  await handOff();
  const text = await metrics.text();
  expect(text).toContain('vc_turns_total{');
  expect(text).not.toMatch(/PLANTED|planted|demo-ana|[Aa]na\b/);
});

it('tells of this process too, as Prometheus names it', async () => {
  const whole = createMetrics({ now: () => START });
  expect(await whole.text()).toMatch(/^process_resident_memory_bytes \d+/m);
  expect(await whole.text()).not.toMatch(/^vc_outbox_oldest_age_seconds /m);
});

describe('the door', () => {
  let server: Server;

  async function open(door: Middleware): Promise<number> {
    server = createServer((req, res) => door(req, res, () => res.writeHead(404).end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  async function ask(port: number, headers: Record<string, string> = {}, path = '/metrics'): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers }, (res) => {
        res.resume();
        resolve(res.statusCode ?? 0);
      });
      sent.once('error', reject).end();
    });
  }

  afterEach(() => server.close());

  it('lets in the developer, where there is one', async () => {
    const isDeveloper = ({ headers }: IncomingMessage) => headers['x-shown'] === 'the key';
    const port = await open(metricsRouter({ metrics, token: null, isDeveloper }));
    expect(await ask(port)).toBe(403);
    expect(await ask(port, { 'x-shown': 'the key' })).toBe(200);
    expect(await ask(port, {}, '/other')).toBe(404);
  });

  it('lets in nobody where there is neither a token nor a developer, whoever seems to be on this machine', async () => {
    const port = await open(metricsRouter({ metrics, token: null }));
    for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: 'Bearer null' }])
      expect(await ask(port, headers)).toBe(403);
  });

  it('lets in whoever shows the token, and nobody else', async () => {
    const port = await open(metricsRouter({ metrics, token: 'the token' }));
    expect(await ask(port)).toBe(403);
    expect(await ask(port, { authorization: 'Bearer the tokem' })).toBe(403);
    expect(await ask(port, { authorization: 'Bearer the token', 'x-forwarded-for': '203.0.113.9' })).toBe(200);
  });
});
