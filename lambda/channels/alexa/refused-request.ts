/** The one error of the Alexa door: a request that is not Alexa's, or not for this skill. It names a rule, never a value. */

export type RefusalReason =
  | 'unknown-request'
  | 'unknown-locale'
  // the body
  | 'empty-body'
  | 'not-utf8'
  | 'not-json'
  | 'too-deep'
  | 'hostile-key'
  | 'wrong-shape'
  | 'wrong-application'
  | 'unreadable-timestamp'
  | 'too-old'
  | 'in-the-future'
  // the headers
  | 'no-signature'
  | 'malformed-signature'
  | 'no-certificate-url'
  | 'wrong-certificate-url'
  // the certificates
  | 'too-many-downloads'
  | 'download-failed'
  | 'download-too-slow'
  | 'download-too-large'
  | 'malformed-certificates'
  | 'untrusted-chain'
  | 'certificate-not-in-date'
  | 'wrong-certificate-name'
  | 'wrong-certificate-key'
  | 'wrong-signature';

export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';

  constructor(readonly reason: RefusalReason) {
    super(reason);
  }
}
