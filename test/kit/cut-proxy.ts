/** A TCP proxy in front of a server that cuts one connection at a chosen moment. */

import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What becomes of the data with the mark in it: `lost` never reaches the server, `unheard` reaches it but its answer
 * reaches nobody, `late` reaches it a while after the client was cut off.
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
  if (cut === 'unheard') {
    const answered = new Promise((resolve) => upstream.once('data', resolve));
    upstream.write(data);
    await answered;
  }
  client.destroy();
  if (cut === 'late') {
    await sleep(LATE);
    const answered = new Promise((resolve) => upstream.once('data', resolve));
    upstream.write(data);
    await answered;
  }
  upstream.destroy();
}
