/** What does a cold start of the Lambda bundle cost beside a bare ask-sdk bundle, and what of it is the index of goods? Until ready, and until the first answer. */

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPostgresStore } from '../lambda/providers/store/postgres/open';
import { buildLambda, bundle } from '../scripts/build';
import { openSampleShop } from '../scripts/sample-shop';
import { newCluster } from '../test/kit/postgres-cluster';
import { type Spent, startInstance } from '../test/lambda/runtime';
import { goodsPackages, type Package } from './kit/cold-goods';
import { median } from './kit/load';
import { machine } from './kit/machine';
import { print, run } from './kit/print';

const { values } = parseArgs({ options: { starts: { type: 'string', default: '15' } } });
const STARTS = Number(values.starts);
const AIM = 1.8;
/** Milliseconds. */
const GOODS_AIM = 50;

type Measured = { readonly start: Spent; readonly answer: Spent };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-cold-'));
  const cluster = newCluster();
  const sample = await openSampleShop();
  try {
    await cluster.start();
    const packages = await packagesIn(folder, cluster.urlOf(await cluster.freshDatabase()));
    print(`${machine(folder)}\n${STARTS} fresh processes of each by turns, and one to warm the disk's cache.\n`);
    for (const { name, root } of packages) {
      print(`  ${name.padEnd(11)} ${(sizeOf(root) / 1_024).toFixed(0)} kB`);
    }
    const [house = [], hello = []] = await measure(packages);
    report(house, hello);
    const goods = await goodsPackages({ folder, env: packages[0]?.env ?? {}, sample });
    reportGoods(goods, await measure(goods));
  } finally {
    sample.close();
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of what a start reads. */
function sizeOf(root: string): number {
  const code = readdirSync(root).filter((name) => /^(index|main)\.js$/.test(name));
  return code.reduce((sum, name) => sum + statSync(join(root, name)).size, 0);
}

async function packagesIn(folder: string, url: string): Promise<readonly Package[]> {
  const [house, hello] = [join(folder, 'earshot'), join(folder, 'hello-world')];
  await buildLambda({ out: house });
  await bundle(join(__dirname, 'kit', 'hello-lambda.ts'), join(hello, 'index.js'));
  await (await openPostgresStore({ url })).close();
  const env = {
    DATABASE_URL: url,
    EARSHOT_SECRET: 'the secret of a measurement, and no other',
    EARSHOT_DATA: join(folder, 'shop'),
  };
  return [
    { name: 'earshot', root: house, env, first: launch },
    { name: 'hello-world', root: hello, env: {}, first: launch },
  ];
}

async function measure(packages: readonly Package[]): Promise<readonly (readonly Measured[])[]> {
  const measured: Measured[][] = packages.map(() => []);
  for (let round = 0; round <= STARTS; round += 1) {
    for (const [at, one] of packages.entries()) {
      const spent = await startOnce(one, round);
      if (round > 0) measured[at]?.push(spent);
    }
  }
  return measured;
}

/** The first event waits until the process asks for one, as on Lambda. */
async function startOnce({ name, root, env, first }: Package, round: number): Promise<Measured> {
  const instance = await startInstance({ root, handler: 'index.handler', env });
  try {
    const invoked = await instance.invoke(first(`${name}-${round}`.replaceAll(' ', '-')));
    const { start, answer } = instance.spent;
    if (!invoked.ok) throw new Error(`${name}: ${invoked.errorMessage}`);
    if (!start || !answer || !JSON.stringify(invoked.body).includes('<speak>')) throw new Error(`${name} said nothing`);
    return { start, answer };
  } finally {
    await instance.stop();
  }
}

function launch(id: string): object {
  const application = { applicationId: 'amzn1.ask.skill.bench' };
  const user = { userId: `amzn1.ask.account.${id}`, accessToken: 'demo-ana' };
  return {
    version: '1.0',
    session: { new: true, sessionId: id, application, user, attributes: {} },
    context: { System: { application, user, apiEndpoint: '', device: { deviceId: id } } },
    request: { type: 'LaunchRequest', requestId: id, timestamp: new Date().toISOString(), locale: 'en-GB' },
  };
}

const ROWS: readonly (readonly [string, (one: Measured) => number])[] = [
  ['until it asks for an event', ({ start }) => start.wall],
  ['until its first answer', ({ answer }) => answer.wall],
  ['processor time until it asks', ({ start }) => start.processor],
  ['processor time until it answers', ({ answer }) => answer.processor],
];

function report(house: readonly Measured[], hello: readonly Measured[]): void {
  print('\nMedians, in milliseconds:         earshot   hello-world   ratio');
  const ratios = ROWS.map(([what, figure]) => {
    const [ours, theirs] = [median(house.map(figure)), median(hello.map(figure))];
    const ratio = ours / theirs;
    print(
      `  ${what.padEnd(32)}${ours.toFixed(0).padStart(7)}${theirs.toFixed(0).padStart(14)}${ratio.toFixed(2).padStart(8)}`,
    );
    return ratio;
  });
  const [start = Number.POSITIVE_INFINITY] = ratios;
  print(start <= AIM ? `\nThe aim (${AIM}, until it asks) is met.` : `\nThe aim (${AIM}, until it asks) is missed.`);
}

/** Before a shop at another address, "reorder dog food" is what a fresh instance is asked. */
function reportGoods(packages: readonly Package[], measured: readonly (readonly Measured[])[]): void {
  print(`\nMedians, in milliseconds:       ${packages.map(({ name }) => name.padStart(14)).join('')}`);
  const medians = ROWS.map(([what, figure]) => {
    const all = measured.map((each) => median(each.map(figure)));
    print(`  ${what.padEnd(32)}${all.map((one) => one.toFixed(0).padStart(14)).join('')}`);
    return all;
  });
  const [none = 0, ...others] = medians[1] ?? [];
  const more = Math.max(...others) - none;
  const isMet = more <= GOODS_AIM;
  print(
    `\nThe aim (no slower by more than ${GOODS_AIM} ms with an index) is ${isMet ? 'met' : 'missed'}: ${more.toFixed(0)} ms.`,
  );
}

run(main);
