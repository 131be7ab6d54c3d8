/** Two servers on one PostgreSQL: a conversation goes on at either, is seen at both, and outlives one of them. */

import { openPage, type TestPage } from '../kit/chat-server';
import { describeOnPostgres } from '../kit/postgres';
import { type DeafProxy, deafProxy } from './deaf-proxy';
import { createDevice, type Says } from './device';
import { bundledServer, type Program, type ServerProcess, shared } from './server-process';
import { answersIn, shopIn } from './truth';

const COFFEE: Says = { intent: 'Reorder', slots: { product: 'coffee' } };
const THREE: Says = { intent: 'Reorder', slots: { quantity: '3' } };
const YES: Says = { intent: 'Yes' };
const DOG_FOOD: Says = { intent: 'OrderStatus', slots: { product: 'dog food' } };
const SHIPPING: Says = { intent: 'ShippingCost' };
const PERSON: Says = { intent: 'TalkToHuman' };

describeOnPostgres('two servers on one database', (cluster) => {
  let program: Program;
  let folder: string;
  let database: string;
  let proxy: DeafProxy;
  let a: ServerProcess;
  let b: ServerProcess;

  beforeAll(async () => {
    program = await bundledServer();
  });
  afterAll(() => program.remove());
  beforeEach(async () => {
    folder = program.folder();
    database = await cluster.freshDatabase();
    proxy = await deafProxy(cluster.port);
    const env = shared(folder, cluster.urlOf(database, { port: proxy.port }));
    [a, b] = await Promise.all([program.server(env), program.server(env)]);
    await Promise.all([a.start(), b.start()]);
  });
  afterEach(async () => {
    await Promise.all([a.kill(), b.kill()]);
    await proxy.close();
  });

  const repliesTo = async (requestId: string) => (await answersIn(cluster, database)).get(requestId)?.replies ?? [];

  it('hold the conversation of the README by halves while one of them is killed', async () => {
    const speaker = createDevice({ name: 'ana', token: 'demo-ana' });
    await speaker.says(COFFEE, [a]);
    const changed = await speaker.says(THREE, [b]);
    expect(changed.ssml).toContain('three bags');
    const placed = await speaker.says(YES, [a]);
    expect(await repliesTo(placed.requestId)).toContain('Purchase.placed');

    const asked = speaker.says(DOG_FOOD, [a, b]);
    await a.kill();
    expect(await repliesTo((await asked).requestId)).toContain('OrderStatus.outForDeliveryWindow');
    const cost = await speaker.says(SHIPPING, [a, b]);
    expect(await repliesTo(cost.requestId)).toContain('ShippingCost.costFreeFrom');
    await a.start();
    const handed = await speaker.says(PERSON, [a]);
    expect(await repliesTo(handed.requestId)).toContain('TalkToHuman.passed');
    expect(shopIn(folder)).toMatchObject({ voice: 1 });
  });

  it('take the turns of a conversation at the speaker and in the chat as they come', async () => {
    const speaker = createDevice({ name: 'ana', token: 'demo-ana' });
    const page = await openPage(b, { shopper: 'demo-ana' });
    await speaker.says(COFFEE, [a]);
    expect(await page.says('where is my dog food?')).toBe(202);
    const servers = [a, b];
    for (let turn = 0; turn < 6; turn += 1) {
      await speaker.says(turn % 2 === 0 ? SHIPPING : DOG_FOOD, [servers[turn % 2] ?? a]);
    }
    const atA = await (await openPage(a, { shopper: 'demo-ana' })).lines();
    expect(atA.map(({ by, channel }) => `${by} ${channel}`)).toEqual([
      ...['shopper alexa', 'bot alexa', 'shopper web', 'bot web'],
      ...Array.from({ length: 12 }, (_, line) => (line % 2 === 0 ? 'shopper alexa' : 'bot alexa')),
    ]);
    // Which lines are a browser's own is told to that browser alone.
    expect((await page.lines()).map(({ own: _, ...line }) => line)).toEqual(atA);
  });

  it('shows at one what the other wrote at once, and a look later where no notice comes through', async () => {
    const page = await openPage(a, { shopper: 'demo-ana' });
    const speaker = createDevice({ name: 'ana', token: 'demo-ana' });
    const shown = seen(page);
    await shown.count(0);
    await speaker.says(SHIPPING, [b]);
    await shown.count(2);
    proxy.deafen();
    await speaker.says(DOG_FOOD, [b]);
    await shown.count(4);
    shown.leave();
  });
});

/** Holds the stream open; `count` resolves when it has shown so many lines. */
function seen(page: TestPage) {
  let lines = 0;
  let isReady = false;
  let tell = () => {};
  let over = false;
  const reading = page.read((events) => {
    lines = events.filter(({ event }) => event === 'line').length;
    isReady ||= events.some(({ event }) => event === 'ready');
    tell();
    return over;
  });
  // The server is killed with the stream open.
  reading.catch(() => {});
  return {
    count: (wanted: number) =>
      new Promise<void>((resolve) => {
        tell = () => void (isReady && lines >= wanted && resolve());
        tell();
      }),
    leave() {
      over = true;
    },
  };
}
