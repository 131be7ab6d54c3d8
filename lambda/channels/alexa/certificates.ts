/** Keeps the few certificate chains Alexa signs with: downloaded once, checked once, their dates checked on each use; few downloads at once. */

import { type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { createWaitingLine } from '../../vocabulary/waiting-line';
import { type Chain, isInDate, readChain, requireInDate } from './certificate-chain';
import { type Download, downloadCertificates, fetchFile } from './certificate-download';
import { RefusedRequest } from './refused-request';

export type SigningKeysOptions = {
  /** PEM; Node's own list when absent. */
  readonly trustedRoots?: readonly string[] | undefined;
  /** `fetch` without redirects when absent. */
  readonly download?: Download | undefined;
  readonly now?: (() => number) | undefined;
};

/** The key behind an address that `certificateUrl` approved, for whoever is at `source`. Throws a RefusedRequest; a failure is never kept. */
export type SigningKeys = (url: URL, source?: string) => Promise<KeyObject>;

const MOST_CHAINS = 8;
/** Alexa signs with one or two chains: who names many addresses is not Alexa. */
const DOWNLOADS = { atOnce: 8, perSource: 8, inAll: 32 };

export function createSigningKeys(options: SigningKeysOptions = {}): SigningKeys {
  const { trustedRoots = rootCertificates, download = fetchFile, now = Date.now } = options;
  const kept = new Map<string, Chain>();
  const underway = new Map<string, Promise<Chain>>();
  const line = createWaitingLine(DOWNLOADS);
  let roots: readonly X509Certificate[] | undefined;

  async function fetchChain(url: URL, source: string): Promise<Chain> {
    const pem = await line.take(source, () => downloadCertificates(url, download));
    if (pem === null) throw new RefusedRequest('too-many-downloads');
    // Parsing Node's list takes some 20 ms, so it waits for the first request that needs it.
    roots ??= trustedRoots.map((root) => new X509Certificate(root));
    const chain = readChain(pem, roots);
    requireInDate(chain, now());
    keepAsNewest(kept, url.href, chain);
    return chain;
  }

  function fetchOnce(url: URL, source: string): Promise<Chain> {
    // Of each source by itself: nobody's place in the line hangs on a stranger's.
    const key = `${source} ${url.href}`;
    const running = underway.get(key) ?? fetchChain(url, source).finally(() => underway.delete(key));
    underway.set(key, running);
    return running;
  }

  return async (url, source = 'nobody') => {
    const chain = kept.get(url.href);
    if (chain && isInDate(chain, now())) {
      keepAsNewest(kept, url.href, chain);
      return chain.key;
    }
    kept.delete(url.href);
    return (await fetchOnce(url, source)).key;
  };
}

/** A Map keeps the order of insertion: the first is the one not used for longest. */
function keepAsNewest(kept: Map<string, Chain>, href: string, chain: Chain): void {
  kept.delete(href);
  kept.set(href, chain);
  const [oldest] = kept.keys();
  if (kept.size > MOST_CHAINS && oldest !== undefined) kept.delete(oldest);
}
