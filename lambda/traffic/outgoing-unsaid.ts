/** Delivers to the desk what a shopper took back or corrected: what was not sent yet is not sent any more, and what was goes there too, where it can. */

import type { Desk } from '../services/hand-off/desk';
import type { Delivery, Leased, Outbox, Tried } from '../services/queue/queues';
import { isOfShopper, MOST_DELIVERIES, type UnsaidBody, unsaidBodyIn, unsays } from '../services/queue/unsaid-items';
import type { Store } from '../services/store';

type Needs = { readonly store: Pick<Store, 'outbox' | 'handOffs'>; readonly desk: Desk };

/** null: what was stored of it cannot be read. */
export async function unsay(item: Leased, needs: Needs): Promise<Tried | null> {
  const body = unsaidBodyIn(item.body);
  if (!body) return null;
  const { handOffs, outbox } = needs.store;
  const handOff = await handOffs.get(body.handOff);
  if (!handOff) return { kind: 'dead', why: 'its hand-off is gone' };
  const all = await outbox.ofConversation(item.conversationId, MOST_DELIVERIES);
  const own = all.filter(({ id }) => isOfShopper(id, body.of) || unsays(id, body.of));
  const place = own.findIndex(({ id }) => id === item.id);
  // The one that came after it says all there is to say.
  if (own.slice(0, Math.max(place, 0)).some(({ id }) => unsays(id, body.of))) return { kind: 'overtaken' };
  const there = own.filter(({ id, state }) => id !== item.id && MAY_BE_THERE.has(state)).map(({ id }) => id);
  const ref = await handOffs.refOf(handOff.id);
  const tried = there.length > 0 ? await needs.desk.unsay?.({ ids: there, ref, since: handOff.createdAt }) : undefined;
  if (tried && tried.kind !== 'done') return tried;
  return tellOf(body, { id: item.id, ref, wasThere: there.length > 0 }, needs.desk);
}

const MAY_BE_THERE: ReadonlySet<Delivery['state']> = new Set<Delivery['state']>(['done', 'unknown']);

type Found = { readonly id: string; readonly ref: string | null; readonly wasThere: boolean };

/** Of what nobody there has seen only the words it has now. */
async function tellOf(
  { handOff: handOffId, at, told, words }: UnsaidBody,
  { id, ref, wasThere }: Found,
  desk: Desk,
): Promise<Tried> {
  const text = wasThere ? told : words;
  return text === null ? { kind: 'done' } : desk.tell({ id, handOffId, ref, text, at });
}

/** Whether this message is changed or taken back by now: then it is not sent as it was. */
export async function isUnsaid(
  { id, conversationId }: Pick<Leased, 'id' | 'conversationId'>,
  outbox: Pick<Outbox, 'ofConversation'>,
): Promise<boolean> {
  const all = await outbox.ofConversation(conversationId, MOST_DELIVERIES);
  return all.some(({ id: other }) => {
    const [, of] = /^unsaid:(.*)#/s.exec(other) ?? [];
    return of !== undefined && isOfShopper(id, of);
  });
}
