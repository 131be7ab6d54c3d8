/** Streams of events on a real port: what a page gets, and what is left of those that are gone. */

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createStreams, type EventStream, openStream } from '../../lambda/http/sse';

const server = createServer((_req, res) => void onRequest(res));
let onRequest: (res: ServerResponse) => Promise<void> | void;
let port = 0;
/** Nobody reads what comes: that the server has let go of one shows to nobody either. */
const sockets: Socket[] = [];

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  server.close();
});

/** One request; what it makes of it is taken from the handler. */
async function asked(): Promise<{ readonly res: ServerResponse; leave(): void }> {
  const came = new Promise<ServerResponse>((resolve) => {
    onRequest = resolve;
  });
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return { res: await came, leave: () => void socket.destroy() };
}

/** Everybody from a source of their own. */
const by = (owner: string, source = owner) => ({ owner, source });

test('a page that leaves ends what was done for it', async () => {
  const { res, leave } = await asked();
  const stream = openStream(res);
  const over = new Promise<void>((resolve) => stream.onEnd(resolve));
  leave();
  await over;
  expect(stream.isOver()).toBe(true);
});

test('a page that was gone before it got an answer keeps no place', async () => {
  const streams = createStreams({ perOwner: 9, perSource: 9, inAll: 1 });
  const { res, leave } = await asked();
  const gone = once(res, 'close');
  leave();
  await gone;
  expect(streams.open(res, by('ana'))?.isOver()).toBe(true);
  expect(streams.open((await asked()).res, by('ben'))?.isOver()).toBe(false);
  streams.close();
});

test('one owner’s newest streams are kept, and the house never fills beyond its measure', async () => {
  const streams = createStreams({ perOwner: 2, perSource: 3, inAll: 3 });
  const opened: (EventStream | null)[] = [];
  for (const owner of ['ana', 'ana', 'ana', 'ben', 'cem']) opened.push(streams.open((await asked()).res, by(owner)));
  expect(opened.map((stream) => stream && !stream.isOver())).toEqual([false, true, true, true, null]);
  streams.endOf('ana', 'moved');
  expect(opened.map((stream) => stream && !stream.isOver())).toEqual([false, false, false, true, null]);
  streams.close();
  expect(opened[3]?.isOver()).toBe(true);
});

test('says why it ends, once', async () => {
  const { res } = await asked();
  const end = jest.spyOn(res, 'end');
  const stream = openStream(res);
  stream.end('moved');
  stream.end('stopping');
  expect(end.mock.calls).toEqual([['event: end\ndata: {"reason":"moved"}\n\n']]);
});

test('one source has its share, however many visitors it makes up, and leaves the rest to others', async () => {
  const streams = createStreams({ perOwner: 2, perSource: 2, inAll: 9 });
  const open = async (owner: string, source: string) => streams.open((await asked()).res, by(owner, source)) !== null;
  const opened = [await open('a', 'one'), await open('b', 'one'), await open('c', 'one'), await open('d', 'another')];
  expect(opened).toEqual([true, true, false, true]);
  streams.close();
});
