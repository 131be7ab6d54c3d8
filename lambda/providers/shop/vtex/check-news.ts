/** Whether VTEX tells of orders what it is expected to tell: how its hook and its feed are set up. */

import * as z from 'zod/mini';
import { isOneOf } from '../../../http/secrets';
import type { Call } from '../../../services/commerce/call';
import { HOOK_HEADER, HOOK_PATH } from './changes';
import type { VtexWorld } from './world';

const filter = z.object({ type: z.string(), status: z.nullish(z.array(z.string())) });
const feed = z.object({ filter });
const hook = z.object({
  filter,
  hook: z.object({ url: z.string(), headers: z.nullish(z.record(z.string(), z.unknown())) }),
});

/** Without these nobody is told that something was sent, or will not come. */
const NEEDED = ['invoiced', 'canceled'];
const HOW = 'docs/connect-your-shop.md, VTEX, step 6';

/** A line each, which names the setting. */
export async function newsFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const { hookSecrets, feed: isFed } = world.settings;
  return [
    ...(hookSecrets.length > 0 ? await hookFaults(world, call) : []),
    ...(isFed ? await feedFaults(world, call) : []),
  ];
}

async function hookFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const asked = await world.ask({ path: '/api/orders/hook/config', shape: hook, takes: [404] }, call);
  if (!asked.ok) {
    const none = `VTEX_HOOK_SECRET: VTEX has no hook of this key, and takes one away that was silent for three days (${HOW})`;
    return [asked.error.kind === 'not-found' ? none : notRead(world, 'VTEX_HOOK_SECRET')];
  }
  const { url, headers } = asked.value.hook;
  const [, shown] = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === HOOK_HEADER) ?? [];
  const isOurs = isOneOf(String(shown ?? ''), world.settings.hookSecrets);
  const isThere = url.endsWith(HOOK_PATH);
  return [
    ...(isThere ? [] : [`VTEX_HOOK_SECRET: the hook calls ${url}, and not EARSHOT_URL${HOOK_PATH} (${HOW})`]),
    ...(isOurs ? [] : [`VTEX_HOOK_SECRET: the hook does not send it as ${HOOK_HEADER} (${HOW})`]),
    ...lacking('VTEX_HOOK_SECRET: the hook', asked.value.filter),
  ];
}

async function feedFaults(world: VtexWorld, call: Call): Promise<readonly string[]> {
  const asked = await world.ask({ path: '/api/orders/feed/config', shape: feed, takes: [404] }, call);
  if (asked.ok) return lacking('VTEX_FEED: the feed', asked.value.filter);
  return [asked.error.kind === 'not-found' ? `VTEX_FEED: this key has no feed (${HOW})` : notRead(world, 'VTEX_FEED')];
}

function notRead(world: VtexWorld, setting: string): string {
  return `${setting}: ${world.trouble() ?? 'how it is set up cannot be read'}`;
}

function lacking(what: string, { type, status }: z.infer<typeof filter>): readonly string[] {
  const lacks = type === 'FromWorkflow' ? NEEDED.filter((one) => !(status ?? []).includes(one)) : [];
  return lacks.length === 0 ? [] : [`${what} does not tell of ${lacks.join(' and ')} (${HOW})`];
}
