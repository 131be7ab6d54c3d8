/** Reads how long a path a certificate authority may head, which Node's X509Certificate does not tell. */

// DER of the extension's identifier, 2.5.29.19 (basicConstraints; RFC 5280, section 4.2.1.9).
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex');
const BOOLEAN = 0x01;
const INTEGER = 0x02;

/** How many more authorities may stand below the certificate; Infinity where it sets no limit. */
export function pathLimit(der: Buffer): number {
  const found = der.indexOf(BASIC_CONSTRAINTS);
  if (found === -1) return Number.POSITIVE_INFINITY;
  // [critical BOOLEAN] OCTET STRING { SEQUENCE { [cA BOOLEAN] [pathLenConstraint INTEGER] } }, all lengths below 128.
  const value = skipBoolean(der, found + BASIC_CONSTRAINTS.length);
  const limit = skipBoolean(der, value + 4);
  // What follows without a limit is another extension or the signature: a SEQUENCE, never an INTEGER.
  if (der[limit] !== INTEGER) return Number.POSITIVE_INFINITY;
  // Two octets and more mean 128 and more: longer than any file that is read.
  return der[limit + 1] === 1 ? (der[limit + 2] ?? 0) : Number.POSITIVE_INFINITY;
}

function skipBoolean(der: Buffer, at: number): number {
  return der[at] === BOOLEAN ? at + 3 : at;
}
