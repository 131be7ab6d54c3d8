/** "Call me Giulia", "don't use my name": by what name a shopper wishes to be spoken to, if by any. */

import * as z from 'zod/mini';
import { firstNameOf } from '../services/commerce/account';
import { shapeOf } from '../services/shape';
import type { Slot } from '../vocabulary/heard';
import { type Acted, ask, done, type Intent, replies, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { callThem, isKnownEar, nameValue, ownName } from './parts/own-name';

const SAYS = {
  agreed: { name: 'name' },
  never: {},
  told: { name: 'name' },
  untold: {},
  declined: {},
  howTo: {},
  anyVoice: {},
} as const;
const say = replies('MyName', SAYS);

/** Kept only by a yes to the very name: it may have been heard wrong. `name` null: the account's. */
const keep = ask<{ readonly name: string | null }, { name: 'name' }>({
  id: 'MyName.keep',
  state: shapeOf(z.object({ name: z.nullable(z.string()) })),
  commits: true,
  with: { name: 'name' },
  expects: ['yesno'],
  amendedBy: ['MyName'],
  ifLeft: 'drop',
  async answer(answer, { name }, scene) {
    if (answer.kind === 'no') return done(say('declined'));
    if (answer.kind === 'slots') return answer.slots.name ? wished(answer.slots.name, scene) : null;
    return answer.kind === 'yes' ? agreed(name, scene) : null;
  },
});

export const MyName: Intent = {
  name: 'MyName',
  acts: 'changes',
  aboutOrders: false,
  slots: { name: 'AMAZON.FirstName', naming: 'NameWish' },
  personal: false,
  says: SAYS,
  asks: { keep },
  async act({ name, naming }, scene) {
    if (naming?.ids[0] === 'never') return causing(done(say('never')), { kind: 'called', called: null });
    if (!isKnownEar(scene)) return done(say('anyVoice'));
    if (naming?.ids[0] === 'asked') return told(scene);
    return wished(name, scene);
  },
};

function told(scene: Scene): Acted {
  const name = ownName(scene);
  return done(name ? say('told', { name }) : say('untold'));
}

/** Without a name it is the account's; the same as the account's is not kept a second time. */
function wished(said: Slot | undefined, scene: Scene): Acted {
  const own = firstNameOf(scene.shopper);
  const name = said ? nameIn(said, scene) : own;
  if (name === null) return done(say('howTo'));
  const isOwn = own !== null && isSame(name, own, scene);
  if (said && isOwn) return agreed(null, scene);
  return { replies: [], ending: keep.put({ name: nameValue(name) }, { name: isOwn ? null : name }) };
}

function agreed(name: string | null, scene: Scene): Acted {
  const known = name ?? firstNameOf(scene.shopper);
  return known ? causing(done(say('agreed', { name: nameValue(known) })), callThem(name)) : done(say('howTo'));
}

/** Nobody is called by more letters. */
const LONGEST = 30;
const NAME = /^\p{L}[\p{L}\p{M}'’-]*(?: \p{L}[\p{L}\p{M}'’-]*)?$/u;

/** As a name is written; null: that is none. */
function nameIn({ said }: Slot, { turn }: Scene): string | null {
  const name = said.trim();
  if (name.length > LONGEST || !NAME.test(name)) return null;
  return name.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toLocaleUpperCase(turn.locale));
}

function isSame(one: string, other: string, { turn }: Scene): boolean {
  return one.localeCompare(other, turn.locale, { sensitivity: 'base' }) === 0;
}
