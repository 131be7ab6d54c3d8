/** The public holidays on which nobody delivers, by country. */

import type { PlainDate } from '../../../vocabulary/values';

const DAY = 86_400_000;

/** First is 1; "last" counts from the end of the month. */
type Nth = { readonly month: number; readonly weekday: number; readonly nth: number | 'last' };
type Holidays = {
  /** Month and day. */
  readonly fixed: readonly string[];
  /** Days after Easter Sunday. */
  readonly easter: readonly number[];
  readonly weekdays?: readonly Nth[];
  readonly isOrthodox?: true;
};

const MONDAY = 1;
const THURSDAY = 4;

const HOLIDAYS: ReadonlyMap<string, Holidays> = new Map<string, Holidays>([
  ['AT', { fixed: days('01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26'), easter: [1, 39, 50, 60] }],
  ['BE', { fixed: days('01-01 05-01 07-21 08-15 11-01 11-11 12-25'), easter: [1, 39, 50] }],
  ['CZ', { fixed: days('01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26'), easter: [-2, 1] }],
  ['DE', { fixed: days('01-01 05-01 10-03 12-25 12-26'), easter: [-2, 1, 39, 50] }],
  ['ES', { fixed: days('01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25'), easter: [-2] }],
  ['FR', { fixed: days('01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25'), easter: [1, 39, 50] }],
  ['GB', { fixed: days('01-01 12-25 12-26'), easter: [-2, 1], weekdays: mondays([5, 1], [5, 'last'], [8, 'last']) }],
  [
    'GR',
    { fixed: days('01-01 01-06 03-25 05-01 08-15 10-28 12-25 12-26'), easter: [-48, -2, 1, 50], isOrthodox: true },
  ],
  [
    'IE',
    {
      fixed: days('01-01 03-17 12-25 12-26'),
      easter: [1],
      weekdays: mondays([5, 1], [6, 1], [8, 1], [10, 'last']),
    },
  ],
  ['IT', { fixed: days('01-01 01-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26'), easter: [1] }],
  ['NL', { fixed: days('01-01 04-27 12-25 12-26'), easter: [1, 39, 50] }],
  ['PL', { fixed: days('01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26'), easter: [1, 60] }],
  ['PT', { fixed: days('01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25'), easter: [-2, 60] }],
  [
    'US',
    {
      fixed: days('01-01 06-19 07-04 11-11 12-25'),
      easter: [],
      weekdays: [...mondays([1, 3], [2, 3], [5, 'last'], [9, 1], [10, 2]), { month: 11, weekday: THURSDAY, nth: 4 }],
    },
  ],
]);

function days(list: string): readonly string[] {
  return list.split(' ');
}

function mondays(...list: readonly (readonly [month: number, nth: Nth['nth']])[]): readonly Nth[] {
  return list.map(([month, nth]) => ({ month, weekday: MONDAY, nth }));
}

/** False for every day of a country that is not in the table. */
export function isHoliday(day: PlainDate, country: string): boolean {
  const holidays = HOLIDAYS.get(country);
  if (!holidays) return false;
  if (holidays.fixed.includes(day.slice(5)) || holidays.weekdays?.some((one) => isNth(day, one))) return true;
  if (holidays.easter.length === 0) return false;
  const year = Number(day.slice(0, 4));
  const sunday = holidays.isOrthodox ? orthodoxEaster(year) : easter(year);
  return holidays.easter.includes((Date.parse(day) - sunday) / DAY);
}

function isNth(day: PlainDate, { month, weekday, nth }: Nth): boolean {
  const date = new Date(day);
  if (date.getUTCMonth() + 1 !== month || date.getUTCDay() !== weekday) return false;
  if (nth !== 'last') return Math.ceil(date.getUTCDate() / 7) === nth;
  return new Date(date.getTime() + 7 * DAY).getUTCMonth() + 1 !== month;
}

/** By the Gregorian calendar: Gauss's rule as Meeus and Butcher wrote it down. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leaps = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - moon + 15) % 30;
  const rest = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * rest) / 451);
  const days = epact + rest - 7 * late + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

/** The Julian Easter; its calendar is thirteen days behind in this century. */
function orthodoxEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const rest = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const days = moon + rest + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1 + 13);
}
