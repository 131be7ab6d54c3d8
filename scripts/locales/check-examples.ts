/** Checks the examples of a language: enough of them, understood as written and, with the program at hand, answered so. */

import { join } from 'node:path';
import type { HeardText } from '../../lambda/language/hearing/heard';
import { normalise, type Words } from '../../lambda/language/hearing/words';
import type { Slot } from '../../lambda/vocabulary/heard';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { goodsFor } from './catalogue';
import type { AnswerRunner } from './check';
import { hearingFor } from './check-heard';
import { INTENT_SLOTS } from './contract';
import { type Dialogue, type DialogueTurn, readExamples } from './examples';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { localesOf } from './source';

const FILE = 'examples.yaml';
const FEWEST = 5;

export type CheckedExamples = {
  /** Turns of dialogues. */
  readonly count: number;
  /** What is wrong without the dialogues' answers, which come later; `whole`: with them. */
  readonly soFar: readonly Finding[];
  readonly whole: Promise<readonly Finding[]>;
};

/** The dialogues are begun before anything is looked at here. */
export function checkExamples(folder: Folder, answer: AnswerRunner | undefined): CheckedExamples {
  const file = `${folder.language}/${FILE}`;
  const { dialogues, findings } = readExamples(join(localesOf(folder.place), file), file);
  const held = Promise.all(dialogues.map((dialogue) => answered(folder, dialogue, answer)));
  const before = [...findings, ...understood(folder, dialogues)];
  const after = folder.isDraft ? [] : enough(folder, dialogues);
  const whole = held.then((told) => [...before, ...told.flat(), ...after]);
  // It is thrown where it is waited for.
  whole.catch(() => undefined);
  return {
    count: dialogues.reduce((sum, { turns }) => sum + turns.length, 0),
    soFar: [...before, ...after],
    whole,
  };
}

/** Of a file that can be read. */
export function checkEnoughExamples(folder: Folder): readonly Finding[] {
  const file = `${folder.language}/${FILE}`;
  const { dialogues, findings } = readExamples(join(localesOf(folder.place), file), file);
  return findings.length > 0 ? [] : enough(folder, dialogues);
}

function enough(folder: Folder, dialogues: readonly Dialogue[]): readonly Finding[] {
  const said = dialogues.flatMap(({ turns }) => turns);
  return Object.keys(INTENT_SLOTS).flatMap((intent) => {
    const texts = new Set(said.flatMap((turn) => (turn.intent === intent && turn.said ? [turn.said] : [])));
    const message = `${intent} has ${texts.size} examples; ${FEWEST} different ones are needed`;
    return texts.size >= FEWEST ? [] : [{ file: `${folder.language}/${FILE}`, line: 1, message }];
  });
}

/** What opens a dialogue is heard without a question; later turns answer one, which only the program knows. */
function understood(folder: Folder, dialogues: readonly Dialogue[]): readonly Finding[] {
  const words = folder.file('words.json')?.value as Words | undefined;
  if (!words || folder.file('sentences.json') === undefined) return [];
  const hearing = hearingFor(folder.place);
  const goods = goodsFor(folder.language, localesOf(folder.place));
  return dialogues.flatMap(({ turns }) =>
    turns.slice(0, 1).flatMap((turn) => {
      if (turn.said === undefined || turn.intent === undefined) return [];
      const heard = hearing.hear(turn.said, { locale: folder.language, goods });
      return differences(turn, heard, words).map((message) => ({
        file: `${folder.language}/${FILE}`,
        line: turn.line,
        message: `"${turn.said}" ${message}`,
      }));
    }),
  );
}

function differences(turn: DialogueTurn, heard: HeardText, words: Words): readonly string[] {
  if (heard.intent !== turn.intent) return [`is heard as ${heard.intent}, not as ${turn.intent as IntentName}`];
  return Object.entries(turn.slots ?? {}).flatMap(([name, wanted]) => {
    const slot = heard.slots[name];
    if (!slot) return [`is heard without {${name}}`];
    return isMeant(slot, wanted, words) ? [] : [`is heard with {${name}} "${slot.said}", not "${wanted}"`];
  });
}

/** A slot is as written if its words, its number, its place in a list, its day or one of its ids is. */
export function isMeant(slot: Slot, wanted: string | number, words: Words): boolean {
  if (typeof wanted === 'number') return slot.number === wanted || slot.ordinal === wanted;
  const same = normalise(slot.said, words.apostrophe) === normalise(wanted, words.apostrophe);
  return same || slot.ids.includes(wanted) || slot.date === wanted;
}

async function answered(
  folder: Folder,
  dialogue: Dialogue,
  answer: AnswerRunner | undefined,
): Promise<readonly Finding[]> {
  if (!answer) return [];
  const problems = await answer(dialogue, folder.language);
  return problems.map(({ turn, message }) => ({
    file: `${folder.language}/${FILE}`,
    line: dialogue.turns[turn]?.line ?? dialogue.line,
    message: `${dialogue.name}: ${message}`,
  }));
}
