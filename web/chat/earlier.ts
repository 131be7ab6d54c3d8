/** Fetches what was said before the lines a page has. */

import { headersOf, type Who } from './api';
import type { Line } from './types';

export type Earlier = { readonly lines: readonly Line[]; readonly hasEarlier: boolean };

/** null: it cannot be had just now. */
export async function earlierThan(first: string, who: Who): Promise<Earlier | null> {
  try {
    const response = await fetch(`/chat/earlier?before=${encodeURIComponent(first)}`, { headers: headersOf(who) });
    return response.ok ? ((await response.json()) as Earlier) : null;
  } catch {
    return null;
  }
}

/** A conversation that is shown from its first line has nothing before it. */
export function mayHaveEarlier(lines: readonly Line[]): boolean {
  const [first] = lines;
  return first !== undefined && first.id !== '1.0';
}
