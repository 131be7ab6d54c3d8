/** How certificates are downloaded, and how long they are kept. */

import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type Download, downloadCertificates, fetchFile } from '../../../lambda/channels/alexa/certificate-download';
import { certificateUrl } from '../../../lambda/channels/alexa/certificate-url';
import { createSigningKeys } from '../../../lambda/channels/alexa/certificates';
import type { RefusalReason } from '../../../lambda/channels/alexa/refused-request';
import { bytes, CERTIFICATE_URL, serving } from '../../fixtures/alexa-door';
import {
  type Authority,
  DAY,
  file,
  type Issued,
  issue,
  makeAuthority,
  NOW,
  SIGNER,
  type Wanted,
} from '../../fixtures/certificate-authority';

let authority: Authority;

beforeAll(async () => {
  authority = await makeAuthority();
});

const URL_OF_CHAIN = new URL(CERTIFICATE_URL);

function keysOf(text: string, roots: readonly Issued[] = [authority.root], now = NOW): Promise<KeyObject> {
  const { download } = serving(text);
  return createSigningKeys({ trustedRoots: roots.map(({ pem }) => pem), download, now: () => now })(URL_OF_CHAIN);
}

function refused(reason: RefusalReason) {
  return expect.objectContaining({ name: 'RefusedRequest', reason });
}

/** A leaf below the genuine intermediate, in one thing different. */
function leafWith(change: Partial<Wanted>): Promise<Issued> {
  return issue({ name: 'Leaf', keys: authority.leaf.keys, issuer: authority.middle, hosts: [SIGNER], ...change });
}

describe('the download', () => {
  afterEach(() => jest.useRealTimers());

  function keysBy(download: Download) {
    return createSigningKeys({ trustedRoots: [authority.root.pem], download, now: () => NOW })(URL_OF_CHAIN);
  }

  test('takes 64 kB and no more, and stops reading there', async () => {
    const largest = authority.chain.padEnd(64 * 1024, '\n');
    await expect(keysOf(largest)).resolves.toBeDefined();
    await expect(keysOf(`${largest}\n`)).rejects.toEqual(refused('download-too-large'));
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1_024;
        yield new Uint8Array(1_024);
      }
    }
    await expect(keysBy(async () => ({ status: 200, body: endless() }))).rejects.toEqual(refused('download-too-large'));
    expect(sent).toBe(65 * 1024);
  });

  test.each([301, 302, 204, 403, 404, 500])('is refused with status %d', async (status) => {
    const answer = keysBy(async () => ({ status, body: bytes(authority.chain) }));
    await expect(answer).rejects.toEqual(refused('download-failed'));
  });

  test('is refused without a body, or when the connection fails', async () => {
    await expect(keysBy(async () => ({ status: 200, body: null }))).rejects.toEqual(refused('download-failed'));
    const failing = keysBy(() => Promise.reject(new TypeError('fetch failed: 10.0.0.1')));
    await expect(failing).rejects.toEqual(refused('download-failed'));
    async function* torn() {
      yield Buffer.from(authority.leaf.pem);
      throw new Error('terminated');
    }
    await expect(keysBy(async () => ({ status: 200, body: torn() }))).rejects.toEqual(refused('download-failed'));
  });

  test.each(['before it answers', 'in the middle of its answer'])('is cut after 3 seconds %s', async (when) => {
    jest.useFakeTimers();
    let signal: AbortSignal | undefined;
    const never = new Promise<never>(() => {});
    async function* stuck() {
      yield Buffer.from(authority.leaf.pem);
      await never;
    }
    const outcome = jest.fn();
    keysBy((_, given) => {
      signal = given;
      return when === 'before it answers' ? never : Promise.resolve({ status: 200, body: stuck() });
    }).catch(outcome);
    await jest.advanceTimersByTimeAsync(2_999);
    expect(outcome).not.toHaveBeenCalled();
    expect(signal?.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(refused('download-too-slow'));
    expect(signal?.aborted).toBe(true);
  });
});

