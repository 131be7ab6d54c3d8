/** Before the first test file: jest's own process stands ready to make what the files share. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';
import { CHROMIUM, QUIET } from '../browser-place';
import { type BundleWish, bundleTo, compiledPath } from '../bundle-to';
import { type Cluster, newCluster } from '../postgres-cluster';
import { type SharedThing, tellTests } from './shared';

type Kept = { readonly folder: string; readonly ends: (() => Promise<unknown>)[] };
type Make = (wish: never, kept: Kept) => Promise<string>;

const MAKES: Readonly<Record<SharedThing, Make>> = {
  async postgres(_wish, { ends }) {
    const cluster: Cluster = newCluster();
    ends.push(cluster.remove);
    await cluster.start();
    return String(cluster.port());
  },
  async browser(_wish, { ends }) {
    const server: BrowserServer = await chromium.launchServer({ executablePath: CHROMIUM ?? '', args: [...QUIET] });
    ends.push(() => server.close());
    return server.wsEndpoint();
  },
  async bundle(wish: BundleWish, { folder }) {
    const outfile = join(mkdtempSync(join(folder, 'bundle-')), 'program.cjs');
    bundleTo(outfile, wish);
    return outfile;
  },
  program: async ({ entry }: BundleWish) => compiledPath(entry),
};

declare global {
  /** What `ends.ts` calls. */
  var endRun: (() => Promise<void>) | undefined;
}

export default async function begins(): Promise<void> {
  const kept: Kept = { folder: mkdtempSync(join(tmpdir(), 'earshot-run-')), ends: [] };
  const made = new Map<string, Promise<string>>();
  const server = createServer(async (request, response) => {
    const thing = (request.url ?? '').slice(1) as SharedThing;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const wish = Buffer.concat(chunks).toString('utf8');
    const key = `${thing} ${wish}`;
    const one = made.get(key) ?? MAKES[thing](JSON.parse(wish) as never, kept);
    made.set(key, one);
    await one.then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tellTests(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  globalThis.endRun = async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all(kept.ends.map((end) => end()));
    rmSync(kept.folder, { recursive: true, force: true });
  };
}
