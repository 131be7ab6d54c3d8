/** Sentences of an intent while they are typed, one a line. */

import type { HeardSentence } from '../../lambda/console/localiser-protocol';

/** One way to say it a line; empty lines are none. */
export function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What two people changed of the same sentences: all that either added, and nothing that either took out. */
export function merged(mine: readonly string[], theirs: readonly string[], before: readonly string[]): string {
  const kept = theirs.filter((one) => mine.includes(one) || !before.includes(one));
  const added = mine.filter((one) => !before.includes(one) && !theirs.includes(one));
  return [...kept, ...added].join('\n');
}

/** Each line that one has and the other has not. */
export function differences(theirs: readonly string[], before: readonly string[]): string {
  const added = theirs.filter((one) => !before.includes(one)).map((one) => `+ ${one}`);
  const gone = before.filter((one) => !theirs.includes(one)).map((one) => `− ${one}`);
  const told = [...added, ...gone];
  return told.length > 0 ? told.join('\n') : 'the same sentences in another order';
}

/** How many are heard as they should be, or that none was listened to, and why. */
export function heardAs(told: readonly HeardSentence[], intent: string): string {
  const [lost, all] = [told.filter(({ wrong }) => wrong.length > 0).length, told.length];
  if (told.some(({ heard }) => heard.length > 0)) return `${all - lost} of ${all} are heard as ${intent}.`;
  if (intent.includes('.'))
    return `${all - lost} of ${all} are written as they must be. They are heard only while that is asked.`;
  if (lost > 0) return `${lost} of ${all} must be mended before any is heard.`;
  return all === 0 ? 'No sentence is there yet.' : 'None was heard: a sentence of another intent must be mended first.';
}
