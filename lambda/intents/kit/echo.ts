/** What the shopper said, given back to them: as much of it as an ear can use, and as may be written down. */

import { redact } from '../../services/privacy/redact';
import type { Slot } from '../../vocabulary/heard';
import type { ValueOf } from '../../vocabulary/values';
import type { Scene } from './define';

const WORDS = 6;
const CHARACTERS = 60;

/** Signs would end or ask our sentence for us, or be read aloud. */
const SIGNS = /[^\p{L}\p{M}\p{N}\s'’-]+/gu;

/** The first few words. Somebody who tells a story hears its beginning, not all of it. */
export function echo({ said }: Pick<Slot, 'said'>, { shopper }: Pick<Scene, 'shopper'>): ValueOf<'name'> {
  const words = redact(said, shopper?.known ?? [])
    .replace(SIGNS, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, WORDS)
    .join(' ');
  const cut = words.length <= CHARACTERS ? words : [...words].slice(0, CHARACTERS).join('');
  return { type: 'name', name: cut };
}
