/** A TCP proxy in front of PostgreSQL that cuts one connection in the middle of its COMMIT. */

import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What becomes of the COMMIT: `lost` never reaches the server, `unheard` reaches it but its answer reaches nobody,
 * `late` reaches it a while after the client was cut off.
 */
export type Cut = 'lost' | 'unheard' | 'late';

export type CutProxy = {
  readonly port: number;
  /** Cuts the next connection on which the client sends `mark`; the later ones pass. */
  cutAt(mark: string, cut: Cut): void;
  /** How many connections were cut. */
  cuts(): number;
  close(): Promise<void>;
};

const LATE = 200;

export async function cutProxy(target: number): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  let armed: { readonly mark: string; readonly cut: Cut } | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay());
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    let isCut = false;
    client.on('data', (data) => {
      if (isCut) return;
      if (!armed || !data.includes(armed.mark)) return void upstream.write(data);
      const { cut } = armed;
      armed = null;
      isCut = true;
      cuts += 1;
      void cutOff({ client, upstream, data, cut });
    });
    upstream.on('data', (data) => !isCut && client.write(data));
    client.on('close', () => !isCut && upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cutAt(mark, cut) {
      armed = { mark, cut };
    },
    cuts: () => cuts,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Pair = { readonly client: Socket; readonly upstream: Socket; readonly data: Buffer; readonly cut: Cut };

async function cutOff({ client, upstream, data, cut }: Pair): Promise<void> {
  const committed = seen(upstream, COMMITTED);
  if (cut === 'unheard') {
    upstream.write(data);
    await committed;
  }
  client.destroy();
  if (cut === 'late') {
    await sleep(LATE);
    upstream.write(data);
    await committed;
  }
  upstream.destroy();
}

/** What the server says when it has committed. */
const COMMITTED = 'COMMIT\0';

/** Or the connection ended before it was said. */
function seen(socket: Socket, words: string): Promise<void> {
  return new Promise((resolve) => {
    let heard = '';
    socket.on('close', () => resolve());
    socket.on('data', (data) => {
      heard = (heard + data.toString('latin1')).slice(-LONGEST);
      if (heard.includes(words)) resolve();
    });
  });
}

const LONGEST = 100_000;
