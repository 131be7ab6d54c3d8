/** Parcels that move by the demo shop's own clock: what was ordered here is packed, sent, brought and there. */

import * as z from 'zod/mini';
import { type Call, ok } from '../../../services/commerce/call';
import type { Parcel, Stage } from '../../../services/commerce/orders';
import type { ChangesPage, OrderChange, OrderChanges } from '../../../services/news/changes';
import { readAs, shapeOf } from '../../../services/shape';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import { instantIn } from './calendar';
import { ratesTo } from './delivery-prices';
import { orderOfShopper } from './history';
import { linesOf } from './order-log';
import { personOf } from './people/cast';
import type { DemoPerson } from './people/person';
import type { OrderRow } from './schema';
import { answer, type World } from './world';
import { written } from './written';

const MINUTE = 60_000;
/** After it was placed; then the hours of the day it is expected, minutes after midnight where it goes. */
const PACKED = 30 * MINUTE;
const SENT = 120 * MINUTE;
const OUT = 8 * 60;
const THERE = 14 * 60;
/** Whoever looked in from time to time has seen all of them by then. */
const LOOKED_BACK = 30 * 24 * 60 * MINUTE;

const VOICE = written((q, { since }: { readonly since: number }) =>
  q.selectFrom('orders').selectAll().where('source', '=', 'voice').where('placed_at', '>', since).orderBy('number'),
);
const MOVED = written(
  (q, { id, stage, parcels }: { readonly id: string; readonly stage: string; readonly parcels: string }) =>
    q.updateTable('orders').set({ stage, parcels }).where('id', '=', id),
);

type Step = { readonly stage: Stage; readonly at: Instant };

const isMoment = shapeOf<number>(z.number());

/** Nothing moves but while somebody asks: the cursor is the moment on the shop's calendar up to which all was told. */
export function makeChanges(world: World): OrderChanges {
  return { since: (cursor, call: Call) => answer(world, call, () => ok(told(world, cursor), world.realNow())) };
}

function told(world: World, cursor: string | null): ChangesPage {
  const now = world.clock();
  const from = (cursor === null ? null : readAs(cursor, isMoment)) ?? now;
  const changes = world.db.all(VOICE({ since: now - LOOKED_BACK })).flatMap((row) => moved(world, row, { from, now }));
  // A calendar that was set back tells again what happens again: each of it is known by its key.
  return { changes, cursor: String(Math.round(now)), goesOn: false };
}

type Span = { readonly from: Instant; readonly now: Instant };

function moved(world: World, row: OrderRow, { from, now }: Span): readonly OrderChange[] {
  const person = personOf(row.shopper);
  const due = person ? stepsOf(row, person).filter(({ at }) => at <= now) : [];
  const last = due.at(-1);
  const news = due.filter(({ at }) => at > from);
  // Most of them are where they were at the last look: only of the others more is read.
  if (!person || !last || (news.length === 0 && last.stage === row.stage) || isOff(world, row, person)) return [];
  if (last.stage !== row.stage) {
    world.db.run(MOVED({ id: row.id, stage: last.stage, parcels: JSON.stringify(parcelsAt(last.stage, row, person)) }));
  }
  return news.map(({ stage }) => ({ key: `${row.id} ${stage}`, orderId: row.id, shopperId: row.shopper }));
}

/** Called off, or something was done about it: it stays as it is. */
function isOff(world: World, row: OrderRow, person: DemoPerson): boolean {
  return orderOfShopper(world, row.id, { person, locale: 'en-GB' })?.stage !== row.stage;
}

/** Each at least a minute behind the one before it, however soon it is expected. */
function stepsOf({ placed_at: placed, expected }: OrderRow, { addresses }: DemoPerson): readonly Step[] {
  const { timeZone } = addresses[0];
  const onDay = (minute: number) => (expected ? instantIn(timeZone, expected as PlainDate, minute) : 0);
  const planned: readonly Step[] = [
    { stage: 'preparing', at: placed + PACKED },
    { stage: 'shipped', at: placed + SENT },
    { stage: 'out-for-delivery', at: onDay(OUT) },
    { stage: 'delivered', at: onDay(THERE) },
  ];
  let before = 0;
  return planned.map(({ stage, at }) => {
    before = Math.max(at, before + MINUTE);
    return { stage, at: before };
  });
}

/** One for all of it, once it is packed. */
function parcelsAt(stage: Stage, row: OrderRow, { addresses }: DemoPerson): readonly Parcel[] {
  if (stage === 'preparing') return [];
  const { id, expected } = row;
  const productIds = linesOf(row).map(([productId]) => productId);
  const carrier = ratesTo(addresses[0].country).find(({ speed }) => speed === 'standard')?.carrier;
  const day = expected as PlainDate | null;
  const when = day === null ? {} : stage === 'delivered' ? { deliveredOn: day } : { promised: day, expected: day };
  return [{ id: `${id}-1`, productIds, stage, ...(carrier ? { carrier } : {}), ...when }];
}
