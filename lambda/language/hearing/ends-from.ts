/** Sentences of ours among others' words. */

import type { IntentName } from '../../vocabulary/intents';
import { type Grammar, nextOf } from './grammar';

/** Where a whole sentence ends, and whose it is. */
type End = { readonly to: number; readonly intents: readonly IntentName[] };

/** Of those that begin at `from` and have no slot, the shortest first. */
export function endsFrom({ start }: Pick<Grammar, 'start'>, said: readonly string[], from: number): readonly End[] {
  const ends: End[] = [];
  let crossing = nextOf(start, said[from] ?? '');
  for (let to = from + 1; crossing; to += 1) {
    if (crossing.ends.length > 0) ends.push({ to, intents: crossing.ends });
    crossing = to < said.length ? nextOf(crossing, said[to] ?? '') : undefined;
  }
  return ends;
}
