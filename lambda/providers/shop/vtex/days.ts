/** Days as VTEX counts them: "2bd" are business days from the approval of the payment, without the store's holidays. */

import * as z from 'zod/mini';
import type { Call } from '../../../services/commerce/call';
import { dayAfter, dayIn } from '../../../vocabulary/calendar';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import type { VtexWorld } from './world';

const FRESH_MS = 12 * 3_600_000;
const AGAIN_MS = 60_000;

const holidays = z.array(z.object({ startDate: z.string() }));
const HOLIDAYS = { path: '/api/logistics/pvt/configuration/holidays', shape: holidays };

/** Where they cannot be read, as the check of the shop says, only Saturdays and Sundays are none. */
export async function holidaysOf(world: VtexWorld, call: Call): Promise<ReadonlySet<PlainDate>> {
  const before = world.holidays.get('all');
  if (before && world.now() < before.asOf) return before.value;
  const asked = await world.ask(HOLIDAYS, call);
  const value = asked.ok ? new Set(asked.value.flatMap(({ startDate }) => dayWritten(startDate))) : before?.value;
  const until = world.now() + (asked.ok ? FRESH_MS : AGAIN_MS);
  world.holidays.set('all', { ok: true, value: value ?? new Set(), asOf: until, source: 'live' });
  return value ?? new Set();
}

function dayWritten(text: string): readonly PlainDate[] {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  return day === undefined ? [] : [day as PlainDate];
}

export type VtexFrom = { readonly at: Instant; readonly zone: string; readonly off: ReadonlySet<PlainDate> };

/** The day an estimate comes to; null: it is none we understand. */
export function dayBy(estimate: string | null | undefined, { at, zone, off }: VtexFrom): PlainDate | null {
  const [, digits, unit] = /^(\d{1,4})(bd|d|h|m)$/.exec(estimate ?? '') ?? [];
  if (digits === undefined) return null;
  const count = Number(digits);
  if (unit === 'h') return dayIn(zone, at + count * 3_600_000);
  if (unit === 'm') return dayIn(zone, at + count * 60_000);
  const today = dayIn(zone, at);
  return unit === 'd' ? dayAfter(today, count) : businessDaysAfter(today, count, off);
}

export function businessDaysAfter(day: PlainDate, count: number, off: ReadonlySet<PlainDate>): PlainDate {
  let [at, left] = [day, count];
  while (left > 0) {
    at = dayAfter(at, 1);
    if (!isWeekend(at) && !off.has(at)) left -= 1;
  }
  return at;
}

function isWeekend(day: PlainDate): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
}

/** VTEX writes seven decimals, and the year one for never; null: it is no instant. */
export function instantWritten(text: string | null | undefined): Instant | null {
  const at = Date.parse((text ?? '').replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(at) || at < Date.UTC(2000, 0, 1) ? null : at;
}
