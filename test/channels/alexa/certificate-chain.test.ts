/** What the certificates behind a signature must say. */

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createSigningKeys } from '../../../lambda/channels/alexa/certificates';
import type { RefusalReason } from '../../../lambda/channels/alexa/refused-request';
import { CERTIFICATE_URL, serving } from '../../fixtures/alexa-door';
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

  test('is refused when a certificate names another issuer than the one whose key signed it', async () => {
    const { middle, root } = authority;
    const misnamed = await leafWith({ issuer: { name: 'Somebody', keys: middle.keys } });
    await expect(keysOf(file(misnamed, middle))).rejects.toEqual(refused('untrusted-chain'));
    const below = await issue({
      name: 'Middle',
      keys: middle.keys,
      issuer: { name: 'Nobody', keys: root.keys },
      ca: true,
    });
    await expect(keysOf(file(authority.leaf, below))).rejects.toEqual(refused('untrusted-chain'));
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
