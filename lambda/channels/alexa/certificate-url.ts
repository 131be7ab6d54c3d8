/** Which addresses Alexa's signing certificates may come from. */

import { RefusedRequest } from './refused-request';

// Nothing that URL parsers disagree about: spaces, controls, backslashes; nor a comma, which joins repeated headers.
const PLAIN = /^[\x21-\x2b\x2d-\x5b\x5d-\x7e]+$/;
const HIDDEN_DOT_OR_SLASH = /%(2e|2f|5c|25)/i;

/**
 * Reads the header `SignatureCertChainUrl` and returns the normalised address, which is also the key of the cache.
 * Throws `wrong-certificate-url`. Rules: Amazon, "Host a Custom Skill as a Web Service", "Verify the certificate URL";
 * stricter than those in that a query, a fragment, a user name and percent-encoded dots and slashes are refused.
 */
export function certificateUrl(header: string): URL {
  if (!PLAIN.test(header) || HIDDEN_DOT_OR_SLASH.test(header) || !URL.canParse(header)) refuse();
  const url = new URL(header);
  // `new URL` has lowered scheme and host, dropped the port 443 and resolved dot segments.
  const isAmazons = url.protocol === 'https:' && url.host === 's3.amazonaws.com';
  const isBare = url.username === '' && url.password === '' && !/[?#@]/.test(header);
  if (!isAmazons || !isBare || !url.pathname.startsWith('/echo.api/')) refuse();
  return url;
}

function refuse(): never {
  throw new RefusedRequest('wrong-certificate-url');
}
