/** The built bundle under Lambda's runtime interface, on PostgreSQL: processes that start cold, and recorded events. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DRAWING } from '../../lambda/house/drawers';
import { GOODS_FILE } from '../../lambda/house/goods';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { openPostgresStore } from '../../lambda/providers/store/postgres/open';
import { buildLambda, bundle } from '../../scripts/build';
import { buildGoods } from '../../scripts/built-goods';
import { LOCALES, START } from '../kit/house';
import { describeOnPostgres } from '../kit/postgres';
import { SET_CLOCK, settableClock } from '../kit/set-clock';
import { type Instance, type Invoked, startInstance } from './runtime';

const SKILL = 'amzn1.ask.skill.0f4c3a52-7d0e-4b7e-9a63-5c1d2e8b9f10';
const DOOR = join(__dirname, '..', '..', 'lambda', 'index.ts');
const SECRET = 'a secret of the tests, long enough for anyone';

/** Whether Node takes what was compiled (the second file) of a program (the first). */
const TAKES = `
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');
const [program, compiled] = process.argv.slice(1).map((file) => readFileSync(file));
const wrapped = '(function (exports, require, module, __filename, __dirname) {' + program + '\\n})';
const { cachedDataRejected } = new Script(wrapped, { cachedData: compiled });
process.stdout.write(cachedDataRejected ? 'refused' : 'taken');`;

let home = '';
let root = '';
const instances: Instance[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'earshot-lambda-'));
  root = join(home, 'package');
  await buildLambda({ out: root });
  await takeDemoGoods(root);
  const file = join(root, 'shop', 'shop.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), alexaSkillId: SKILL }));
});

