/** Erases and exports what is kept of a shopper or of an address, at the desk too. */

import { CHANNELS, type ChannelName } from '../../vocabulary/heard';
import type { Desk } from '../hand-off/desk';
import type { HandOff } from '../hand-off/hand-offs';
import type { Store } from '../store';
import type { Exported } from './privacy';

type House = { readonly store: Store; readonly desk: Pick<Desk, 'name' | 'forget'> };
export type DataSubject = { readonly shopper: string } | { readonly channel: ChannelName; readonly address: string };

/** As `shopper:ID` or `channel:address`, and back. */
export function ownerOf(whose: DataSubject): string {
  return 'shopper' in whose ? `shopper:${whose.shopper}` : `${whose.channel}:${whose.address}`;
}

/** null: nobody is called so. */
export function subjectOf(owner: string): DataSubject | null {
  const at = owner.indexOf(':');
  const [kind, id] = [owner.slice(0, at), owner.slice(at + 1)];
  if (kind === 'shopper') return { shopper: id };
  const channel = CHANNELS.find((name) => name === kind);
  return channel ? { channel, address: id } : null;
}

/** Everything kept of them, as JSON. */
export async function exportOf(whose: DataSubject, { store }: Pick<House, 'store'>): Promise<Exported> {
  return store.privacy.export(await conversationsOf(whose, store), shopperOf(whose));
}

/** The rows of it, to be counted. */
export async function keptOf(whose: DataSubject, { store }: Pick<House, 'store'>): Promise<Exported> {
  return store.privacy.asKept(await conversationsOf(whose, store), shopperOf(whose));
}

/**
 * Idempotent: called again after a failure, it does the rest. The desk goes first, because its ids of a hand-off are
 * only known here. Throws while the desk has not forgotten all of it, so that whoever asked asks again.
 */
export async function erase(whose: DataSubject, house: House): Promise<{ readonly conversations: number }> {
  const { store } = house;
  const ids = await conversationsOf(whose, store);
  const forgotten = new Set<string>();
  const rest = async () => (await store.handOffs.of(ids)).filter(({ id }) => !forgotten.has(id));
  // What is handed over while the desk is asked is asked for, too.
  for (let left = await rest(); left.length > 0; left = await rest()) {
    for (const handOff of left) await forgetAtDesk(handOff, house);
    for (const { id } of left) forgotten.add(id);
  }
  await store.privacy.erase(ids, shopperOf(whose));
  if ('channel' in whose && whose.channel === 'alexa') await store.links.revokeAt(whose.address);
  return { conversations: ids.length };
}

/**
 * Whoever disables the skill wants nothing to stay: all that was ever held from that Alexa account goes. The account
 * hears for its whole household, so that the conversations of the others who spoke through it go as well; what one of
 * them holds elsewhere only, with an account of their own, is theirs and stays. Its link with a shopper ends, too.
 */
export async function eraseAccount(userId: string, house: House): Promise<void> {
  await erase({ channel: 'alexa', address: userId }, house);
}

function conversationsOf(whose: DataSubject, { privacy }: Store): Promise<readonly string[]> {
  return 'shopper' in whose
    ? privacy.conversationsOf(whose.shopper)
    : privacy.conversationsAt(whose.channel, whose.address);
}

function shopperOf(whose: DataSubject): string | null {
  return 'shopper' in whose ? whose.shopper : null;
}

async function forgetAtDesk(handOff: HandOff, { store, desk }: House): Promise<void> {
  const tried = await desk.forget(handOff, await store.handOffs.refOf(handOff.id));
  if (tried.kind === 'done') return;
  const why = 'why' in tried ? `: ${tried.why}` : '';
  throw new Error(`the desk ${desk.name} has not forgotten a hand-off yet${why}`);
}
