/** What the guard refuses before anything is read, and what leaves when something fails. */

import { once } from 'node:events';
import { connect } from 'node:net';
import express from 'express';
import fc from 'fast-check';
import { alexaGuard, emptyErrors } from '../../../lambda/channels/alexa/guard';
import { isLocalUnsigned } from '../../../lambda/channels/alexa/local-unsigned';
import { createVerifier } from '../../../lambda/channels/alexa/verify';
import { type Door, envelope, openDoor, SKILL } from '../../fixtures/alexa-door';
import { NOW } from '../../fixtures/certificate-authority';
import { malformedBody } from '../../fixtures/malformed';
import { mass } from '../../kit/masses';

let door: Door;

beforeAll(async () => {
  door = await openDoor(createVerifier({ applicationId: SKILL, now: () => NOW, letPass: isLocalUnsigned }));
});
afterAll(() => door.close());
beforeEach(() => {
  door.heard.length = 0;
  door.errors.length = 0;
});

const good = JSON.stringify(envelope());
const LIMIT = 100 * 1024;

test('lets a good request through, whole or in chunks', async () => {
  expect(await door.post({ body: good })).toMatchObject({ status: 200 });
  expect(await door.post({ body: [...good] })).toMatchObject({ status: 200 });
  expect(door.heard).toHaveLength(2);
});

test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  const answer = await door.post({ method, body: good });
  expect(answer).toMatchObject({ status: 405, body: '', headers: { allow: 'POST', 'content-length': '0' } });
  expect(door.heard).toEqual([]);
});

test.each([
  'application/json',
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json; charset=UTF-8',
  'application/json; charset="utf-8"',
  'application/json; profile=x; charset=utf-8',
])('takes the content type %s', async (type) => {
  expect(await door.post({ body: good, headers: { 'Content-Type': type } })).toMatchObject({ status: 200 });
});

test.each([
  'text/plain',
  'text/plain; application/json',
  'application/jsonp',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/json; charset=iso-8859-1',
  'application/json; charset=utf-7',
  'application/json; charset=nonsense',
  'application/json; charset=utf-8; charset=utf-16',
  'application/json; charset',
  '',
])('refuses the content type %j', async (type) => {
  const answer = await door.post({ body: good, headers: { 'Content-Type': type } });
  expect(answer).toMatchObject({ status: 415, body: '' });
  expect(door.heard).toEqual([]);
});

test('refuses a body without a content type', async () => {
  const answer = await raw(`POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}`);
  expect(answer).toMatch(/^HTTP\/1.1 415 .*\r\n\r\n$/s);
});

test.each(['gzip', 'deflate', 'br', 'x', 'gzip, identity'])('refuses the content encoding %s', async (encoding) => {
  const answer = await door.post({ body: good, headers: { 'Content-Encoding': encoding } });
  expect(answer).toMatchObject({ status: 415, body: '' });
  expect(door.heard).toEqual([]);
});

test('takes the content encoding identity', async () => {
  expect(await door.post({ body: good, headers: { 'Content-Encoding': 'Identity' } })).toMatchObject({ status: 200 });
});

describe('a large body', () => {
  test('is taken up to 100 kB', async () => {
    const largest = good.padEnd(LIMIT, ' ');
    expect(await door.post({ body: largest })).toMatchObject({ status: 200 });
    expect(await door.post({ body: [largest.slice(0, 50_000), largest.slice(50_000)] })).toMatchObject({ status: 200 });
  });

  test('is refused above, with its length or in chunks', async () => {
    const tooLarge = good.padEnd(LIMIT + 1, ' ');
    expect(await door.post({ body: tooLarge })).toMatchObject({ status: 413, body: '' });
    const inChunks = await door.post({ body: [tooLarge.slice(0, 50_000), tooLarge.slice(50_000)] });
    expect(inChunks).toMatchObject({ status: 413, body: '' });
    expect(await door.post({ body: [good.padEnd(1_048_576, ' ')] })).toMatchObject({ status: 413, body: '' });
    expect(door.heard).toEqual([]);
  });

  test('is refused as soon as its length is announced', async () => {
    const head = 'POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const answer = await raw(`${head}Content-Length: 102401\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 413 .*\r\n\r\n$/s);
  });

  test('is refused in the middle when it never ends', async () => {
    const head = 'POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const chunk = `${(LIMIT + 1).toString(16)}\r\n${' '.repeat(LIMIT + 1)}\r\n`;
    const answer = await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk}`);
    expect(answer).toMatch(/^HTTP\/1.1 413 .*\r\n\r\n$/s);
    await firstError();
    expect(door.heard).toEqual([]);
  });
});

describe('what fails', () => {
  test('in the verifier leaves as an empty 400', async () => {
    const { status, body, headers } = await door.post({ body: '{}' });
    expect({ status, body, length: headers['content-length'] }).toEqual({ status: 400, body: '', length: '0' });
    expect(headers).not.toHaveProperty('content-type');
    expect(headers).not.toHaveProperty('etag');
    expect(door.errors).toEqual([{ status: 400, text: expect.stringContaining('wrong-shape') }]);
  });

  test('in the skill leaves as an empty 500, and its text only in the log', async () => {
    const answer = await door.post({ body: JSON.stringify(envelope({ said: 'fail' })) });
    expect(answer).toMatchObject({ status: 500, body: '' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(door.errors).toEqual([{ status: 500, text: expect.stringContaining('The shop said: secret') }]);
  });

  test('does not keep the next request of the connection from being answered', async () => {
    const head = 'POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const bad = `${head}Content-Length: 2\r\n\r\n{}`;
    const next = `${head}Connection: close\r\nContent-Length: ${good.length}\r\n\r\n${good}`;
    const answer = await raw(bad + next, 'end');
    expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 200']);
  });

  test('when the client goes away in the middle leaves the server in order', async () => {
    const socket = connect(door.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a`);
    socket.destroy();
    await firstError();
    expect(door.errors).toEqual([expect.objectContaining({ status: 400, type: 'request.aborted' })]);
    expect(await door.post({ body: good })).toMatchObject({ status: 200 });
  });
});

