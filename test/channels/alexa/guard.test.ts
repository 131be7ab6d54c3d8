/** What the guard refuses before anything is read, and what leaves when something fails. */

import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
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
    await once(socket, 'close');
    expect(await door.post({ body: good })).toMatchObject({ status: 200 });
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