describe('the download over HTTP', () => {
  async function outcomeOf(answer: RequestListener, before: Promise<unknown> = Promise.resolve()): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const url = new URL(`http://127.0.0.1:${port}/`);
    try {
      const outcome = await downloadCertificates(url, fetchFile).catch((error: { reason: string }) => error.reason);
      await before;
      return outcome;
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  test('takes a file as it is', async () => {
    expect(await outcomeOf((_, res) => res.end('a file'))).toBe('a file');
  });

  test('follows no redirect', async () => {
    const answer: RequestListener = ({ url }, res) => {
      if (url === '/') res.writeHead(302, { Location: '/elsewhere' });
      res.end('a file');
    };
    expect(await outcomeOf(answer)).toBe('download-failed');
  });

  test.each([
    [200, 'download-too-large'],
    [404, 'download-failed'],
  ])('hangs up on an answer without end, with status %d', async (status, reason) => {
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const given = await outcomeOf((_, res) => {
      res.writeHead(status).on('close', close);
      const more = () => {
        while (res.writable && res.write(' '.repeat(4_096)));
      };
      res.on('drain', more);
      more();
    }, closed);
    expect(given).toBe(reason);
  });

  test('fails when nobody answers', async () => {
    expect(await outcomeOf((req) => req.socket.destroy())).toBe('download-failed');
  });
});

describe('a flood of addresses', () => {
  const url = (n: number) => new URL(`https://s3.amazonaws.com/echo.api/${n}.pem`);

  test('is downloaded few at a time, and keeps neither Alexa nor another source waiting', async () => {
    let under = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const download: Download = async (asked) => {
      under += 1;
      most = Math.max(most, under);
      if (asked.href !== CERTIFICATE_URL) await new Promise<void>((resolve) => ends.push(resolve));
      under -= 1;
      return { status: 200, body: bytes(authority.chain) };
    };
    const keys = createSigningKeys({ trustedRoots: [authority.root.pem], download, now: () => NOW });
    const flood = Array.from({ length: 5_000 }, (_, n) => keys(url(n), 'a stranger').catch(({ reason }) => reason));
    // The very address of Alexa's, asked by the flood too and dropped there.
    const dropped = keys(URL_OF_CHAIN, 'a stranger').catch(({ reason }) => reason);
    const more = Array.from({ length: 50 }, (_, n) => keys(url(6_000 + n), 'a stranger').catch(({ reason }) => reason));
    await expect(keys(URL_OF_CHAIN, 'Alexa')).resolves.toBeDefined();
    expect([most, under]).toEqual([8, 7]);
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise(setImmediate);
    }
    const refusals = (await Promise.all([...flood, dropped, ...more])).filter((one) => one === 'too-many-downloads');
    expect(refusals.length).toBe(5_051 - 7 - 8);
    expect(most).toBe(8);
  });
});

describe('the cache', () => {
  test('asks once for ten requests at the same time', async () => {
    const { asked, download } = serving(authority.chain);
    const keys = createSigningKeys({ trustedRoots: [authority.root.pem], download, now: () => NOW });
    const found = await Promise.all(Array.from({ length: 10 }, () => keys(URL_OF_CHAIN)));
    expect(new Set(found).size).toBe(1);
    expect(asked).toEqual([CERTIFICATE_URL]);
  });

  test('knows an address by its normalised form', async () => {
    const { asked, download } = serving(authority.chain);
    const keys = createSigningKeys({ trustedRoots: [authority.root.pem], download, now: () => NOW });
    for (const spelled of [CERTIFICATE_URL, 'HTTPS://S3.amazonaws.com:443/echo.api/x/../echo-api-cert.pem']) {
      await keys(certificateUrl(spelled));
    }
    expect(asked).toEqual([CERTIFICATE_URL]);
  });

  test('does not keep a failure', async () => {
    let text = 'not yet';
    const { asked, download } = serving(() => text);
    const keys = createSigningKeys({ trustedRoots: [authority.root.pem], download, now: () => NOW });
    const both = await Promise.allSettled([keys(URL_OF_CHAIN), keys(URL_OF_CHAIN)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(asked).toHaveLength(1);
    text = authority.chain;
    await expect(keys(URL_OF_CHAIN)).resolves.toBeDefined();
    expect(asked).toHaveLength(2);
  });

  test('refuses a certificate that expired while it was kept, and takes its successor', async () => {
    const successor = await leafWith({ to: NOW + 800 * DAY });
    const wide = { ca: true, to: NOW + 800 * DAY };
    const root = await issue({ name: 'Trusted Root', keys: authority.root.keys, ...wide });
    const middle = await issue({ name: 'Middle', keys: authority.middle.keys, issuer: root, ...wide });
    let text = file(authority.leaf, middle);
    let now = NOW;
    const { asked, download } = serving(() => text);
    const keys = createSigningKeys({ trustedRoots: [root.pem], download, now: () => now });
    await expect(keys(URL_OF_CHAIN)).resolves.toBeDefined();
    now = NOW + 365 * DAY;
    await expect(keys(URL_OF_CHAIN)).resolves.toBeDefined();
    expect(asked).toHaveLength(1);
    now += 1;
    await expect(keys(URL_OF_CHAIN)).rejects.toEqual(refused('certificate-not-in-date'));
    text = file(successor, middle);
    await expect(keys(URL_OF_CHAIN)).resolves.toBeDefined();
    expect(asked).toHaveLength(3);
  });

  test('keeps the eight chains used last', async () => {
    const { asked, download } = serving(authority.chain);
    const keys = createSigningKeys({ trustedRoots: [authority.root.pem], download, now: () => NOW });
    const url = (n: number) => new URL(`https://s3.amazonaws.com/echo.api/${n}.pem`);
    for (let n = 0; n < 8; n += 1) await keys(url(n));
    await keys(url(0));
    expect(asked).toHaveLength(8);
    await keys(url(8));
    await keys(url(0));
    expect(asked).toHaveLength(9);
    await keys(url(1));
    expect(asked).toHaveLength(10);
  });
});
