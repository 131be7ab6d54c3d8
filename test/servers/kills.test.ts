/** Servers and their database under kill -9 while people shop: nothing acknowledged is lost, and nothing is ordered twice. */

import { setTimeout as sleep } from 'node:timers/promises';
import { mass } from '../kit/masses';
import { describeOnOwnPostgres } from '../kit/postgres';
import type { Cluster } from '../kit/postgres-cluster';
import { createDevice } from './device';
import { hearTheRest } from './late-news';
import { bundledServer, type Program, type ServerProcess, shared } from './server-process';
import { goShopping, type Shopper } from './shoppers';
import { wrongIn } from './truth';

/** EARSHOT_SEED repeats a run's kills. */
const KILLS = mass(4, 100);
const SEED = Number(process.env.EARSHOT_SEED ?? Math.trunc(Math.random() * 2 ** 31));
const SHOPPERS = mass(12, 32);
/** Of shopping between two kills. */
const LONGEST_PEACE_MS = 150;

describeOnOwnPostgres('two servers and a database that are killed', (cluster) => {
  let program: Program;
  beforeAll(async () => {
    program = await bundledServer();
  });
  afterAll(() => program.remove());

  it(`lose nothing and order nothing twice in ${KILLS} kills under ${SHOPPERS} shoppers`, async () => {
    const folder = program.folder();
    const database = await cluster.freshDatabase();
    const env = shared(folder, cluster.urlOf(database));
    const servers = await Promise.all([program.server(env), program.server(env)]);
    await Promise.all(servers.map((server) => server.start()));
    const shopping = goShopping(SHOPPERS, servers);
    const took: Took[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(random(2 * kill, LONGEST_PEACE_MS));
      const victim = VICTIMS[random(2 * kill + 1, VICTIMS.length)] ?? 'database';
      const ms = await killed(victim, { servers, cluster, name: `kill-${kill}` }).catch((error: unknown) => {
        const said = servers.map((server) => server.log().slice(-2_000)).join('\n');
        throw new Error(`kill ${kill} of ${victim}, seed ${SEED}: ${error}; the servers said:\n${said}`);
      });
      took.push({ victim, ms });
    }
    await shopping.end();
    await Promise.all(servers.map((server) => server.kill()));
    report(took, shopping.shoppers);

    const news = await hearTheRest(shopping.shoppers, { folder, database: cluster.urlOf(database) });
    const wrong = await wrongIn({ shoppers: shopping.shoppers, news, cluster, database, folder });
    expect({ seed: SEED, wrong }).toEqual({ seed: SEED, wrong: [] });
    const acknowledged = shopping.shoppers.flatMap((shopper) => shopper.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(SHOPPERS);
  });
});

const VICTIMS = ['a', 'b', 'database'] as const;
type Victim = (typeof VICTIMS)[number];
type Took = { readonly victim: Victim; readonly ms: number };
type Scene = { readonly servers: readonly ServerProcess[]; readonly cluster: Cluster; readonly name: string };

/** Kills it, starts it again, and has a shopper served by what was away; how many milliseconds that took from its start. */
async function killed(victim: Victim, { servers, cluster, name }: Scene): Promise<number> {
  const server = victim === 'database' ? null : servers[VICTIMS.indexOf(victim)];
  await (server ?? cluster).kill();
  const from = performance.now();
  await (server ?? cluster).start();
  const device = createDevice({ name, token: 'demo-ana', person: name });
  await Promise.all((server ? [server] : servers).map((one) => device.says({ intent: 'ShippingCost' }, [one])));
  return performance.now() - from;
}

/** A small generator, so that the seed repeats the same kills. */
function random(at: number, below: number): number {
  const mixed = Math.imul(SEED ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % below;
}

/** Times are told, not judged: how busy this computer is, no test knows. */
function report(took: readonly Took[], shoppers: readonly Shopper[]): void {
  const turns = shoppers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const times = VICTIMS.map((victim) => {
    const ms = took.flatMap((one) => (one.victim === victim ? [one.ms] : [])).sort((x, y) => x - y);
    const [middle = 0, longest = 0] = [ms[ms.length >> 1], ms.at(-1)];
    return `${victim} ×${ms.length} ready after ${middle.toFixed(0)} ms (longest ${longest.toFixed(0)})`;
  });
  process.stderr.write(`${KILLS} kills, seed ${SEED}, ${turns} turns acknowledged: ${times.join('; ')}\n`);
}
