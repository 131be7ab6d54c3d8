/** From lines of a conversation to events of a stream, and from an event's id back to a place. */

import { eventText } from '../../http/sse';
import type { LinePlace } from '../../services/conversation/lines';
import type { Show } from '../../vocabulary/answer';
import type { WebHolder, WebLine } from './options';

/** Whose page it is: only what was written there can be changed there. */
type Reader = { readonly address: string; readonly firstName?: string };

/** Stands in kept lines where the shopper was named. */
const NAMELESS = '[name]';

/**
 * A change is told as the lines it changes, and the last of them stands in its stead in the order of events: who is cut off
 * before that one comes back from an earlier place, and is told all of them again.
 */
export function eventOf(one: WebLine, reader: Reader): string {
  const told = one.changes ?? [one];
  const idAt = (place: number) => idOf(place === told.length - 1 ? one : (told[place] ?? one));
  return told.map((line, place) => eventText('line', dataOf(line, reader), idAt(place))).join('');
}

/** A line as the page reads it. */
export function dataOf(one: WebLine, { firstName = NAMELESS, address }: Reader) {
  const { at, by, channel, text, name, show } = one;
  const from = { at, by, channel, ...(name ? { name } : {}) };
  // Only the shopper's own page knows who they are.
  const own = text.replaceAll(NAMELESS, firstName);
  const isTheirs = by === 'shopper' && channel === 'web' && show?.ref?.startsWith(`${address}/`) === true;
  return {
    id: idOf(one),
    ...from,
    text: own,
    ...(show ? { show: forPage(show) } : {}),
    ...(isTheirs ? { own: true } : {}),
  };
}

function idOf({ version, line }: LinePlace): string {
  return `${version}.${line}`;
}

export function holderEvent(holder: WebHolder): string {
  return eventText('holder', holder);
}

/** The page knows its message by the id it gave it; the rest of the request's id is another page's business. */
function forPage({ ref, reads, ...show }: Show): Show {
  return ref === undefined ? show : { ...show, ref: ref.slice(ref.lastIndexOf('/') + 1) };
}

/** null: no place, the stream begins with the last lines. */
export function placeOf(id: unknown): LinePlace | null {
  const [, version, line] = (typeof id === 'string' && /^(\d{1,12})\.(\d{1,6})$/.exec(id)) || [];
  return version === undefined ? null : { version: Number(version), line: Number(line) };
}
