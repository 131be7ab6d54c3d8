/** The shop's calendar as its people read it: days and hours in the shop's own time zone. */

/** "2026-12-24T18:00": what a field of a browser shows for this instant, milliseconds. */
export function localTime(at: number, timeZone: string): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { ...options, hourCycle: 'h23', timeZone }).format(at).replace(' ', 'T');
}

/** The instant, milliseconds; NaN: no such text. An hour that summer time skips is the one after it. */
export function instantOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return asUtc;
  const ahead = (at: number) => Date.parse(`${localTime(at, timeZone)}Z`) - Math.floor(at / MINUTE) * MINUTE;
  // Near a change of the clocks the first guess has the offset of the wrong side.
  return asUtc - ahead(asUtc - ahead(asUtc));
}

/** The same time of day so many days later. */
export function daysOn(at: number, days: number, timeZone: string): number {
  const then = Date.parse(`${localTime(at, timeZone)}Z`) + days * 24 * 60 * MINUTE;
  return instantOf(new Date(then).toISOString().slice(0, 16), timeZone);
}

const MINUTE = 60_000;
