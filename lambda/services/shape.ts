/** What was stored is looked at before it is believed: an older program, or a damaged record, may have written it. */

import type * as z from 'zod/mini';

/** Whether a value read from JSON is what it was written as. What it holds besides is left as it is. */
export type Shape<T> = (value: unknown) => value is T;

export function shapeOf<T>(schema: z.ZodMiniType): Shape<T> {
  return (value): value is T => schema.safeParse(value).success;
}

/** null: it is something else, or no JSON at all. */
export function readAs<T>(json: string, isWhole: Shape<T>): T | null {
  const value = parsed(json);
  return isWhole(value) ? value : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
