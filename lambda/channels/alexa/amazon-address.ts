/** Where a request's own API token may go: to Amazon or nowhere. */

/** An address at the endpoint a request came with; null where that is not Amazon's by https, or no address at all. */
export function amazonAddress(path: string, endpoint: string): URL | null {
  if (!URL.canParse(endpoint)) return null;
  const { protocol, hostname, origin } = new URL(endpoint);
  return protocol === 'https:' && hostname.endsWith('.amazonalexa.com') ? new URL(path, origin) : null;
}
