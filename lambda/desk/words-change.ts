/** Whose words a line is, and whether they can still be changed or taken back: asked before it is offered, and again before it is done. */

import type { Earshot } from '../house/earshot';
import { type PlacedLine, tellsChange } from '../services/conversation/lines';
import type { HandOff } from '../services/hand-off/hand-offs';
import { isOfWords } from '../services/queue/items';
import type { Delivery } from '../services/queue/queues';
import type { Agent } from '../services/sign-in/agents';
import type { Store } from '../services/store';
import { DELIVERIES, LINES, lineIdOf } from './looked-back';

/** Whether what was sent there can be taken back. */
export type Unsends = (destination: string) => boolean;

export function unsendsOf({ channels }: Pick<Earshot, 'channels'>): Unsends {
  return (destination) => channels.some(({ name, change }) => name === destination && change !== undefined);
}

/** What is theirs of a conversation bears their id. */
export function isOwnLine(line: PlacedLine, { id }: Pick<Agent, 'id'>): boolean {
  const { by, show } = line;
  const isWritten = by === 'person' && !tellsChange(line) && show?.changed !== 'deleted';
  return isWritten && show?.ref?.startsWith(`${id}/`) === true;
}

/** It has left, or may have, by a channel that takes nothing back. */
export function stays(ref: string, deliveries: readonly Delivery[], unsends: Unsends): boolean {
  return deliveries.some(
    ({ id, state, destination }) =>
      isOfWords(id, ref) && (state === 'done' || state === 'unknown') && !unsends(destination),
  );
}

type Wished = { readonly handOff: HandOff; readonly line: string; readonly to: string | null };
type Asking = { readonly store: Store; readonly agent: Agent; readonly unsends: Unsends };
/** `done`: it is taken back already. */
type ToChange =
  | { readonly kind: 'theirs'; readonly of: string }
  | { readonly kind: 'done' | 'unknown' }
  | { readonly kind: 'refused'; readonly why: RefusedWords };

/** Somebody else's, taken back already, or sent out where it stays. */
export type RefusedWords = 'not-own' | 'taken-back' | 'sent-out';

export async function wordsToChange(
  { handOff, line: id, to }: Wished,
  { store, agent, unsends }: Asking,
): Promise<ToChange> {
  const { conversationId } = handOff;
  const lines = await store.conversations.since(conversationId, null, LINES);
  const line = lines.find((one) => lineIdOf(one) === id);
  const ref = line?.show?.ref;
  if (!line || ref === undefined) return { kind: 'unknown' };
  const isGone = line.by === 'person' && line.show?.changed === 'deleted' && ref.startsWith(`${agent.id}/`);
  if (isGone) return to === null ? { kind: 'done' } : { kind: 'refused', why: 'taken-back' };
  if (!isOwnLine(line, agent) || (to !== null && line.show?.attached)) return { kind: 'refused', why: 'not-own' };
  const sent = to === null ? await store.outbox.ofConversation(conversationId, DELIVERIES) : [];
  return stays(ref, sent, unsends) ? { kind: 'refused', why: 'sent-out' } : { kind: 'theirs', of: ref };
}
