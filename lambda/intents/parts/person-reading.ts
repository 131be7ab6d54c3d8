/** What people wrote is read out: whole, page by page, and what no ear can note down is said to be in writing, or spelt. */

import type { Ending, Reply } from '../../vocabulary/outcome';
import type { TakenFrom } from '../../vocabulary/values';
import type { ForEye } from '../../vocabulary/written-words';
import { type Acted, ask, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { NO_STATE, type NoState } from '../kit/state';
import { next, what } from './person-adding';
import { getsItInWriting, isSpellable, opened, READING, type ReadingAloud, readingOf } from './person-pages';
import { type PERSON_SAYS, sayPerson as say } from './person-words';

export const read = ask<NoState, Record<never, never>>({
  id: 'Person.read',
  state: NO_STATE,
  commits: true,
  role: 'announces',
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return next([say('later')], scene);
    if (answer.kind !== 'yes') return null;
    const reading = await readingOf(scene);
    // Taken back, or read elsewhere, since it was announced.
    if (!reading) return next([say('nothingLeft')], scene);
    return causing(await readOut(reading, scene), { kind: 'read' });
  },
});

/** What is asked in the middle of a reading keeps the rest of it. */
const inReading = { state: READING, commits: true, with: {}, expects: ['yesno'], ifLeft: 'drop' } as const;

export const onward = ask<ReadingAloud, Record<never, never>>({
  id: 'Person.onward',
  ...inReading,
  async answer(answer, reading, scene) {
    if (answer.kind === 'no') return endReading([], reading, scene);
    if (answer.kind !== 'yes') return null;
    return reading.pages.length === 0 ? endReading([say('nothingLeft')], reading, scene) : readOut(reading, scene);
  },
});

/** Of somebody who gets nothing in writing: once, and slowly. */
export const spell = ask<ReadingAloud, Record<never, never>>({
  id: 'Person.spell',
  ...inReading,
  async answer(answer, reading, scene) {
    const [first, ...rest] = reading.forEye;
    if (answer.kind === 'no') return afterReading([], reading, scene);
    if (answer.kind !== 'yes') return null;
    if (!first) return afterReading([say('nothingLeft')], reading, scene);
    const said = [say('spelt', { code: { type: 'spelling', text: first.text, ...takenOf(first) } })];
    return rest.length > 0
      ? { replies: said, ending: toSpell({ ...reading, forEye: rest }) }
      : afterReading(said, reading, scene);
  },
});

/** A page at a time, from the oldest on: nothing of it is left out. */
async function readOut(reading: ReadingAloud, scene: Scene): Promise<Acted> {
  const [page, ...pages] = reading.pages;
  if (!page) return endReading([], reading, scene);
  const of = page.of === undefined ? {} : { of: page.of };
  const own = reading.own ? { own: reading.own } : {};
  const words = { type: 'quote', text: page.text, ...of, ...own, ...takenOf(page) } as const;
  const who = page.by === null ? null : ({ type: 'name', name: page.by } as const);
  const said = [who ? say(page.anew ? 'wroteAnew' : 'wrote', { person: who, words }) : say('wroteOn', { words })];
  const rest = { ...reading, pages };
  return pages.length > 0 ? { replies: said, ending: onward.put({}, rest) } : endReading(said, rest, scene);
}

/** What was not read out is in what the shopper gets in writing; who gets nothing in writing may have it spelt. */
async function endReading(read: readonly Reply[], reading: ReadingAloud, scene: Scene): Promise<Acted> {
  const said = [...read, ...(await sentTold(reading, scene))];
  const open = await opened(reading.forEye, scene);
  const kinds = new Set(open.map(({ kind }) => kind));
  if (kinds.size === 0) return afterReading(said, reading, scene);
  if (await getsItInWriting(scene)) {
    const [only] = kinds;
    const where = say(kinds.size === 1 && only ? WRITTEN[only] : 'allWritten');
    return afterReading([...said, where], reading, scene);
  }
  const forEye = reading.forEye.filter((one, at) => isSpellable(open[at] ?? one));
  const isLost = kinds.has('hidden');
  const isLeft = forEye.length < open.filter(({ kind }) => kind !== 'hidden').length;
  // "This link" was said where it stood: there may be no time for more.
  const later = [...(isLeft ? [spare(say('writtenLater'))] : []), ...(isLost ? [spare(say('withheld'))] : [])];
  if (forEye.length === 0) return afterReading([...said, ...later], reading, scene);
  return { replies: [...said, ...later], ending: toSpell({ ...reading, forEye }) };
}

/** A photo or a file is where it can be seen, or comes there by asking for it; several of a kind and a person are told as one. */
async function sentTold({ sent = [] }: ReadingAloud, scene: Scene): Promise<readonly Reply[]> {
  if (sent.length === 0) return [];
  const isWriting = scene.memory.handOff?.inWriting || (await getsItInWriting(scene));
  const where = isWriting ? 'InChat' : 'ToSee';
  const kinds = sent.map(({ by, isPhoto }) => ({ by, key: `${isPhoto ? 'photo' : 'file'}${where}` }) as const);
  const once = kinds.filter(({ by, key }, at) => kinds.findIndex((one) => one.by === by && one.key === key) === at);
  return once.map(({ by, key }) => say(key, { person: { type: 'name', name: by } }));
}

function takenOf({ taken }: ReadingAloud['forEye' | 'pages'][number]): { readonly taken?: TakenFrom } {
  return taken ? { taken } : {};
}

function spare(reply: Reply): Reply {
  return { ...reply, spare: true };
}

function toSpell(reading: ReadingAloud): Ending {
  return spell.put({}, reading);
}

const WRITTEN: Readonly<Record<ForEye, keyof typeof PERSON_SAYS & `${string}Written`>> = {
  link: 'linkWritten',
  address: 'addressWritten',
  number: 'numberWritten',
  code: 'codeWritten',
  hidden: 'allWritten',
};

/** Whoever asks is answered next. */
function afterReading(said: readonly Reply[], { asks }: ReadingAloud, scene: Scene): Acted {
  return asks && scene.memory.owner === 'human' ? { replies: said, ending: what.put({}, {}) } : next(said, scene);
}
