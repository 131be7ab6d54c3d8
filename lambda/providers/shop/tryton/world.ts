/** What the parts of the provider share: the client, the house, the company that sells, and who was found a moment ago. */

import * as z from 'zod/mini';
import type { Shopper } from '../../../services/commerce/account';
import { type Call, ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { ShopHouse } from '../../../services/commerce/shop';
import type { Instant } from '../../../vocabulary/values';
import { keyOf, newPass } from '../kit/pass';
import type { Remembered } from '../kit/remember';
import type { TrytonClient } from './client';
import type { TrytonSettings } from './settings';
import type { Category, Tax } from './shelves';
import { CURRENCY } from './values';

export type TrytonWorld = {
  readonly client: TrytonClient;
  readonly settings: TrytonSettings;
  readonly people: Remembered<Admitted>;
  readonly company: AskedSeldom<Company>;
  readonly languages: AskedSeldom<ReadonlySet<string>>;
  readonly taxes: AskedSeldom<readonly Tax[]>;
  readonly categories: AskedSeldom<ReadonlyMap<number, Category>>;
} & Pick<ShopHouse, 'merchant' | 'sayGood' | 'calendar' | 'now'>;

type Admitted = { readonly shopper: Shopper; readonly until: Instant };

/** What hardly ever changes is asked for again after so long. Milliseconds. */
const KEPT_MS = 10 * 60_000;

/** Something that is asked for seldom, and by all who wait for it at once. */
export type AskedSeldom<T> = (call: Call) => Promise<Result<T>>;

export function kept<T>(now: () => Instant, read: AskedSeldom<T>): AskedSeldom<T> {
  let before: { readonly value: T; readonly until: Instant } | null = null;
  return async (call) => {
    if (before && now() < before.until) return ok(before.value, now());
    const asked = await read(call);
    if (asked.ok) before = { value: asked.value, until: now() + KEPT_MS };
    return asked;
  };
}

/** `timeZone`: its own calendar, on which all of its days are. `currency`: ISO 4217. */
export type Company = { readonly timeZone: string; readonly currency: string; readonly warehouses: readonly number[] };

const company = z.object({ id: z.int(), timezone: z.nullish(z.string()), 'currency.': z.object({ code: CURRENCY }) });
const place = z.object({ id: z.int() });

/** `usual`: the zone of a company that has set none. */
export function companyOf(client: TrytonClient, usual: string): (call: Call) => Promise<Result<Company>> {
  return async (call) => {
    const warehouse = [['type', '=', 'warehouse']];
    const own = (id: unknown) => [['id', '=', id]];
    const [found, places] = await Promise.all([
      // Whoever belongs to several sees them all: theirs is the one they work in.
      client.read(
        { model: 'company.company', shape: company, where: own, fields: ['timezone', 'currency.code'] },
        call,
      ),
      client.read({ model: 'stock.location', shape: place, where: warehouse, fields: ['id'] }, call),
    ]);
    if (!found.ok) return found;
    if (!places.ok) return places;
    const [firm] = found.value;
    if (!firm) return refused({ kind: 'unavailable' });
    const warehouses = places.value.map(({ id }) => id);
    return ok({ timeZone: firm.timezone ?? usual, currency: firm['currency.'].code, warehouses }, places.asOf);
  };
}

const spoken = z.object({ code: z.string() });

/** What texts are written in here besides the one all of them have. */
export function languagesOf(client: TrytonClient): (call: Call) => Promise<Result<ReadonlySet<string>>> {
  return async (call) => {
    const asked = await client.read(
      { model: 'ir.lang', shape: spoken, where: [['translatable', '=', true]], fields: ['code'] },
      call,
    );
    return asked.ok ? ok(new Set(asked.value.map(({ code }) => code)), asked.asOf) : asked;
  };
}

/** A credential by which this process knows somebody it has found, for `ms`; nobody else has ever seen it. */
export function passFor({ people, now }: TrytonWorld, shopper: Shopper, ms: number): string {
  const credential = newPass();
  people.set(keyOf(credential), { shopper, until: now() + ms });
  return credential;
}

/** Whose credential it is. Tryton itself gives shoppers none. */
export function holderOf({ people, now }: TrytonWorld, credential: string): Result<Shopper> {
  const found = people.get(keyOf(credential));
  return found && now() < found.until ? ok(found.shopper, now()) : refused({ kind: 'unauthorised' });
}

/** Who calls; the credential must be this shopper's own. */
export function caller(world: TrytonWorld, call: ShopperCall): Result<Shopper> {
  if (call.signal.aborted || world.now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
  const who = holderOf(world, call.credential);
  return who.ok && who.value.id !== call.shopperId ? refused({ kind: 'unauthorised' }) : who;
}
