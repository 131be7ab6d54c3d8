/** Remembers what the shop sells, so that no turn waits for its list twice, and none for one that does not come. */

import type { Call, Result } from './call';
import type { Catalogue, Product } from './catalogue';

/** A list this old is asked for anew, behind the turn that finds it so. */
const FRESH_MS = 60_000;
/** In how many languages. */
const MOST = 40;

type Listed = Extract<Result<readonly Product[]>, { ok: true }>;
type Kept = { readonly listed: Listed; readonly at: number; asking: boolean };

export function rememberGoods(catalogue: Catalogue, now: () => number): Catalogue {
  const known = new Map<string, Kept>();

  async function ask(call: Call): Promise<Result<readonly Product[]>> {
    const result = await catalogue.products(call);
    if (!result.ok) return result;
    const before = known.get(call.locale);
    // The very same goods stay the very same list: what was made of them is found again.
    const listed =
      before && isSame(before.listed.value, result.value) ? { ...result, value: before.listed.value } : result;
    known.delete(call.locale);
    known.set(call.locale, { listed, at: now(), asking: false });
    for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    return listed;
  }

  function refresh(kept: Kept, call: Call): void {
    if (kept.asking) return;
    kept.asking = true;
    const over = () => {
      kept.asking = false;
    };
    void ask(call).then(over, over);
  }

  return {
    ...catalogue,
    async products(call) {
      const kept = known.get(call.locale);
      if (!kept) return ask(call);
      if (now() - kept.at < FRESH_MS) return kept.listed;
      refresh(kept, call);
      return { ...kept.listed, source: 'mirror' };
    },
  };
}

function isSame(before: readonly Product[], after: readonly Product[]): boolean {
  return before.length === after.length && before.every((product, at) => product === after[at]);
}