describe('any handler behind the guard', () => {
  const boom = (error: unknown): express.RequestHandler => {
    return () => {
      throw error;
    };
  };
  const failures: readonly (readonly [string, express.RequestHandler, number])[] = [
    ['sends JSON', (_, res) => void res.status(404).json({ secret: 1 }), 404],
    ['writes piece by piece', (_, res) => void [res.status(502).write('secret'), res.end('secret')], 502],
    ['waits until a piece is written', (_, res) => void res.status(502).write('secret', () => res.end('secret')), 502],
    ['writes its own head', (_, res) => void res.writeHead(503, { 'X-Text': 'secret' }).end('secret'), 503],
    ['throws', boom(new Error('secret')), 500],
    ['throws with a status', boom(Object.assign(new Error('secret'), { status: 422 })), 422],
    ['throws with a status of success', boom(Object.assign(new Error('secret'), { status: 200 })), 500],
    ['passes a text as error', (_, __, next) => next('secret'), 500],
  ];

  async function answerOf(handler: express.RequestHandler) {
    const app = express().use(alexaGuard(), handler, emptyErrors());
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    try {
      const headers = { 'Content-Type': 'application/json', Connection: 'close' };
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}', headers });
      const { status, headers: given } = answer;
      return { status, length: given.get('content-length'), all: JSON.stringify([...given]) + (await answer.text()) };
    } finally {
      server.close();
    }
  }

  test.each(failures)('that %s leaves no text', async (_, handler, status) => {
    const answer = await answerOf(handler);
    expect(answer).toMatchObject({ status, length: '0' });
    expect(answer.all).not.toContain('secret');
  });

  test('that fails in the middle of a good answer breaks it off', async () => {
    const half: express.RequestHandler = (_, res) => {
      res.write('half');
      throw new Error('secret');
    };
    await expect(answerOf(half)).rejects.toThrow();
  });
});

const MALFORMED = mass(500, 10_000);
const BATCH = 500;

test(`answers ${MALFORMED} malformed bodies with a 4xx and nothing else`, async () => {
  const seed = Math.floor(Math.random() * 2 ** 30);
  const wrong: string[] = [];
  for (let batch = 0; batch < MALFORMED / BATCH; batch += 1) {
    const bodies = fc.sample(malformedBody, { numRuns: BATCH, seed: seed + batch });
    const answers = await Promise.all(bodies.map((body) => door.post({ body })));
    for (const [n, { status, body }] of answers.entries()) {
      const isRefused = status >= 400 && status <= 499 && body === '';
      if (!isRefused) wrong.push(`seed ${seed + batch}, ${n}: ${status} to ${String(bodies[n]).slice(0, 900)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(door.heard).toEqual([]);
  expect(await door.post({ body: good })).toMatchObject({ status: 200 });
});

/** Sends these bytes and returns what comes back: until the head is complete, or until the server closes. */
async function raw(bytes: string, until: 'head' | 'end' = 'head'): Promise<string> {
  const socket = connect(door.port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const part of socket) {
    answer += String(part);
    if (until === 'head' && answer.includes('\r\n\r\n')) break;
  }
  return answer;
}

async function firstError(): Promise<void> {
  while (door.errors.length === 0) await new Promise((resolve) => setImmediate(resolve));
}
