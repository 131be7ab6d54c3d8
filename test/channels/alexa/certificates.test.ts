/** The certificates behind a signature: where they may come from, what they must say, how long they are kept. */

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Download } from '../../../lambda/channels/alexa/certificate-download';
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
  makeKeys,
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

describe('the address of the certificates', () => {
  const plain = CERTIFICATE_URL;

  test.each([
    [plain, plain],
    ['https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem', plain],
    ['HTTPS://s3.amazonaws.com/echo.api/echo-api-cert.pem', plain],
    ['https://S3.AmazonAWS.com/echo.api/echo-api-cert.pem', plain],
    ['https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem', plain],
    ['https://s3.amazonaws.com/echo.api/./echo-api-cert.pem', plain],
    ['https://s3.amazonaws.com/other/../echo.api/echo-api-cert.pem', plain],
  ])('accepts %s', (given, normalised) => {
    expect(certificateUrl(given).href).toBe(normalised);
  });

  test.each([
    'http://s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'http://s3.amazonaws.com:443/echo.api/echo-api-cert.pem',
    'ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'file:///echo.api/echo-api-cert.pem',
    'https://notamazon.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com.notamazon.com/echo.api/echo-api-cert.pem',
    'https://bucket.s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com./echo.api/echo-api-cert.pem',
    'https://s3.us-east-1.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem',
    'https://s3.amazonaws.com/invalid.path/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api',
    'https://s3.amazonaws.com/echo.apis/echo-api-cert.pem',
    'https://s3.amazonaws.com//echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com:80/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/../other/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/%2e%2e/other/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/%2E%2E%2Fother/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/..%2fother/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/%252e%252e/other/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo%2eapi/echo-api-cert.pem',
    'https://s3.amazonaws.com@notamazon.com/echo.api/echo-api-cert.pem',
    'https://user@s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://user:word@s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://@s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://notamazon.com\\@s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com\\echo.api\\echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.api/echo-api-cert.pem?x=1',
    'https://s3.amazonaws.com/echo.api/echo-api-cert.pem?',
    'https://s3.amazonaws.com/echo.api/echo-api-cert.pem#x',
    'https://s3.amazonaws.com/echo.api/echo-api-cert.pem#',
    'https://s3.amazonaws.com/echo.api/a.pem, https://s3.amazonaws.com/echo.api/b.pem',
    'https://s3.amazonaws.com/echo.api/a.pem,b.pem',
    ' https://s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com/echo.\tapi/echo-api-cert.pem',
    's3.amazonaws.com/echo.api/echo-api-cert.pem',
    '//s3.amazonaws.com/echo.api/echo-api-cert.pem',
    'https://s3.amazonaws.com:port/echo.api/echo-api-cert.pem',
    '',
  ])('refuses %j', (given) => {
    expect(() => certificateUrl(given)).toThrow(refused('wrong-certificate-url'));
  });
});

