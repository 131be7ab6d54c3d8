/** What an outcome causes: added to it, and found in it again. */

import type { Effect, EffectKind, EffectOf, Outcome } from '../../vocabulary/outcome';

type Causing = Pick<Outcome, 'effects'>;

/** The same outcome, causing these as well. */
export function causing<T extends Causing>(acted: T, ...more: readonly Effect[]): T {
  return { ...acted, effects: [...(acted.effects ?? []), ...more] };
}

export function effectsOf<K extends EffectKind>({ effects = [] }: Causing, kind: K): readonly EffectOf<K>[] {
  return effects.filter((effect): effect is EffectOf<K> => effect.kind === kind);
}

/** The latest of its kind; null: none. */
export function effectOf<K extends EffectKind>(outcome: Causing, kind: K): EffectOf<K> | null {
  return effectsOf(outcome, kind).at(-1) ?? null;
}

export function withoutEffect<T extends Causing>(outcome: T, kind: EffectKind): T {
  return { ...outcome, effects: (outcome.effects ?? []).filter((effect) => effect.kind !== kind) };
}
