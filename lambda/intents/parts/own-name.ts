/** By what name a shopper is spoken to: only one they agreed to, and only where it is known who hears it. */

import { firstNameOf } from '../../services/commerce/account';
import type { Effect, Reply } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';
import type { Scene } from '../kit/define';
import { isSaidOnce } from '../kit/once';

/** At a speaker anybody may be there: only a voice that was recognised is somebody. */
export function isKnownEar({ turn }: Pick<Scene, 'turn'>): boolean {
  return turn.form === 'text' || turn.person !== undefined;
}

/** null: none was agreed to, or whoever hears it may be somebody else. */
export function ownName({ memory, shopper, turn }: Pick<Scene, 'memory' | 'shopper' | 'turn'>): ValueOf<'name'> | null {
  const { called } = memory;
  if (!called || !isKnownEar({ turn })) return null;
  const name = called.name ?? firstNameOf(shopper);
  return name ? nameValue(name) : null;
}

/** The same, once a visit. */
export function nameOnce(scene: Scene): ValueOf<'name'> | null {
  return isSaidOnce('name', scene) ? null : ownName(scene);
}

/** What these say to a name that was agreed to. */
export function saysOwnName(replies: readonly Reply[], scene: Pick<Scene, 'memory' | 'shopper' | 'turn'>): boolean {
  const own = ownName(scene)?.name;
  return own !== undefined && replies.some((one) => Object.values(one.with).some((value) => isName(value, own)));
}

function isName(value: Reply['with'][string], own: string): boolean {
  return value.type === 'name' && value.name === own;
}

/** `null`: the one the shop's account has; it stays there. */
export function callThem(name: string | null): Effect {
  return { kind: 'called', called: { name } };
}

export function nameValue(name: string): ValueOf<'name'> {
  return { type: 'name', name };
}
