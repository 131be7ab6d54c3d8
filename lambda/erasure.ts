/** Erases and exports what is kept of a shopper or of an address, at the desk too. */

import type { Earshot } from './open';
import type { HandOff } from './services/hand-offs';
import type { Exported } from './services/privacy';
import type { ChannelName } from './turn';

type House = Pick<Earshot, 'store' | 'desk'>;
export type Whose = { readonly shopper: string } | { readonly channel: ChannelName; readonly address: string };

/** Everything kept of them, as JSON. */
export async function exportOf(whose: Whose, { store }: House): Promise<Exported> {
  return store.privacy.export(await conversationsOf(whose, { store }), shopperOf(whose));
}

/**
 * Idempotent: called again after a failure, it does the rest. The desk goes first, because its ids of a hand-off are
 * only known here. Throws when the desk cannot be reached, so that whoever asked asks again.
 */
export async function erase(whose: Whose, house: House): Promise<{ readonly conversations: number }> {
  const { store } = house;
  const ids = await conversationsOf(whose, house);
  for (const handOff of await store.handOffs.of(ids)) await forgetAtDesk(handOff, house);
  await store.privacy.erase(ids, shopperOf(whose));
  return { conversations: ids.length };
}

/** Whoever disables the skill wants nothing to stay: all that was ever held from that address goes. */
export async function eraseAddress(
  whose: { readonly channel: ChannelName; readonly address: string },
  house: House,
): Promise<void> {
  await erase(whose, house);
}

async function conversationsOf(whose: Whose, { store }: Pick<House, 'store'>): Promise<readonly string[]> {
  if ('shopper' in whose) return store.privacy.conversationsOf(whose.shopper);
  const { channel, address } = whose;
  return [...new Set([...(await store.contacts.trail(channel, address)), `${channel}:${address}`])];
}

function shopperOf(whose: Whose): string | null {
  return 'shopper' in whose ? whose.shopper : null;
}

async function forgetAtDesk(handOff: HandOff, { store, desk }: House): Promise<void> {
  const tried = await desk.forget(handOff, await store.handOffs.refOf(handOff.id));
  if (tried.kind === 'later') throw new Error(`the desk ${desk.name} could not forget a hand-off yet: ${tried.why}`);
}
