/** What is said once a visit. */

import type { SaidOnce } from '../../vocabulary/memory';
import type { Scene } from './define';

export function isSaidOnce(what: SaidOnce, { memory, turn }: Pick<Scene, 'memory' | 'turn'>): boolean {
  return memory.once?.[what] === turn.session.id;
}
