/** A real Vendure on this machine, for tests and for talking to: installed apart from all else, filled once a day, started anew each time. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(__dirname, '..');
const SOURCES = join(ROOT, 'test', 'live', 'vendure');
/** Beside the project's own packages, never among them. */
const FOLDER = join(ROOT, 'dist', 'live-vendure');
const NPM = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

export type LiveVendure = {
  readonly url: string;
  /** The settings of a house that stands before it. */
  readonly env: Readonly<Record<string, string>>;
  /** The token of a shopper's own session at the shop: "ana", "bruno". Throws where nobody is called so. */
  signIn(name: string): Promise<string>;
  /** What its own people do there; throws what it refuses. */
  office(query: string, variables: object): Promise<unknown>;
  stop(): void;
};

/** Shoppers of the shop, by the names of `--shopper`. */
export function liveShoppers(): readonly string[] {
  const { shoppers }: { shoppers: readonly { name: string }[] } = JSON.parse(
    readFileSync(join(SOURCES, 'shop.json'), 'utf8'),
  );
  return shoppers.map(({ name }) => name);
}

export function isVendureInstalled(): boolean {
  const marker = join(FOLDER, 'installed');
  return existsSync(marker) && readFileSync(marker, 'utf8') === lockOf();
}

function lockOf(): string {
  return createHash('sha256')
    .update(readFileSync(join(SOURCES, 'package-lock.json')))
    .digest('hex');
}

/** Throws where npm cannot install it. */
export function installVendure(): void {
  if (isVendureInstalled()) return;
  process.stderr.write(
    'Installing a Vendure into dist/live-vendure, which is done once and takes about a minute ...\n',
  );
  copySources();
  const { status } = spawnSync('npm', NPM, { cwd: FOLDER, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('Vendure could not be installed; npm says why above.');
  writeFileSync(join(FOLDER, 'installed'), lockOf());
}

/** Vendure leaves a folder of its own wherever it starts. */
function sources(): readonly string[] {
  return readdirSync(SOURCES)
    .filter((name) => /\.js(on)?$/.test(name))
    .sort();
}

function copySources(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of sources()) cpSync(join(SOURCES, name), join(FOLDER, name));
}

/** The shop's file, filled today: orders of two days ago are of two days ago. */
function filled(): string {
  copySources();
  const hash = createHash('sha256');
  for (const name of sources()) hash.update(readFileSync(join(SOURCES, name)));
  const day = new Date().toISOString().slice(0, 10);
  const file = join(FOLDER, `shop-${day}-${hash.digest('hex').slice(0, 12)}.sqlite`);
  if (existsSync(file)) return file;
  const making = `${file}.${process.pid}`;
  const { status, stderr } = spawnSync(process.execPath, ['fill.js', making], { cwd: FOLDER, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Vendure could not be filled: ${stderr}`);
  renameSync(making, file);
  return file;
}

/** Starts one over its own copy of the filled shop, in memory. Throws what it says when it does not start. */
export async function startVendure(): Promise<LiveVendure> {
  const child = spawn(process.execPath, ['serve.js', filled()], { cwd: FOLDER, stdio: ['pipe', 'pipe', 'pipe'] });
  const url = `http://127.0.0.1:${await portOf(child)}`;
  return {
    url,
    env: envOf(url),
    signIn: (name) => signIn(url, name),
    office: officeOf(url),
    stop: () => void child.kill(),
  };
}

function portOf(child: ChildProcess): Promise<number> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('a process without its output');
  let problems = '';
  stderr.on('data', (chunk) => {
    problems += chunk;
  });
  return new Promise((ready, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const [, port] = /^READY (\d+)$/.exec(line) ?? [];
      if (port) ready(Number(port));
    });
    child.on('exit', (code) => reject(new Error(`Vendure ended with ${code}: ${problems}`)));
  });
}

function envOf(url: string): Readonly<Record<string, string>> {
  return {
    SHOP: 'vendure',
    VENDURE_URL: url,
    VENDURE_USER: 'voice@shop.example',
    VENDURE_PASSWORD: 'the voice of the shop',
    VENDURE_PAYMENT: 'kept-with-the-shop',
    VENDURE_STANDARD: 'standard:1-2',
    VENDURE_EXPRESS: 'express:1-1',
  };
}

type Ask = (query: string, variables: object) => Promise<unknown>;

function officeOf(url: string): Ask {
  const { asker }: { asker(base: string): Ask } = require(join(SOURCES, 'ask.js'));
  const ask = asker(`${url}/admin-api`);
  let signedIn: Promise<unknown> | null = null;
  return async (query, variables) => {
    signedIn ??= ask(LOGIN, { u: 'superadmin', p: 'only on this machine' });
    await signedIn;
    return ask(query, variables);
  };
}

const LOGIN = 'mutation($u:String!,$p:String!){login(username:$u,password:$p){... on ErrorResult{message}}}';

async function signIn(url: string, name: string): Promise<string> {
  const variables = { u: `${name}@example.com`, p: 'said to nobody' };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: LOGIN, variables });
  const response = await fetch(`${url}/shop-api`, { method: 'POST', headers, body });
  const token = response.headers.get('vendure-auth-token');
  if (!token) throw new Error(`${name} cannot sign in: ${await response.text()}`);
  return token;
}
