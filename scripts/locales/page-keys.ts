/** Every key of `pages.json` that the program asks for by a name it makes: closed lists, each whole. */

import type { Refusal } from '../../lambda/desk/protocol';
import type { Fate } from '../../lambda/desk/protocol-lines';
import { LABELS } from '../../lambda/providers/desk/mail/words';
import { CARE_KINDS } from '../../lambda/services/care/care';
import type { Stage } from '../../lambda/services/commerce/orders';
import type { MARKS } from '../../lambda/services/conversation/lines';
import { DONE } from '../../lambda/services/hand-off/hand-offs';
import type { ItemKind } from '../../lambda/services/queue/queues';
import type { Role } from '../../lambda/services/sign-in/agents';
import type { FileKind } from '../../lambda/vocabulary/file-types';
import { CHANNELS, type Heard } from '../../lambda/vocabulary/heard';
import { INTENTS } from '../../lambda/vocabulary/intents';
import { HAND_OFF_REASONS, WISHES } from '../../lambda/vocabulary/outcome';

/** A union's members, by a record that does not compile without one of them. */
function all<K extends string>(members: Readonly<Record<K, true>>): readonly string[] {
  return Object.keys(members);
}

const STAGES = all<Stage>({
  placed: true,
  'payment-pending': true,
  preparing: true,
  shipped: true,
  'out-for-delivery': true,
  'ready-for-pickup': true,
  delivered: true,
  cancelled: true,
  returned: true,
  unknown: true,
});

type ChangeMark = (typeof MARKS)[keyof typeof MARKS];

/** What comes in without words is told by its kind, and what stands instead of words by its mark. */
const EVENTS = all<Exclude<Heard['kind'], 'intent' | 'text' | 'choice' | 'place' | 'files'> | FileKind | ChangeMark>({
  launched: true,
  silence: true,
  resumed: true,
  ended: true,
  joined: true,
  event: true,
  changed: true,
  photo: true,
  voice: true,
  file: true,
  'changed-words': true,
  'taken-back': true,
});

const FATES = all<Fate>({
  sending: true,
  sent: true,
  delivered: true,
  read: true,
  failed: true,
  unknown: true,
  kept: true,
});

/** What the server refuses with, and what the page finds by itself. */
const REFUSALS = all<Refusal | 'away' | 'too-many'>({
  'signed-out': true,
  wrong: true,
  'needs-code': true,
  'wrong-code': true,
  'needs-second': true,
  locked: true,
  'not-allowed': true,
  invalid: true,
  unknown: true,
  taken: true,
  over: true,
  'login-taken': true,
  yourself: true,
  full: true,
  broken: true,
  away: true,
  'too-many': true,
  'not-yours': true,
  'not-own': true,
  'taken-back': true,
  'sent-out': true,
  'too-much': true,
  'done-before': true,
  'too-late': true,
  'shop-refused': true,
  'shop-unsure': true,
  'shop-away': true,
  'number-away': true,
  past: true,
  'too-far': true,
  'file-type': true,
  'file-size': true,
  'tag-long': true,
  'tag-full': true,
  'translation-away': true,
});

const DESK: Readonly<Record<string, readonly string[]>> = {
  channel: [...CHANNELS, 'desk'],
  intent: INTENTS,
  reason: HAND_OFF_REASONS,
  done: DONE,
  order: STAGES,
  deed: CARE_KINDS,
  event: EVENTS,
  fate: FATES,
  item: all<ItemKind>({ 'hand-off': true, message: true, end: true, change: true }),
  refused: REFUSALS,
  role: all<Role>({ agent: true, admin: true }),
};

const HAND_OFF: Readonly<Record<string, readonly string[]>> = { reason: HAND_OFF_REASONS, wish: WISHES };

/** By group of `pages.json`. What the pages ask for by a name of their own is typed by the language all are measured by. */
export const PAGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  desk: named(DESK, '.'),
  handOff: [...LABELS, ...named(HAND_OFF, '-')],
};

function named(sets: Readonly<Record<string, readonly string[]>>, by: string): readonly string[] {
  return Object.entries(sets).flatMap(([set, members]) => members.map((member) => `${set}${by}${member}`));
}
