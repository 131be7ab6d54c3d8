/** Reverse proxies in front of a server: as docs/operate.md sets them up, and as they are first written, adding no header at all. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf, freePort } from './postgres-process';

export type InFront = { readonly url: string; close(): Promise<void> };

export type Proxy = {
  readonly name: string;
  /** Whether it says whom it forwards for. */
  readonly tells: boolean;
  /** Why it cannot be tried here; null: it can. */
  readonly missing: string | null;
  open(to: number): Promise<InFront>;
};

const found = (places: readonly string[]) => places.find((place) => existsSync(place)) ?? null;
const NGINX = found(['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx']);
const CADDY = found(['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy']);

const DOCS = readFileSync(join(__dirname, '..', '..', 'docs', 'operate.md'), 'utf8');
/** The block of this kind in docs/operate.md. */
const documented = (kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(DOCS)?.[1] ?? '';

export const PROXIES: readonly Proxy[] = [
  { name: 'a proxy of ten lines', tells: false, missing: null, open: nodeProxy },
  ofNginx(
    'nginx with nothing but proxy_pass',
    () => 'server { listen 80; location / { proxy_pass http://127.0.0.1:3000; } }',
  ),
  { ...ofNginx('nginx as the manual has it', () => documented('nginx')), tells: true },
  ofCaddy(
    'Caddy that says nothing',
    () => 'talk.shop.example {\n reverse_proxy 127.0.0.1:3000 {\n header_up -X-Forwarded-*\n }\n}',
  ),
  { ...ofCaddy('Caddy as the manual has it', () => documented('caddy')), tells: true },
];

async function nodeProxy(to: number): Promise<InFront> {
  const server = createServer((req, res) => {
    const headers = { ...req.headers, host: `127.0.0.1:${to}` };
    const { method = 'GET', url = '/' } = req;
    const onward = request({ host: '127.0.0.1', port: to, method, path: url, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    onward.once('error', () => res.destroy());
    req.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Made = { readonly port: number; readonly to: number; readonly folder: string };
type Program = {
  readonly path: string;
  settings(made: Made): string;
  args(file: string, folder: string): readonly string[];
};

/** The port it listens at, and the server behind it; certificates are somebody else's test. */
function nginxSettings(block: string, { port, to, folder }: Made): string {
  const rooms = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const temporary = rooms.map((room) => `${room}_temp_path ${folder}/${room};`).join(' ');
  const server = block
    .replace(/listen [^;]+;/, `listen 127.0.0.1:${port};`)
    .replace(/ssl_certificate\w* [^;]+;/g, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${to}`);
  return `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http { access_log off; ${temporary} ${server} }`;
}

function ofNginx(name: string, block: () => string): Proxy {
  const program =
    NGINX === null
      ? null
      : {
          path: NGINX,
          settings: (made: Made) => nginxSettings(block(), made),
          args: (file: string, folder: string) => ['-p', folder, '-c', file, '-e', join(folder, 'error.log')],
        };
  return { name, tells: false, missing: program ? null : 'nginx is not installed', open: (to) => started(program, to) };
}

function ofCaddy(name: string, block: () => string): Proxy {
  const settings = ({ port, to, folder }: Made) =>
    `{\n admin off\n auto_https off\n storage file_system ${folder}\n}\n${block()
      .replace('talk.shop.example', `http://127.0.0.1:${port}`)
      .replace('127.0.0.1:3000', `127.0.0.1:${to}`)}`;
  const args = (file: string) => ['run', '--config', file, '--adapter', 'caddyfile'];
  const program = CADDY === null ? null : { path: CADDY, settings, args };
  return { name, tells: false, missing: program ? null : 'Caddy is not installed', open: (to) => started(program, to) };
}

async function started(program: Program | null, to: number): Promise<InFront> {
  if (!program) throw new Error('it is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'earshot-proxy-'));
  const port = await freePort();
  const file = join(folder, 'settings');
  writeFileSync(file, program.settings({ port, to, folder }));
  const child = spawn(program.path, program.args(file, folder), { env: { ...process.env, HOME: folder } });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  child.stdout.resume();
  const url = `http://127.0.0.1:${port}`;
  const isUp = () => fetch(url).then(Boolean, () => false);
  while (!(await isUp())) if (child.exitCode !== null) throw new Error(`${program.path} did not start: ${said}`);
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      await exitOf(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
