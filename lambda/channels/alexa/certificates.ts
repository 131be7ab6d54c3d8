/** Keeps the few certificate chains Alexa signs with: downloaded once, checked once, their dates checked on each use. */

import { type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { type Chain, isInDate, readChain, requireInDate } from './certificate-chain';
import { type Download, downloadCertificates, fetchFile } from './certificate-download';

export type SigningKeysOptions = {
  /** PEM; Node's own list when absent. */
  readonly trustedRoots?: readonly string[] | undefined;
  /** `fetch` without redirects when absent. */
  readonly download?: Download | undefined;
  readonly now?: (() => number) | undefined;
};

/** The key behind an address that `certificateUrl` approved. Throws a RefusedRequest; a failure is never kept. */
export type SigningKeys = (url: URL) => Promise<KeyObject>;

const MOST_CHAINS = 8;

export function createSigningKeys(options: SigningKeysOptions = {}): SigningKeys {
  const { trustedRoots = rootCertificates, download = fetchFile, now = Date.now } = options;
  const kept = new Map<string, Chain>();
  const underway = new Map<string, Promise<Chain>>();
  let roots: readonly X509Certificate[] | undefined;

  async function fetchChain(url: URL): Promise<Chain> {
    const pem = await downloadCertificates(url, download);
    // Parsing Node's list takes some 20 ms, so it waits for the first request that needs it.
    roots ??= trustedRoots.map((root) => new X509Certificate(root));
    const chain = readChain(pem, roots);
    requireInDate(chain, now());
    keepAsNewest(kept, url.href, chain);
    return chain;
  }

  function fetchOnce(url: URL): Promise<Chain> {
    const running = underway.get(url.href) ?? fetchChain(url).finally(() => underway.delete(url.href));
    underway.set(url.href, running);
    return running;
  }

  return async (url) => {
    const chain = kept.get(url.href);
    if (chain && isInDate(chain, now())) {
      keepAsNewest(kept, url.href, chain);
      return chain.key;
    }
    kept.delete(url.href);
    return (await fetchOnce(url)).key;
  };
}

/** A Map keeps the order of insertion: the first is the one not used for longest. */
function keepAsNewest(kept: Map<string, Chain>, href: string, chain: Chain): void {
  kept.delete(href);
  kept.set(href, chain);
  const [oldest] = kept.keys();
  if (kept.size > MOST_CHAINS && oldest !== undefined) kept.delete(oldest);
}
