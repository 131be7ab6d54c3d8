/** Recognises a request a developer posts by hand to the machine they sit at. Whether that is let pass, the server decides: a proxy that adds no header looks the same. */

import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/i;
const SIGNED = ['signature', 'signature-256', 'signaturecertchainurl'];
/** What proxies and tunnels add: such a request comes from outside, whatever its Host says. */
const FORWARDED =
  /^(forwarded|via|x-real-ip|true-client-ip|cdn-loop|x-forwarded.*|x-original-.*|x-envoy-.*|x-amzn-.*|x-azure-.*|cf-.*|ngrok-.*|fly-.*|tailscale-.*|(x|true|fastly|x-cluster)-client-ip)$/i;

/**
 * True only where the Host is loopback (as is the remote address, where one is given), no signature header is there,
 * not even an empty one, and nothing forwarded the request.
 */
export function isLocalUnsigned(headers: IncomingHttpHeaders, remoteAddress?: string): boolean {
  const isHere = LOOPBACK_HOST.test(headers.host ?? '');
  const isFromHere = remoteAddress === undefined || LOOPBACK_ADDRESS.test(remoteAddress);
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  return isHere && isFromHere && !names.some((name) => SIGNED.includes(name) || FORWARDED.test(name));
}
