/** A line of the history: what it holds, what it says, and whether anything was made of it. */

import type { Show } from '../../vocabulary/answer';
import type { SourceName } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';

/** One line of a conversation, already redacted. `said` of an Alexa shopper is intent and slots: it sends no words. */
export type HistoryLine = {
  readonly at: Instant;
  readonly by: 'shopper' | 'bot' | 'person';
  readonly channel: SourceName;
  readonly text: string;
  /** The person's name, where a person wrote it. */
  readonly name?: string;
  /** What a screen shows beside the text; redacted too. */
  readonly show?: Show;
  /** Where redaction changed it: as it came. Only ever kept sealed; absent once the key is gone. */
  readonly asWritten?: AsWritten;
};

export type AsWritten = { readonly kind: 'whole' | 'sealed'; readonly text: string };

/** Where a line stands in its conversation: the version that wrote it, then its place in that turn. */
export type LinePlace = { readonly version: number; readonly line: number };
export type PlacedLine = HistoryLine & LinePlace;

/** It only tells that what was written was changed: shown to people who look after it, and never as somebody's words. */
export function tellsChange({ show }: Pick<HistoryLine, 'show'>): boolean {
  return show?.of !== undefined;
}

/** What stands instead of words that were changed, or taken back. */
export const MARKS = { edited: 'changed-words', deleted: 'taken-back' } as const;

/** What was written under a file is part of its request. */
export function isOfRequest(ref: string | undefined, request: string): boolean {
  return ref === request || ref?.startsWith(`${request}/`) === true;
}

/** No words of anybody's: it tells of a change, or stands where something was. */
export function isMark({ text, show }: Pick<HistoryLine, 'text' | 'show'>): boolean {
  return show?.of !== undefined || (show?.changed === 'deleted' && text === MARKS.deleted);
}

/** Marks what the shopper said and nothing was made of, so that a person can see it. */
export const MISSED = '(not understood) ';

export function isMissed({ by, text }: HistoryLine): boolean {
  return by === 'shopper' && text.startsWith(MISSED);
}

/** What the line says, without the mark: as it was written, as long as that can be read. */
export function wordsOf(line: HistoryLine): string {
  const text = wholeOf(line);
  return isMissed(line) ? text.slice(MISSED.length) : text;
}

export function wholeOf({ text, asWritten }: HistoryLine): string {
  return asWritten?.kind === 'whole' ? asWritten.text : text;
}

/** A line's words, redacted, and beside them as they came where that is something else. */
export function lineWords(cleaned: string, whole: string): Pick<HistoryLine, 'text' | 'asWritten'> {
  return cleaned === whole ? { text: whole } : { text: cleaned, asWritten: { kind: 'whole', text: whole } };
}
