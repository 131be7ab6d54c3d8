/** The Alexa door's check: a request is Alexa's, fresh, well formed and for this skill, or it is refused. */

import { constants, verify as verifySignature } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { certificateUrl } from './certificate-url';
import { createSigningKeys, type SigningKeys, type SigningKeysOptions } from './certificates';
import { checkEnvelope, parseBody, requireApplication } from './envelope-check';
import { RefusedRequest } from './refused-request';
import { requireKnown } from './require-known';
import { readTimestamp, requireFresh } from './timestamp-check';

export type VerifierOptions = SigningKeysOptions & {
  /** The skill's id; null leaves it unchecked, for a skill that has none yet. */
  readonly applicationId: string | null;
  /** Which locales the skill speaks; all when absent. */
  readonly speaks?: ((locale: string) => boolean) | undefined;
  /** Lets a request pass without a signature and at any age; nobody when absent. See `isLocalUnsigned`. */
  readonly letPass?: ((headers: IncomingHttpHeaders) => boolean) | undefined;
};

export type AlexaVerifier = {
  /** `source`: whose certificate downloads are counted together. */
  verify(body: string, headers?: IncomingHttpHeaders, source?: string): Promise<void>;
};

/**
 * In place of the adapter's own checks, which refuse Alexa's present certificates and know no sender.
 * `verify` throws a RefusedRequest for every fault of a client; the door answers 400. Rules: Amazon, "Host a Custom
 * Skill as a Web Service", "Verify that the request was sent by Alexa".
 */
export function createVerifier(options: VerifierOptions): AlexaVerifier {
  const { applicationId, now = Date.now, speaks = () => true, letPass = () => false } = options;
  const keys = createSigningKeys(options);

  return {
    async verify(body, headers = {}, source = 'nobody') {
      const envelope = checkEnvelope(parseBody(body));
      if (applicationId !== null) requireApplication(envelope, applicationId);
      readTimestamp(envelope.request);
      requireKnown(envelope, speaks);
      if (letPass(headers)) return;
      requireFresh(envelope.request, now());
      // The guard has seen that the text says the same as the bytes it came in.
      await requireSignature({ raw: Buffer.from(body, 'utf8'), headers, source }, keys);
    },
  };
}

type Sent = { readonly raw: Buffer; readonly headers: IncomingHttpHeaders; readonly source: string };

async function requireSignature({ raw, headers, source }: Sent, keys: SigningKeys): Promise<void> {
  const signature = readSignature(headers['signature-256']);
  const url = headers.signaturecertchainurl;
  if (url === undefined || url === '') throw new RefusedRequest('no-certificate-url');
  if (typeof url !== 'string') throw new RefusedRequest('wrong-certificate-url');
  const key = await keys(certificateUrl(url), source);
  const isAlexas = verifySignature('sha256', raw, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
  if (!isAlexas) throw new RefusedRequest('wrong-signature');
}

function readSignature(header: string | string[] | undefined): Buffer {
  if (header === undefined || header === '') throw new RefusedRequest('no-signature');
  const signature = Buffer.from(String(header), 'base64');
  // Decoding skips what is no base64, so one signature would have many spellings; this also refuses a repeated header.
  if (signature.toString('base64') !== header) throw new RefusedRequest('malformed-signature');
  return signature;
}
