/** People who mean harm: requests that never become whole, nonsense, strangers at the desk's door, and sessions by the hundred. */

import { connect, type Socket } from 'node:net';
import type { Chance } from './chance';
import type { Street } from './street';

const SOCKETS = 300;
const PATHS = ['/alexa', '/chat/session', '/chat/messages', '/channels/telegram', '/desk/session'];
const NONSENSE = ['{', '[]', 'null', '{"version":"1.0"}', '<xml/>', '{"request":{"type":"LaunchRequest"}}'];

/** Goes on until it is ended. */
export function flood({ town }: Street, chance: Chance): { end(): void } {
  const sockets = new Set<Socket>();
  let isOver = false;
  const source = () => `203.0.113.${1 + chance.below(40)}`;
  for (const { url } of town.servers) {
    const { port } = new URL(url);
    for (let nth = 0; nth < SOCKETS / town.servers.length; nth += 1) {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
      const path = PATHS[nth % PATHS.length];
      const headers = `Host: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\nX-Forwarded-For: ${source()}`;
      socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n{`);
      sockets.add(socket.resume());
    }
    void shout(url);
  }

  async function shout(url: string): Promise<void> {
    while (!isOver) {
      const path = chance.oneOf(PATHS as [string, ...string[]]);
      const isLogin = path === '/desk/session' && chance.next() < 0.5;
      const body = isLogin
        ? JSON.stringify({ login: 'marta', password: `guess ${chance.next()}` })
        : chance.oneOf(NONSENSE as [string, ...string[]]);
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': source() };
      const answer = await fetch(url + path, { method: 'POST', headers, body }).catch(() => null);
      await answer?.arrayBuffer().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  return {
    end() {
      isOver = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}
