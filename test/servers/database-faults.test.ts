/** A whole server before a PostgreSQL that cannot: whoever speaks is answered, nothing is done that is not kept, and it goes on by itself. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { answers } from '../kit/answering';
import { openPage, type TestPage } from '../kit/chat-server';
import { describeOnOwnPostgres } from '../kit/postgres';
import type { Cluster } from '../kit/postgres-cluster';
import { type DeafProxy, deafProxy } from './deaf-proxy';
import { type Acknowledged, createDevice, type Says } from './device';
import { isExcuse } from './excuses';
import { bundledServer, type Program, type ServerProcess, shared } from './server-process';
import { answersIn, shopIn, wrongIn } from './truth';

const ANA = { person: 'person-faults', token: 'demo-ana', firstName: 'Ana' };
const PAGE_SAYS = 'what does shipping cost';
/** One that each fault leaves over; others than before, or she would be asked whether she means the same again. */
const GOODS = ['coffee', 'dog food', 'toilet paper', 'Rivasol shampoo'];
const MOST_YESES = 3;

type Fault = { begin(): Promise<unknown>; end(): Promise<unknown> };

const everyConnection = { connections: 24 };

describeOnOwnPostgres('a server whose PostgreSQL', (first) => onePrimary(first), everyConnection);

function onePrimary(first: Cluster): void {
  let program: Program;
  let folder: string;
  let database: string;
  let proxy: DeafProxy;
  let server: ServerProcess;
  let page: TestPage;
  /** Who has the address just now. */
  let primary = first;
  const acknowledged: Acknowledged[] = [];
  const device = createDevice({ name: 'ana', ...ANA });

  beforeAll(async () => {
    program = await bundledServer();
    folder = program.folder();
    database = await first.freshDatabase();
    proxy = await deafProxy(() => primary.port());
    const place = first.urlOf(database, { port: proxy.port });
    server = await program.server({ ...shared(folder, place), METRICS_TOKEN: TOKEN });
    await server.start();
    page = await openPage(server);
    await until(() => isReady());
  });
  afterAll(async () => {
    await server.kill();
    await proxy.close();
    await program.remove();
    if (primary !== first) await primary.remove();
  });

  const isReady = () => answers(`${server.url}/readyz`);

  async function says(what: Says): Promise<readonly string[]> {
    const answer = await device.says(what, [server]);
    acknowledged.push(answer);
    return (await answersIn(primary, database)).get(answer.requestId)?.replies ?? [];
  }

  async function asked(): Promise<unknown> {
    const [last] = await primary.run(
      database,
      "select asks from fact where channel = 'alexa' order by at desc limit 1",
    );
    return last?.asks;
  }

  /** Up to the question whether to place it. */
  async function wants(product: string): Promise<void> {
    await says({ intent: 'Reorder', slots: { product } });
    for (let yes = 0; yes < MOST_YESES && (await asked()) !== 'Purchase.confirm'; yes += 1)
      await says({ intent: 'Yes' });
    expect([product, await asked()]).toEqual([product, 'Purchase.confirm']);
  }

  const set = async (setting: string) => {
    await primary.run('postgres', `alter system ${setting}`);
    await primary.run('postgres', 'select pg_reload_conf()');
  };

  let crowd: readonly Client[] = [];
  const faults: Readonly<Record<string, Fault>> = {
    'stands still': { begin: async () => primary.freeze(), end: async () => primary.thaw() },
    'may only be read': {
      begin: () => set('set default_transaction_read_only = on'),
      end: () => set('reset default_transaction_read_only'),
    },
    'has no connection left': {
      async begin() {
        crowd = await crowdOut(primary);
      },
      end: () => Promise.all(crowd.map((one) => one.end())),
    },
    'is lost, and another that followed it takes its place': {
      async begin() {
        const follower = await first.follower();
        await first.kill();
        primary = follower;
      },
      end: () => primary.run('postgres', 'select pg_promote()'),
    },
  };

  it.each(Object.entries(faults))(
    '%s, answers all, does nothing meanwhile, and goes on afterwards',
    async (what, fault) => {
      const { voice: sold } = shopIn(folder);
      const [id, lines, broke] = [randomUUID(), (await page.lines()).length, await brokenAt(server)];
      const product = GOODS[Object.keys(faults).indexOf(what)] ?? '';
      await wants(product);

      await fault.begin();
      const from = performance.now();
      const took = () => performance.now() - from;
      const [heard, seen] = await Promise.all([
        device.asks({ intent: 'Yes' }, server).then((ssml) => ({ ssml, ms: took() })),
        page.says(PAGE_SAYS, id).then((status) => ({ status, ms: took() })),
        until(async () => !(await isReady())),
      ]);
      expect(heard.ssml).not.toBeNull();
      expect(isExcuse(heard.ssml ?? '')).toBe(true);
      // The page says that it did not get through, and lets it be sent again.
      expect(seen.status).toBeGreaterThanOrEqual(500);
      await until(async () => (await brokenAt(server)) >= broke + 2);
      expect(await brokenAt(server)).toBe(broke + 2);
      expect(shopIn(folder).voice).toBe(sold);

      await fault.end();
      await until(isReady);
      // Her visit ended with the apology: she hears once more what it comes to.
      await wants(product);
      expect(await says({ intent: 'Yes' })).toContain('Purchase.placed');
      expect(shopIn(folder).voice).toBe(sold + 1);
      expect(await page.says(PAGE_SAYS, id)).toBe(202);
      expect((await page.lines()).length).toBe(lines + 2);
      expect(server.isUp()).toBe(true);
      // Told, not judged: how busy this computer is, no test knows.
      process.stderr.write(`${what}: heard after ${heard.ms.toFixed(0)} ms, seen after ${seen.ms.toFixed(0)}\n`);
    },
  );

  it('has lost nothing it acknowledged, and sold nothing it did not tell', async () => {
    const news = { errors: [], heard: new Map() };
    const wrong = await wrongIn({ shoppers: [{ ...ANA, acknowledged }], news, cluster: primary, database, folder });
    expect(wrong).toEqual([]);
  });
}

const TOKEN = 'a token that only the Prometheus of these tests has';

/** Turns that ended with an apology so far. */
async function brokenAt({ url }: ServerProcess): Promise<number> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const lines = (await response.text()).split('\n').filter((line) => /^vc_turns_total.*outcome="broke"/.test(line));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

/** Takes every connection there is, and those that others have. */
async function crowdOut(cluster: Cluster): Promise<readonly Client[]> {
  const taken: Client[] = [];
  const ours: number[] = [];
  const take = async () => {
    const one = new Client({ connectionString: cluster.urlOf('postgres') });
    one.on('error', () => {});
    await one.connect();
    const { rows } = await one.query('select pg_backend_pid() as pid');
    taken.push(one);
    ours.push(rows[0].pid);
    return one;
  };
  const watching = await take();
  for (let others = 1; others > 0; ) {
    while (await take().catch(() => null));
    // Whoever is just coming in has no name yet, and would be a connection that is left.
    const { rows } = await watching.query(
      `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
       where backend_type = 'client backend' and pid <> all($1)`,
      [ours],
    );
    others = rows[0].n;
  }
  return taken;
}
