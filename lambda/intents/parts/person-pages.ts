/** What people wrote as it is read out at a speaker: page by page, and what of it no ear can note down. */

import * as z from 'zod/mini';
import { type Shape, shapeOf } from '../../services/shape';
import { earPages } from '../../vocabulary/ear-pages';
import type { PersonSaid } from '../../vocabulary/memory';
import { forEyeOf, marksIn, type PersonLine } from '../../vocabulary/taken-out';
import type { TakenFrom } from '../../vocabulary/values';
import { bareLink, type ForEye, forEyeIn, isForEyeKind } from '../../vocabulary/written-words';
import type { Scene } from '../kit/define';
import { knownOf } from '../kit/known';

/** `by`: who begins to speak with this page; null: whoever spoke goes on. */
export type ReadingAloud = {
  readonly pages: readonly ReadPage[];
  /** `taken`: where its text is, which is empty here. */
  readonly forEye: readonly (OfOne & { readonly kind: ForEye; readonly text: string; readonly taken?: TakenFrom })[];
  /** What cannot be read out at all, and who sent it; absent: nothing, or it was begun by a program that knew of none. */
  readonly sent?: readonly (OfOne & { readonly by: string; readonly isPhoto: boolean })[];
  /** Numbers of the shopper's orders that stand in them; absent: none. */
  readonly own?: readonly string[];
  /** The last of them asked something. */
  readonly asks: boolean;
};

/** Which of them it is of, by its id; absent: it was begun by a program that did not note that. */
type OfOne = { readonly of?: string };
/** `anew`: they have changed it since. */
type ReadPage = OfOne & {
  readonly by: string | null;
  readonly text: string;
  readonly taken?: TakenFrom;
  readonly anew?: true;
};

const OF = z.optional(z.string());
const TAKEN = z.optional(z.object({ line: z.string(), at: z.number() }));

export const READING: Shape<ReadingAloud> = shapeOf(
  z.object({
    pages: z.array(
      z.object({
        ...{ by: z.nullable(z.string()), text: z.string(), taken: TAKEN },
        ...{ of: OF, anew: z.optional(z.literal(true)) },
      }),
    ),
    forEye: z.array(z.object({ kind: z.custom<ForEye>(isForEyeKind), text: z.string(), taken: TAKEN, of: OF })),
    sent: z.optional(z.array(z.object({ by: z.string(), isPhoto: z.boolean(), of: OF }))),
    own: z.optional(z.array(z.string())),
    asks: z.boolean(),
  }),
);

/** null: there is nothing to read. */
export async function readingOf(scene: Scene): Promise<ReadingAloud | null> {
  const { unread } = scene.memory;
  const own = ownNumbers(scene);
  const lines = await linesOf(
    unread.filter(({ text }) => marksIn(text) > 0).map(({ id }) => id),
    scene,
  );
  const pages = unread.flatMap((one) => pagesOf(one, lines.get(one.id)));
  const sent = unread.flatMap(({ id, by, sent: kind }) => (kind ? [{ of: id, by, isPhoto: kind === 'photo' }] : []));
  if (pages.length === 0 && sent.length === 0) return null;
  const forEye = unread.flatMap(({ id, text }) => {
    const line = lines.get(id);
    if (!line) return forEyeIn(text, own).map((one) => ({ ...one, of: id }));
    const sealed = forEyeOf(line).map(({ kind }, at) => ({ of: id, kind, text: '', taken: { line: id, at } }));
    return [...sealed, ...ownIn(text, own).map((one) => ({ ...one, of: id }))];
  });
  const held = own.filter((number) => unread.some(({ text }) => text.includes(number)));
  return {
    pages,
    forEye,
    sent,
    ...(held.length > 0 ? { own: held } : {}),
    asks: /[?\uff1f\u061f]/.test(unread.at(-1)?.text ?? ''),
  };
}

/** Shorter ones are said as they are. */
const OWN_DIGITS = /\d{4,}/g;

/** Of the orders that were told, and the newest as the shop last had them: they are numbers whatever stands around them. */
function ownNumbers({ memory: { lastKnown, topic } }: Scene): readonly string[] {
  const told = topic.listed?.map(({ number }) => number) ?? [];
  return [...(lastKnown?.numbers ?? []), ...told].flatMap((number) => number.match(OWN_DIGITS) ?? []);
}

/** Only what nothing else tells to be one. */
function ownIn(text: string, own: readonly string[]): ReadingAloud['forEye'] {
  const told = new Set(forEyeIn(text).map((one) => one.text));
  return forEyeIn(text, own).filter((one) => !told.has(one.text));
}

type Lines = ReadonlyMap<string, PersonLine>;

/** The lines of persons by these ids, as they were written. */
export async function linesOf(ids: readonly string[], scene: Scene): Promise<Lines> {
  if (ids.length === 0) return new Map();
  const at = { conversationId: scene.conversationId, known: knownOf(scene) };
  return scene.services.personLines.asWritten(ids, at);
}

function pagesOf({ id, by, text, anew }: PersonSaid, line: PersonLine | undefined): ReadingAloud['pages'] {
  let before = 0;
  return earPages(text).map((page, at) => {
    const marks = marksIn(page);
    const taken = line && marks > 0 ? { taken: { line: id, at: before } } : {};
    before += marks;
    return { of: id, by: at === 0 ? by : null, text: page, ...taken, ...(anew && at === 0 ? { anew } : {}) };
  });
}

/** As they were written; what cannot be had any more is hidden. */
export async function opened(forEye: ReadingAloud['forEye'], scene: Scene): Promise<ReadingAloud['forEye']> {
  const lines = await linesOf(
    forEye.flatMap(({ taken }) => (taken ? [taken.line] : [])),
    scene,
  );
  return forEye.map((one) => {
    if (!one.taken) return one;
    const { line: id, at } = one.taken;
    const line = lines.get(id);
    const found = line && forEyeOf(line)[at];
    return { kind: 'hidden', text: '', ...found };
  });
}

/** Nobody listens to more signs than these, or to a longer address. */
const MOST_SPELT = { signs: 20, address: 40, path: 12 } as const;

export function isSpellable({ kind, text }: ReadingAloud['forEye'][number]): boolean {
  if (kind === 'address') return text.length <= MOST_SPELT.address;
  if (kind === 'link') return isSpellableLink(bareLink(text));
  return kind !== 'hidden' && text.replace(/[^\p{L}\p{N}]/gu, '').length <= MOST_SPELT.signs;
}

/** It is written down as it is heard: no capitals, and no sign that has no word. */
function isSpellableLink(link: string): boolean {
  const path = /^[a-z\d.-]+(?<path>(?:\/[a-z\d./_+-]*)?)$/.exec(link)?.groups?.path;
  return path !== undefined && link.length <= MOST_SPELT.address && path.length <= MOST_SPELT.path;
}

/** Whether what people write reaches the shopper in writing as well: where they write, or where the answer was promised to go. */
export async function getsItInWriting({ memory, conversationId, services }: Scene): Promise<boolean> {
  return memory.handOff?.contact !== undefined || (await services.reach.isWritten(conversationId));
}
