/** Decides whether a certificate file leads from Alexa's signing certificate to a root this machine trusts. */

import { type KeyObject, X509Certificate } from 'node:crypto';
import { pathLimit } from './path-limit';
import { RefusedRequest } from './refused-request';

/** A chain that was found good. Dates are not: they are checked with `requireInDate` on each use. */
export type Chain = {
  /** Of the leaf: the key requests are signed with. */
  readonly key: KeyObject;
  /** Of every certificate on the path, the trusted root included; milliseconds since the epoch, both inclusive. */
  readonly valid: readonly { readonly from: number; readonly to: number }[];
};

const SIGNER = 'echo-api.amazon.com';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
// Amazon sends four.
const MOST_CERTIFICATES = 10;

/**
 * Walks the file from the leaf, each certificate issued by the next, and stops at the first that a trusted root issued.
 * What follows is not looked at: Alexa's file ends in a cross-certificate of a root that is no longer trusted anywhere.
 * Throws `malformed-certificates`, `untrusted-chain`, `wrong-certificate-name` or `wrong-certificate-key`.
 */
export function readChain(pem: string, roots: readonly X509Certificate[]): Chain {
  const certificates = parse(pem);
  try {
    const path = pathToRoot(certificates, roots);
    return { key: signingKey(path), valid: path.map(validity) };
  } catch (error) {
    // OpenSSL throws on keys and names it cannot read.
    throw error instanceof RefusedRequest ? error : new RefusedRequest('malformed-certificates');
  }
}

/** Throws `certificate-not-in-date`. `now`: milliseconds since the epoch. */
export function requireInDate(chain: Chain, now: number): void {
  if (!isInDate(chain, now)) throw new RefusedRequest('certificate-not-in-date');
}

export function isInDate(chain: Chain, now: number): boolean {
  return chain.valid.every(({ from, to }) => from <= now && now <= to);
}

function parse(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(CERTIFICATE) ?? [];
  const isOnlyCertificates = pem.split('-----BEGIN').length === blocks.length + 1;
  if (!isOnlyCertificates || blocks.length === 0 || blocks.length > MOST_CERTIFICATES) {
    throw new RefusedRequest('malformed-certificates');
  }
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    throw new RefusedRequest('malformed-certificates');
  }
}

function pathToRoot(certificates: readonly X509Certificate[], roots: readonly X509Certificate[]) {
  const path: X509Certificate[] = [];
  for (const certificate of certificates) {
    const below = path.at(-1);
    if (below && !(issued(certificate, below) && mayIssue(certificate, path.length - 1))) break;
    path.push(certificate);
    // A trusted root in the file is issued by itself.
    const root = roots.find((candidate) => issued(candidate, certificate));
    if (root) return [...path, root];
  }
  throw new RefusedRequest('untrusted-chain');
}

/** `checkIssued` compares names, key identifiers and key usage; `verify` the signature itself. */
function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

/** `casBelow`: how many intermediate certificates stand between this one and the leaf. */
function mayIssue(certificate: X509Certificate, casBelow: number): boolean {
  return certificate.ca && casBelow <= pathLimit(certificate.raw);
}

function signingKey([leaf]: readonly X509Certificate[]): KeyObject {
  // Without wildcards and never the subject's common name: Amazon asks for exactly this alternative name.
  if (!leaf?.checkHost(SIGNER, { subject: 'never', wildcards: false })) {
    throw new RefusedRequest('wrong-certificate-name');
  }
  if (leaf.publicKey.asymmetricKeyType !== 'rsa') throw new RefusedRequest('wrong-certificate-key');
  return leaf.publicKey;
}

function validity(certificate: X509Certificate): Chain['valid'][number] {
  // An unreadable date becomes NaN, which no instant lies within.
  return { from: Date.parse(certificate.validFrom), to: Date.parse(certificate.validTo) };
}
