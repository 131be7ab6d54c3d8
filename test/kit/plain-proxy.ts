/** Reverse proxies as they are first written: they add no header, so whoever comes through looks like this very machine. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf, freePort } from './postgres-process';

export type InFront = { readonly url: string; close(): Promise<void> };

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) => existsSync(path));

/** By name; nginx only where it is installed. */
export const PROXIES: readonly (readonly [string, (to: number) => Promise<InFront>])[] = [
  ['a proxy of ten lines', nodeProxy],
  ...(NGINX ? [['nginx', (to: number) => nginx(NGINX, to)] as const] : []),
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

async function nginx(program: string, to: number): Promise<InFront> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-nginx-'));
  const port = await freePort();
  const rooms = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const temporary = rooms.map((room) => `${room}_temp_path ${folder}/${room};`).join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
     events {}
     http { access_log off; ${temporary}
       server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${to}; } } }`,
  );
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
  const url = `http://127.0.0.1:${port}`;
  const isUp = () => fetch(url).then(Boolean, () => false);
  while (!(await isUp())) if (child.exitCode !== null) throw new Error('nginx did not start');
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      await exitOf(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
