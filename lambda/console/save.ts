/** Writes a conversation as a test: a dialogue in the format of `examples.yaml`, answered by a fresh shop. */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeWhole } from '../language/locales/whole-file';
import type { Answer } from '../vocabulary/answer';
import type { Slots } from '../vocabulary/heard';
import type { NewTest, SavedTest, TestTurn } from './protocol';

/** One dialogue, as `examples.yaml` has it. */
export type Dialogue = {
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
  readonly turns: readonly Omit<TestTurn, 'answered' | 'replies'>[];
};
/** Plays a dialogue in a fresh shop, the very way `npm test` will. Rejects with what is wrong with it. */
export type Play = (dialogue: Dialogue) => Promise<readonly { readonly answer: Answer; readonly answered: string }[]>;

export type SaveOptions = {
  /** `test/conversations` */
  readonly folder: string;
  readonly play: Play;
};

/** How the shop stands: its fault, and its calendar in milliseconds. */
export type Scenery = { readonly fault: string | null; readonly now: number };

const HEAD = '# Saved from the console; `npm test` holds it through the whole program.\n';

/** `exists`: there is a test of this name, and nobody said to write over it. */
export async function saveTest(
  test: NewTest,
  { fault, now }: Scenery,
  { folder, play }: SaveOptions,
): Promise<SavedTest | 'exists'> {
  const slug = slugOf(test.name);
  const path = join(folder, `${slug}.yaml`);
  if (existsSync(path) && !test.replace) return 'exists';
  const dialogue: Dialogue = {
    name: test.name,
    given: {
      locale: test.locale,
      shopper: test.shopper ?? 'guest',
      ...(fault ? { fault } : {}),
      now: new Date(now).toISOString().slice(0, 16),
    },
    turns: test.turns.map(({ answered, replies, ...turn }) => turn),
  };
  const played = await play(dialogue);
  const turns = dialogue.turns.map((turn, at) => ({ ...turn, ...wanted(played[at]) }));
  await mkdir(folder, { recursive: true });
  writeWhole(path, HEAD + stringify([{ ...dialogue, turns }], { lineWidth: 0 }));
  return {
    file: `test/conversations/${slug}.yaml`,
    differs: test.turns.flatMap((turn, at) => {
      const fresh = played[at];
      if (turn.answered === undefined || saysTheSame(turn, fresh)) return [];
      return [{ turn: at + 1, here: turn.answered, fresh: fresh?.answered ?? '' }];
    }),
  };
}

type Played = Awaited<ReturnType<Play>>[number] | undefined;

/** Which of its wordings an answer has is chance; what it says and every figure in it are not. */
function saysTheSame({ answered = '', replies }: TestTurn, fresh: Played): boolean {
  if (fresh?.answered === answered) return true;
  const figures = (text: string) => (text.match(/\d+/g) ?? []).join(' ');
  const isMadeAlike = replies !== undefined && replies.join(' ') === fresh?.answer.replies.join(' ');
  return isMadeAlike && figures(answered) === figures(fresh?.answered ?? '');
}

function wanted(played: Played): object {
  if (!played) return {};
  const { answer, answered } = played;
  const slots = slotsOf(answer.slots);
  return {
    ...(answer.intent ? { intent: answer.intent } : {}),
    ...(Object.keys(slots).length > 0 ? { slots } : {}),
    replies: answer.replies,
    asks: answer.question?.id ?? null,
    ...(answered === '' ? {} : { answered }),
  };
}

function slotsOf(slots: Slots): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(slots).map(([name, { number, said }]) => [name, number ?? said]));
}

/** `Sold out, then the blend!` → `sold-out-then-the-blend`; a name of no letters we know is numbered by its own hash. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return slug.slice(0, 60).replace(/-+$/, '') || 'conversation';
}
