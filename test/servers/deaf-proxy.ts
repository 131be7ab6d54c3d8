/** A TCP proxy in front of PostgreSQL that can make its clients deaf: whoever listens is cut off, and everything else passes. */

import { connect, createServer, type Socket } from 'node:net';

export type DeafProxy = {
  readonly port: number;
  /** From now on no connection that has said LISTEN lives. */
  deafen(): void;
  close(): Promise<void>;
};

const LISTENS = /listen earshot/i;

export async function deafProxy(target: () => number): Promise<DeafProxy> {
  const sockets = new Set<Socket>();
  const ears = new Set<Socket>();
  let isDeaf = false;
  const server = createServer((client) => {
    const upstream = connect(target(), '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay());
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.on('data', (data) => {
      if (LISTENS.test(data.toString('latin1'))) ears.add(client.on('close', () => ears.delete(client)));
      if (isDeaf && ears.has(client)) client.destroy();
      else upstream.write(data);
    });
    upstream.on('data', (data) => client.write(data));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    deafen() {
      isDeaf = true;
      for (const ear of ears) ear.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
