/** What a turn writes, in order, and what decides whether it may: one description that every engine walks. */

import type { TurnRows } from '../engine';
import { parts, type Write } from '../rows';
import { mirrorsTogether } from '../tables/mirrors';
import type { TurnStatements } from './statements';

/** A new kind of row is added here, and in `TurnRows`. Conversations come first: other rows refer to them. */
export function writesOf(statements: TurnStatements, turns: readonly TurnRows[]): readonly Write[] {
  const begun = turns.filter(({ expected }) => expected === 0);
  const goingOn = turns.filter(({ expected }) => expected !== 0);
  return [
    ...parts(
      statements.newConversations,
      begun.map(({ conversation }) => conversation),
    ),
    ...parts(
      statements.conversations,
      goingOn.map(({ conversation }) => conversation),
    ),
    ...parts(
      statements.answers,
      turns.map(({ answer }) => answer),
    ),
    ...parts(
      statements.facts,
      turns.map(({ fact }) => fact),
    ),
    ...parts(
      statements.missedLines,
      turns.flatMap(({ missed }) => missed),
    ),
    ...parts(
      statements.newFiles,
      turns.flatMap(({ photo }) => photo),
    ),
    ...parts(
      statements.histories,
      turns.flatMap(({ history }) => history),
    ),
    ...parts(
      statements.outboxes,
      turns.flatMap(({ outbox }) => outbox),
    ),
    ...amendedOf(statements, turns),
    ...handOffsOf(statements, turns),
    ...parts(
      statements.newTokens,
      turns.flatMap(({ token }) => token),
    ),
    ...parts(statements.joinContacts, oneOfEach(turns.flatMap(({ join }) => join))),
    ...parts(
      statements.newTrails,
      turns.flatMap(({ trail }) => trail),
    ),
    ...mirrorsOf(statements, turns),
    ...parts(
      statements.tellAttempts,
      turns.flatMap(({ told }) => told),
    ),
  ];
}

function mirrorsOf(statements: TurnStatements, turns: readonly TurnRows[]): readonly Write[] {
  const rows = mirrorsTogether(turns.flatMap(({ mirror }) => mirror));
  const changed = rows.flatMap((row) => (row.changed_at > 0 ? [{ id: row.conversation_id }] : []));
  return [...parts(statements.voidMirrors, changed), ...parts(statements.newMirrors, rows)];
}

/** Words go before those of the same turn come. */
function amendedOf(statements: TurnStatements, turns: readonly TurnRows[]): readonly Write[] {
  const rows = <K extends keyof TurnRows['amended']>(kind: K) =>
    turns.flatMap(({ amended }): readonly TurnRows['amended'][K][number][] => amended[kind]);
  return [
    ...parts(statements.amendedLines, rows('history')),
    ...parts(statements.amendedPackets, rows('packet')),
    ...parts(statements.lostFiles, rows('photo')),
    ...parts(statements.lostWords, rows('word')),
  ];
}

/** Words refer to their hand-off. */
function handOffsOf(statements: TurnStatements, turns: readonly TurnRows[]): readonly Write[] {
  return [
    ...parts(
      statements.newPackets,
      turns.flatMap(({ packet }) => packet),
    ),
    ...parts(
      statements.handOffs,
      turns.flatMap(({ handOff }) => handOff),
    ),
    ...parts(
      statements.newWords,
      turns.flatMap(({ word }) => word),
    ),
  ];
}

/** The last word on each, in the order of their ids: one statement must not write a row twice, and two must not wait crosswise. */
function oneOfEach<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  if (rows.length < 2) return rows;
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What `versions` is asked for. */
export function idsOf(turns: readonly TurnRows[]): readonly { readonly id: string }[] {
  return turns.map(({ conversation }) => ({ id: conversation.id }));
}

/** What `answered` is asked for. */
export function deliveriesOf(turns: readonly TurnRows[]): readonly { readonly requestId: string }[] {
  return turns.map(({ answer }) => ({ requestId: answer.request_id }));
}

/** First come, first served: an earlier turn of the same batch counts as written. */
export function decide(
  turns: readonly TurnRows[],
  stored: readonly { readonly id: string; readonly version: number }[],
  answers: readonly { readonly channel: string; readonly requestId: string }[],
): boolean[] {
  const versions = new Map(stored.map(({ id, version }) => [id, version]));
  const answered = new Set(answers.map(({ channel, requestId }) => delivery(channel, requestId)));
  return turns.map(({ expected, conversation, answer }) => {
    const key = delivery(answer.channel, answer.request_id);
    if ((versions.get(conversation.id) ?? 0) !== expected || answered.has(key)) return false;
    versions.set(conversation.id, conversation.version);
    answered.add(key);
    return true;
  });
}

export function delivery(channel: string, requestId: string): string {
  return `${channel} ${requestId}`;
}
