/** A hand-off that began while the shop did not tell who spoke becomes its shopper's, with all that was said there, once the shop does. */

import { createHash } from 'node:crypto';
import type { Shopper } from '../services/commerce/account';
import { firstNameOf } from '../services/commerce/account';
import type { Commit, Stored } from '../services/conversation/conversation';
import { type HistoryLine, MARKS, type PlacedLine } from '../services/conversation/lines';
import { freshMemory } from '../services/conversation/memory';
import { pseudonym } from '../services/hand-off/hand-off';
import type { HandOff } from '../services/hand-off/hand-offs';
import { remembered } from '../services/hand-off/ownership';
import type { Store } from '../services/store';
import type { Memory, OpenQuestion } from '../vocabulary/memory';
import type { SentFile } from '../vocabulary/sent-file';
import { LOOKED_AT } from './amended';
import { type Try, untilKept } from './retry';
import { unasked } from './write/unasked';

/** `own`, `aside`: conversations; `marks`: what a hand-off of this shopper's from there would be known by. */
export type AsideOf = {
  readonly own: string;
  readonly aside: string;
  readonly shopper: Shopper;
  readonly locale: string;
  readonly marks: readonly string[];
};

type Needs = { readonly store: Store; readonly now: () => number; readonly random: () => string };

/** Of the shopper a token of ours names, or of the token itself: nothing that opens anything. */
export function markOf(shopperId: string | null, credential: string): string {
  const named = shopperId === null ? `token\0${credential}` : `shopper\0${shopperId}`;
  return createHash('sha256').update(`aside\0${named}`).digest('base64url').slice(0, 22);
}

/** True: something was joined. What a desk tells of it meanwhile comes along. */
export async function joinAside(of: AsideOf, needs: Needs): Promise<boolean> {
  const moved = new Set<string>();
  await untilKept(() => once(of, moved, needs));
  return moved.size > 0;
}

async function once(of: AsideOf, moved: Set<string>, needs: Needs): Promise<Try<null, null>> {
  const { conversations, handOffs, contacts } = needs.store;
  const there = await conversations.load(of.aside);
  const begun = there?.memory.handOff;
  const isDue = begun?.aside !== undefined && begun.aside.from <= needs.now() && of.marks.includes(begun.aside.whose);
  if (!there || !begun || !isDue) return { done: null };
  // Somebody has come by what was given out: it is where they look for it.
  if ((await contacts.of(of.aside)).length > 0) return { done: null };
  const handOff = await handOffs.get(begun.id);
  const going = goingCommit(of, there, needs);
  if ((await conversations.commit(going)) !== 'committed') return { overtaken: null };
  const lines = await conversations.since(of.aside, null, LOOKED_AT);
  const left = lines.filter((line) => !moved.has(placeOf(line)));
  // What was said there while it went is taken along as well.
  if (handOff?.conversationId === of.aside || (moved.size > 0 && left.length > 0)) {
    const isKept = await keep(handOff, { of, left, there }, needs);
    if (!isKept) return { overtaken: null };
    for (const line of left) moved.add(placeOf(line));
  }
  const gone = { memory: going.memory, version: there.version + 1 };
  const isLeft = (await conversations.commit(leftCommit(of, { there: gone, lines }, needs))) === 'committed';
  return isLeft ? { done: null } : { overtaken: null };
}

type Left = Pick<Joining, 'of' | 'left' | 'there'>;

async function keep(handOff: HandOff | null, moving: Left, needs: Needs): Promise<boolean> {
  const { conversations, handOffs } = needs.store;
  // As it is now that nothing is told of it any more.
  const newest = handOff && (await handOffs.get(handOff.id));
  if (!newest) return true;
  const here = await conversations.load(moving.of.own);
  const commit = await joinedCommit({ ...moving, handOff: newest, here }, needs);
  return (await conversations.commit(commit)) === 'committed';
}

/** A desk's news of it wait no longer than that: it may never arrive. */
const GOES_MS = 10_000;

/** On its way to its shopper: what a desk tells is not to be written where it began. */
export function isGoing({ handOff }: Memory, now: number): boolean {
  const { going } = handOff?.aside ?? {};
  return going !== undefined && now - going < GOES_MS;
}

