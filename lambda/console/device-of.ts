/** Which device a page speaks to, and whose it is: somebody of the demo, or whoever has linked it. */

import { callWithin } from '../services/commerce/call';
import { addressOf, type SimulatedDevice } from './envelope';
import type { ConsoleHouse } from './house';
import type { ConsoleLinks } from './linking';
import type { SayRequest } from './protocol';

type Who = Pick<SayRequest, 'speaker' | 'locale' | 'shopper'> & Partial<Pick<SayRequest, 'device'>>;

/** null: a language nobody speaks, or a shopper nobody knows. */
export type DeviceOf = (who: Who) => Promise<SimulatedDevice | null>;

const WITHIN_MS = 2_000;

export function createDevices(house: ConsoleHouse, links: ConsoleLinks | null): DeviceOf {
  const { earshot } = house;
  return async ({ speaker, device: kind = 'speaker', locale, shopper }) => {
    if (!earshot.voice.tries(locale)) return null;
    const found = earshot.demo?.shoppers().find(({ name }) => name === shopper);
    if (shopper !== null && !found) return null;
    const device = { name: speaker, kind, locale, address: addressOf(speaker, found ?? null) };
    if (found) return { ...device, token: found.token, shopper: { id: found.id, credential: found.token } };
    const token = (await links?.tokenOf(speaker)) ?? null;
    return { ...device, token, shopper: token === null ? null : await whoLinked({ ...device, token }, house) };
  };
}

type Linked = Pick<SimulatedDevice, 'address' | 'locale'> & { readonly token: string };

async function whoLinked({ token, address, locale }: Linked, house: ConsoleHouse): Promise<SimulatedDevice['shopper']> {
  const { app, shop } = house.earshot;
  const call = callWithin(WITHIN_MS, { locale, now: house.now });
  const { deadline, traceId: id } = call;
  const whose = await app.conversationOf({ id, channel: 'alexa', address, locale, credential: token, deadline });
  if (whose.shopperId === undefined) return null;
  const known = await shop.signIn?.again(whose.shopperId, call);
  return known?.ok && known.value ? { id: whose.shopperId, credential: known.value.credential } : null;
}