afterEach(async () => {
  await Promise.all(instances.splice(0).map((instance) => instance.stop()));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** As `npm run build` does it for the shop that is set up. */
async function takeDemoGoods(out: string): Promise<void> {
  const shop = readShopFile();
  const house = {
    folder: null,
    merchant: merchantOf(shop),
    calendar: () => START,
    now: () => START,
    fetch,
    fresh: false,
  };
  const demo = await shopOpener({ kind: 'demo', settings: {} })({ ...house, sayGood: () => null });
  await buildGoods({ shop: demo.shop, locales: LOCALES, spoken: shop.alexaLocales, out });
  await demo.close();
}

type Settings = {
  readonly url?: string;
  readonly handler?: string;
  readonly more?: Readonly<Record<string, string>>;
};

async function start({ url, handler = 'index.handler', more = {} }: Settings): Promise<Instance> {
  // The demo shop's file stands for a shop that is outside of every Lambda.
  const env = {
    EARSHOT_DATA: join(home, 'shop'),
    EARSHOT_SECRET: SECRET,
    ...(url ? { DATABASE_URL: url } : {}),
    ...more,
  };
  const instance = await startInstance({ root, handler, env });
  instances.push(instance);
  return instance;
}

function recorded(name: string): object {
  return JSON.parse(readFileSync(join(__dirname, 'events', `${name}.json`), 'utf8'));
}

type Spoken = {
  readonly response: { readonly outputSpeech?: { readonly ssml: string }; readonly shouldEndSession?: boolean };
};

function spoken(invoked: Invoked): Spoken['response'] {
  if (!invoked.ok) throw new Error(`${invoked.errorType}: ${invoked.errorMessage}`);
  return (invoked.body as Spoken).response;
}

describe('the package', () => {
  it('holds the systems that were chosen, and no others', async () => {
    const [demo, composed] = [join(home, 'demo.js'), join(home, 'composed.js')];
    const systems = { orders: 'vendure', rates: null, tracking: 'aftership' } as const;
    await Promise.all([bundle(DOOR, demo), bundle(DOOR, composed, systems)]);
    const marks = ['bella-roma-ground', 'createDraftOrder', 'as-api-key'];
    const holds = (file: string) => marks.map((text) => readFileSync(file, 'utf8').includes(text));
    expect([holds(demo), holds(composed)]).toEqual([
      [true, false, false],
      [false, true, true],
    ]);
  });

  it('is the same bytes from the same sources', async () => {
    const files = ['one', 'other'].map((name) => join(home, name, 'index.js'));
    await Promise.all(files.map((file) => bundle(DOOR, file)));
    const [one, other] = files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
    expect(one).toBe(other);
  });

  it('holds no SQLite and names no folder of the machine that built it', () => {
    const code = ['index.js', 'main.js'].map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
    const map = JSON.parse(readFileSync(join(root, 'main.js.map'), 'utf8')) as { sources: string[] };
    expect(map.sources.filter((source) => source.includes('node_modules/libsql'))).toEqual([]);
    expect(map.sources.filter((source) => source.startsWith('/'))).toEqual([]);
    expect(code).not.toContain(join(__dirname, '..', '..'));
  });

  it('holds the process that draws, beside what reads what phones send', () => {
    expect(existsSync(join(root, DRAWING))).toBe(true);
    expect(readFileSync(join(root, 'phones.js'), 'utf8')).toContain(DRAWING);
  });

  it('holds what Node compiled of it, which this Node takes', () => {
    const kept = readdirSync(root).filter((name) => name.endsWith('.cache'));
    expect(kept).toHaveLength(1);
    // In a process of its own, as on a Lambda: this one was told to compile in another way.
    expect(
      execFileSync(process.execPath, ['-e', TAKES, join(root, 'main.js'), join(root, kept[0] ?? '')]).toString(),
    ).toBe('taken');
  });

  it('does not start without a database, and says so in one line', async () => {
    const instance = await start({});
    expect(await instance.startProblem).toBe('the environment: a Lambda needs DATABASE_URL, a PostgreSQL database');
  });
});

describeOnPostgres('Lambdas on PostgreSQL', (cluster) => {
  async function database({ isReady = true } = {}): Promise<{ name: string; url: string }> {
    const name = await cluster.freshDatabase();
    const url = cluster.urlOf(name);
    if (isReady) await (await openPostgresStore({ url })).close();
    return { name, url };
  }

  it('carry one conversation from a process to another', async () => {
    const { name, url } = await database();
    const one = await start({ url });
    expect(spoken(await one.invoke(recorded('launch'))).shouldEndSession).toBe(false);
    const offer = spoken(await one.invoke(recorded('reorder')));
    expect(offer.shouldEndSession).toBe(false);
    await one.stop();

    const other = await start({ url });
    const done = spoken(await other.invoke(recorded('yes')));
    expect(done.outputSpeech?.ssml).toMatch(/^<speak>.+<\/speak>$/);
    const facts = await cluster.run(name, 'select outcome, asks from fact order by at');
    expect(facts.map(({ outcome }) => outcome)).toEqual(['asked', 'asked', 'placed']);
    expect(facts[1]?.asks).toBe('Purchase.confirm');
    // The same delivery again gets the stored answer, and no second order.
    expect(spoken(await other.invoke(recorded('yes')))).toEqual(done);
    expect(await cluster.run(name, 'select count(*)::int as n from fact')).toEqual([{ n: 3 }]);
  });

  it('find goods by the index that the build brought along, and write none', async () => {
    const { url } = await database();
    const instance = await start({ url });
    const misspelt = JSON.stringify(recorded('reorder')).replaceAll('"coffee"', '"cofee"');
    const offer = spoken(await instance.invoke(JSON.parse(misspelt)));
    expect(offer.outputSpeech?.ssml).toContain('Bella Roma');
    expect(existsSync(join(home, 'shop', GOODS_FILE))).toBe(false);
  });

  (SET_CLOCK ? it : it.skip)(
    'write down the database’s time, whatever their machine’s clock is set to (skipped: no libfaketime here)',
    async () => {
      const { name, url } = await database();
      const { set, env: more } = settableClock(home);
      set('+2h');
      const instance = await start({ url, more });
      spoken(await instance.invoke(recorded('launch')));
      set('-2h');
      spoken(await instance.invoke(recorded('reorder')));
      const late = `select max(abs(at - extract(epoch from now()) * 1000)) < 3600000 as isright from fact having count(*) = 2`;
      expect(await cluster.run(name, late)).toEqual([{ isright: true }]);
    },
  );

  it('refuse an event of another skill, and go on', async () => {
    const { name, url } = await database();
    const instance = await start({ url });
    expect(await instance.invoke(recorded('other-skill'))).toEqual({
      ok: false,
      errorType: 'RefusedRequest',
      errorMessage: 'wrong-application',
    });
    expect(await cluster.run(name, 'select * from conversation')).toEqual([]);
    expect(spoken(await instance.invoke(recorded('launch'))).shouldEndSession).toBe(false);
  });

  it('deliver what waits when the schedule calls, and say how old it is', async () => {
    const { name, url } = await database();
    const speaker = await start({ url });
    spoken(await speaker.invoke(recorded('person')));
    spoken(await speaker.invoke(recorded('yes')));
    const [waiting] = await cluster.run(name, "select count(*)::int as n from outbox where state = 'waiting'");
    expect(waiting?.n).toBeGreaterThan(0);

    const worker = await start({ url, handler: 'index.scheduled' });
    const invoked = await worker.invoke(recorded('scheduled'));
    expect(invoked).toMatchObject({ ok: true, body: { delivered: waiting?.n, waiting: 0, dead: 0, failed: [] } });
    const [line = ''] = worker
      .log()
      .split('\n')
      .filter((one) => one.includes('_aws'));
    expect(JSON.parse(line)).toMatchObject({ FunctionName: 'the-function', OutboxOldestAge: 0, OutboxDead: 0 });
  });

  it('never change the schema: they say that it is not there', async () => {
    const { name, url } = await database({ isReady: false });
    const instance = await start({ url });
    const invoked = await instance.invoke(recorded('launch'));
    expect(invoked).toMatchObject({ ok: false });
    expect(await cluster.run(name, "select * from pg_tables where schemaname = 'public'")).toEqual([]);
  });
});
