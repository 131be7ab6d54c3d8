/** Telephone numbers of shoppers, wherever they stand in what is remembered. */

import type { ValueOf } from './values';

export type Phone = ValueOf<'phone'>;

/** As it can be dialled; empty: it is sealed, or its key is gone. */
export function openPhone(number: string): string {
  return /^\+?\d[\d ]*$/.test(number) ? number : '';
}

export function isOpenPhone({ number }: Phone): boolean {
  return openPhone(number) !== '';
}

/** It can be had, if not just now: sealed, while its key is away. */
export function isKeptPhone({ number }: Phone): boolean {
  return number !== '';
}

/** Every one of them, at whatever depth. */
export function phonesIn(kept: unknown): readonly string[] {
  const found: string[] = [];
  gather(kept, found);
  return found;
}

/** Into one list: a turn looks through all that is remembered a few times, and nearly always finds none. */
function gather(kept: unknown, found: string[]): void {
  if (typeof kept !== 'object' || kept === null) return;
  if (Array.isArray(kept)) for (const one of kept) gather(one, found);
  else if (isPhone(kept)) found.push(kept.number);
  else for (const key in kept) gather(kept[key as keyof typeof kept], found);
}

/** The same with each of them changed. */
export function withPhones<T>(kept: T, change: (number: string) => string): T {
  if (typeof kept !== 'object' || kept === null) return kept;
  if (Array.isArray(kept)) return kept.map((one) => withPhones(one, change)) as T;
  if (isPhone(kept)) return { ...kept, number: change(kept.number) };
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, withPhones(value, change)])) as T;
}

function isPhone(kept: object): kept is Phone {
  return 'type' in kept && kept.type === 'phone' && 'number' in kept && typeof kept.number === 'string';
}
