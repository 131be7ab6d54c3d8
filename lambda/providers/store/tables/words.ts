/** The words by which a hand-off is found: what shopper and people said, what it is about, and its numbers. */

import type { Kysely } from 'kysely';
import type { Commit } from '../../../services/conversation/conversation';
import { type HistoryLine, isMark } from '../../../services/conversation/lines';
import { foldedWords } from '../../../services/privacy/fold';
import { bulk } from '../query';
import type { Tables } from '../schema';

type Row = Tables['hand_off_word'];

/** Longer ones are found by their beginning. */
const LONGEST = 24;
/** A letter alone finds nothing that is looked for. */
const SHORTEST = 2;
/** A reference is heard in fours. */
const HEARD = 4;

/** None of a turn that is about no hand-off. What the bot says is the same everywhere. */
export function wordsOfTurn({ handOff, packet, history, amended }: Commit): readonly Row[] {
  if (!handOff) return [];
  const { reference, topic, agent } = handOff;
  const about = packet ? [...packet.summary, packet.shopper.name ?? '', ...packet.orders] : [];
  const orders = packet?.about.flatMap(({ number, lines }) => [number, ...lines.map(({ title }) => title)]) ?? [];
  return rowsOf(handOff.id, [
    ...[reference, reference.slice(0, HEARD), reference.slice(HEARD), topic ?? '', agent?.name ?? ''],
    ...about,
    ...orders,
    ...[...(packet?.transcript ?? []), ...history, ...(amended?.lines ?? [])]
      .filter(isSomebodys)
      .map(({ text }) => text),
  ]);
}

function isSomebodys(line: HistoryLine): boolean {
  return line.by !== 'bot' && !isMark(line);
}

export function rowsOf(handOffId: string, texts: readonly string[]): readonly Row[] {
  const words = new Set(texts.flatMap(foldedWords).filter((word) => word.length >= SHORTEST));
  return [...new Set([...words].map(keyOf))].sort().map((word) => ({ word, hand_off_id: handOffId }));
}

/** Digits and a to f: no database's own order of letters is asked. */
export function keyOf(word: string): string {
  return Buffer.from([...word].slice(0, LONGEST).join('')).toString('hex');
}

export function newWords(db: Kysely<Tables>) {
  return bulk(['word', 'hand_off_id'], (rows: readonly Row[]) =>
    db
      .insertInto('hand_off_word')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['word', 'hand_off_id']).doNothing()),
  );
}

/** What nothing of a hand-off says any more. */
export function lostWords(db: Kysely<Tables>) {
  return bulk(['word', 'hand_off_id'], (rows: readonly Row[]) =>
    db
      .deleteFrom('hand_off_word')
      .where((eb) =>
        eb.or(rows.map((row) => eb.and([eb('word', '=', row.word), eb('hand_off_id', '=', row.hand_off_id)]))),
      )
      .returning('word'),
  );
}
