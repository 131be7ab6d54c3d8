/** A real Tryton of Debian on this machine, over SQLite: made once, copied and started for each who opens it. */

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exitOf, freePort } from '../../kit/postgres-process';
import { fill, type Good, VOICE } from './fill';
import { type Office, openOffice } from './office';

const ROOT = resolve(__dirname, '..', '..', '..');
const FOLDER = join(ROOT, 'dist', 'live-tryton');
const ADMIN = { user: 'admin', password: 'only on this machine' } as const;
/** With all that these stand on. */
const MODULES = ['sale_shipment_cost', 'stock_package_shipping'];
const PACKAGES = ['tryton-server', 'tryton-modules-sale-shipment-cost', 'tryton-modules-stock-package-shipping'];

export type LiveTryton = {
  readonly url: string;
  /** The settings of a house that stands before it. */
  readonly env: Readonly<Record<string, string>>;
  readonly office: Office;
  close(): Promise<void>;
};

/** Why there is none here; null: there is. */
export function trytonLacks(): string | null {
  const { status } = spawnSync('trytond', ['--version'], { stdio: 'ignore' });
  return status === 0 ? null : `no trytond here (apt-get install --no-install-recommends ${PACKAGES.join(' ')})`;
}

export async function openTryton(goods: readonly Good[]): Promise<LiveTryton> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-tryton-'));
  copyFileSync(await filledWith(goods), join(folder, 'shop.sqlite'));
  const { url, stop } = await start(folder);
  const office = await openOffice(url, ADMIN);
  const { id: company } = await office.first('company.company', []);
  office.within({ company });
  const { user, password } = VOICE;
  return {
    ...{ url, office },
    env: { TRYTON_URL: url, TRYTON_DATABASE: 'shop', TRYTON_USER: user, TRYTON_PASSWORD: password },
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The database of a company with these goods, before it has sold anything. */
async function filledWith(goods: readonly Good[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(goods));
  for (const name of ['fill.ts', 'open.ts']) hash.update(readFileSync(join(__dirname, name)));
  const file = join(FOLDER, `shop-${hash.digest('hex').slice(0, 12)}.sqlite`);
  if (existsSync(file)) return file;
  const folder = mkdtempSync(join(tmpdir(), 'earshot-tryton-'));
  make(folder);
  const { url, stop } = await start(folder);
  await fill(await openOffice(url, ADMIN), goods);
  await stop();
  mkdirSync(FOLDER, { recursive: true });
  const making = `${file}.${process.pid}`;
  copyFileSync(join(folder, 'shop.sqlite'), making);
  renameSync(making, file);
  rmSync(folder, { recursive: true });
  return file;
}

/** An empty one with its modules. */
function make(folder: string): void {
  writeFileSync(join(folder, 'shop.sqlite'), '');
  writeFileSync(join(folder, 'password'), ADMIN.password);
  const env = { ...process.env, TRYTONPASSFILE: join(folder, 'password') };
  for (const step of [['--all'], ['-u', ...MODULES, '--activate-dependencies']]) {
    const args = ['-c', configured(folder, 0), '-d', 'shop', ...step, '--email', 'office@shop.example'];
    const { status, stderr } = spawnSync('trytond-admin', args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Tryton could not be made: ${stderr}`);
  }
}

function configured(folder: string, port: number): string {
  const file = join(folder, 'trytond.conf');
  const lines = [
    ...['[database]', 'uri = sqlite://', `path = ${folder}`, '[web]', `listen = 127.0.0.1:${port}`],
    // After the second wrong password nobody is let in: Tryton's own six take a minute of waiting.
    ...['[session]', 'max_attempt = 1'],
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

async function start(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn('trytond', ['-c', configured(folder, port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let problems = '';
  child.stderr.on('data', (chunk) => {
    problems += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  const body = JSON.stringify({ id: 1, method: 'common.server.version', params: [] });
  const headers = { 'content-type': 'application/json' };
  const isThere = () =>
    fetch(`${url}/`, { method: 'POST', headers, body }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isThere())) {
    if (child.exitCode !== null) throw new Error(`Tryton ended: ${problems}`);
    await pause(50);
  }
  return {
    url,
    async stop() {
      child.kill();
      await exitOf(child);
    },
  };
}