function goingCommit({ aside, locale }: AsideOf, there: Stored, { now }: Needs): Commit {
  const { handOff } = there.memory;
  const known = handOff?.aside;
  const memory = known ? { ...there.memory, handOff: { ...handOff, aside: { ...known, going: now() } } } : there.memory;
  return unasked({
    ...{ conversationId: aside, stored: there, requestId: `going:${aside}:${there.version}`, channel: 'desk' },
    ...{ locale, at: now(), changes: { memory } },
  });
}

function placeOf({ version, line }: PlacedLine): string {
  return `${version}.${line}`;
}

type Joining = {
  readonly of: AsideOf;
  readonly handOff: HandOff;
  /** What was said there and is not here yet. */
  readonly left: readonly PlacedLine[];
  readonly there: Stored;
  /** null: nothing was ever said here. */
  readonly here: Stored | null;
};

async function joinedCommit({ of, handOff, left, there, here }: Joining, needs: Needs): Promise<Commit> {
  const { store, now } = needs;
  const stored = here ?? { memory: freshMemory(), version: 0 };
  const { lines: history, files } = await takenAlong(left, needs);
  const packet = await store.handOffs.packet(handOff.id);
  const { shopper, own } = of;
  const known = { id: pseudonym(shopper.id), guest: false, name: firstNameOf(shopper) };
  return {
    ...unasked({
      ...{ conversationId: own, stored, requestId: `joined:${handOff.id}:${there.version}`, channel: 'desk' },
      ...{ locale: handOff.locale, at: now() },
      changes: { memory: memoryAfter(stored.memory, there.memory), history },
    }),
    files,
    handOff: { ...handOff, conversationId: own },
    amended: { lines: [], packets: packet ? [{ ...packet, shopper: known }] : [], files: [], found: [] },
  };
}

/** A person who has another one of theirs keeps that; what was answered here is heard of all the same. */
function memoryAfter(own: Memory, aside: Memory): Memory {
  const unread = remembered([...own.unread, ...aside.unread]);
  const asked = { ...own, unread, ...askedIn(own, aside) };
  if (own.owner === 'human' || !aside.handOff) return asked;
  const { aside: _, ...handOff } = aside.handOff;
  return { ...asked, owner: aside.owner, handOff };
}

/** In their order: of one session only the latest is answered. */
function askedIn(own: Memory, aside: Memory): Pick<Memory, 'questions' | 'last'> {
  const all = [...own.questions, ...aside.questions].sort((a, b) => a.at - b.at);
  const isLatest = (one: OpenQuestion) => all.findLast(({ session }) => session === one.session) === one;
  const latest = all.at(-1);
  return {
    questions: all.map((one) => (isLatest(one) ? one : { ...one, covered: true as const })),
    last: latest && aside.questions.includes(latest) ? aside.last : own.last,
  };
}

type Along = { readonly lines: readonly HistoryLine[]; readonly files: readonly SentFile[] };

/** Files have their own names here: those there go with what is left. */
async function takenAlong(left: readonly PlacedLine[], { store, random }: Needs): Promise<Along> {
  const lines: HistoryLine[] = [];
  const files: SentFile[] = [];
  for (const { version, line, ...said } of left) {
    const { attached, ...show } = said.show ?? {};
    const file = attached ? await store.files.get(attached.id) : null;
    if (!attached || !file) {
      lines.push(attached ? { ...said, show } : said);
      continue;
    }
    const id = random();
    files.push({ id, type: file.type, bytes: file.bytes });
    lines.push({ ...said, show: { ...show, attached: { ...attached, id } } });
  }
  return { lines, files };
}

/** What is left there says nothing any more, nobody has it in hand, and nothing is asked. */
function leftCommit(
  { aside, locale }: AsideOf,
  { there, lines }: { readonly there: Stored; readonly lines: readonly PlacedLine[] },
  { now }: Needs,
): Commit {
  const files = lines.flatMap(({ show }) => show?.attached?.id ?? []);
  return {
    ...unasked({
      ...{ conversationId: aside, stored: there, requestId: `left:${aside}:${there.version}`, channel: 'desk' },
      ...{ locale, at: now() },
      changes: { memory: { ...freshMemory(), visits: there.memory.visits } },
    }),
    amended: { lines: lines.map(silenced), packets: [], files, found: [] },
  };
}

function silenced({ asWritten, show, name, ...line }: PlacedLine): PlacedLine {
  return { ...line, text: MARKS.deleted, show: { of: show?.ref ?? '', changed: 'deleted' } };
}