describe('the chain', () => {
  test('is accepted although its last certificate comes from an unknown root', async () => {
    const key = await keysOf(authority.chain);
    expect(key.type).toBe('public');
    expect(key.asymmetricKeyType).toBe('rsa');
  });

  test('is accepted without the root, and with it', async () => {
    const { leaf, middle, root } = authority;
    await expect(keysOf(file(leaf, middle))).resolves.toBeDefined();
    await expect(keysOf(file(leaf, middle, root))).resolves.toBeDefined();
  });

  test('may carry words between its blocks', async () => {
    const { leaf, middle } = authority;
    await expect(keysOf(`subject=Leaf\n${leaf.pem}\r\nsubject=Middle\n${middle.pem}`)).resolves.toBeDefined();
  });

  test('is refused when the root it leads to is not trusted', async () => {
    await expect(keysOf(authority.chain, [])).rejects.toEqual(refused('untrusted-chain'));
    const { leaf, middle } = authority;
    await expect(keysOf(file(leaf, middle), [authority.stranger])).rejects.toEqual(refused('untrusted-chain'));
  });

  test('is refused when a stranger made a root of the same name', async () => {
    const { stranger, middle, leaf } = authority;
    const namesake = await issue({ name: 'Trusted Root', keys: stranger.keys, ca: true });
    const below = await issue({ name: 'Middle', keys: middle.keys, issuer: namesake, ca: true });
    await expect(keysOf(file(leaf, below, namesake))).rejects.toEqual(refused('untrusted-chain'));
  });

  test('is refused when it signs itself', async () => {
    const own = await issue({ name: 'Leaf', keys: authority.leaf.keys, hosts: [SIGNER] });
    await expect(keysOf(file(own))).rejects.toEqual(refused('untrusted-chain'));
  });

  test('is refused in another order, or with a gap', async () => {
    const { leaf, middle, root, cross, stranger } = authority;
    await expect(keysOf(file(leaf, cross, middle))).rejects.toEqual(refused('untrusted-chain'));
    await expect(keysOf(file(leaf, stranger, middle))).rejects.toEqual(refused('untrusted-chain'));
    await expect(keysOf(file(leaf))).rejects.toEqual(refused('untrusted-chain'));
    await expect(keysOf(file(leaf, root))).rejects.toEqual(refused('untrusted-chain'));
    await expect(keysOf(file(middle, leaf))).rejects.toEqual(refused('wrong-certificate-name'));
  });

  test('is refused when an ordinary certificate issued the leaf', async () => {
    const { root, middle } = authority;
    const ordinary = await issue({ name: 'Shop', keys: middle.keys, issuer: root, hosts: ['shop.example'] });
    const forged = await leafWith({ issuer: ordinary });
    await expect(keysOf(file(forged, ordinary))).rejects.toEqual(refused('untrusted-chain'));
  });

  test('is refused when it is longer than an authority allows', async () => {
    const { middle, stranger } = authority;
    const below = await issue({ name: 'Below', keys: stranger.keys, issuer: middle, ca: true });
    const forged = await leafWith({ issuer: below });
    await expect(keysOf(file(forged, below, middle))).rejects.toEqual(refused('untrusted-chain'));
  });

  test('is accepted as long as an authority allows', async () => {
    const { root, middle, stranger } = authority;
    const wide = await issue({ name: 'Wide', keys: middle.keys, issuer: root, ca: true, pathLength: 1 });
    const below = await issue({ name: 'Below', keys: stranger.keys, issuer: wide, ca: true });
    const leaf = await leafWith({ issuer: below });
    await expect(keysOf(file(leaf, below, wide))).resolves.toBeDefined();
  });

  test.each(['leaf', 'middle', 'root'] as const)('is refused outside the dates of its %s', async (which) => {
    const { root, middle, leaf } = authority;
    const late = { from: NOW + 1_000, to: NOW + DAY };
    const early = { from: NOW - DAY, to: NOW - 1_000 };
    for (const dates of [late, early]) {
      const of = (name: typeof which) => (name === which ? dates : {});
      const top = await issue({ name: 'Trusted Root', keys: root.keys, ca: true, ...of('root') });
      const mid = await issue({ name: 'Middle', keys: middle.keys, issuer: root, ca: true, ...of('middle') });
      const end = await issue({ name: 'Leaf', keys: leaf.keys, issuer: middle, hosts: [SIGNER], ...of('leaf') });
      await expect(keysOf(file(end, mid), [top])).rejects.toEqual(refused('certificate-not-in-date'));
    }
  });

  test('is accepted in the first and the last second of its dates', async () => {
    const leaf = await leafWith({ from: NOW, to: NOW });
    await expect(keysOf(file(leaf, authority.middle))).resolves.toBeDefined();
  });

  test.each([
    ['names another host', ['api.amazon.com']],
    ['names a host below', ['x.echo-api.amazon.com']],
    ['names a host that begins alike', ['echo-api.amazon.com.evil.example']],
    ['names a wildcard', ['*.amazon.com']],
    ['has no alternative names', []],
  ])('is refused when its leaf %s', async (_, hosts) => {
    const leaf = await leafWith({ name: SIGNER, hosts });
    await expect(keysOf(file(leaf, authority.middle))).rejects.toEqual(refused('wrong-certificate-name'));
  });

  test('is accepted when the host is one of several names', async () => {
    const leaf = await leafWith({ hosts: ['other.amazon.com', SIGNER] });
    await expect(keysOf(file(leaf, authority.middle))).resolves.toBeDefined();
  });

  test('is refused when its leaf has no RSA key', async () => {
    const leaf = await leafWith({ keys: await makeKeys('ec') });
    await expect(keysOf(file(leaf, authority.middle))).rejects.toEqual(refused('wrong-certificate-key'));
  });

  test('is refused when a byte of a certificate was altered', async () => {
    const { leaf, middle } = authority;
    const der = Buffer.from(leaf.pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    const at = der.indexOf(SIGNER);
    der[at] = 'E'.charCodeAt(0);
    const altered = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
    await expect(keysOf(altered + middle.pem)).rejects.toEqual(refused('untrusted-chain'));
  });
});

describe('the certificate file', () => {
  const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  test.each([
    ['is empty', () => ''],
    ['is no PEM', () => '<html>Not found</html>'],
    ['carries a private key', () => authority.chain + privateKey],
    [
      'carries a block of an unknown kind',
      () => `${authority.chain}-----BEGIN X-509 CRL-----\nAAAA\n-----END X-509 CRL-----`,
    ],
    ['carries a trusted certificate', () => authority.chain.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE')],
    ['breaks off', () => authority.leaf.pem + authority.middle.pem.slice(0, 300)],
    ['carries a broken certificate', () => authority.leaf.pem + authority.middle.pem.replace('MII', 'AAA')],
    ['carries eleven certificates', () => authority.leaf.pem + authority.middle.pem.repeat(10)],
  ])('is refused when it %s', async (_, text) => {
    await expect(keysOf(text())).rejects.toEqual(refused('malformed-certificates'));
  });
});

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
