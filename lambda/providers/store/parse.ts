/** What was stored is parsed, never believed: by an earlier program, a later one, or a hand in the database. */

/** Throws where this program does not know the value; `what` says of which column. */
export function oneOf<T extends string>(known: readonly T[], value: string, what: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`the store holds a ${what} that this program does not know: ${value}`);
  return found;
}

/** null: no JSON, or not that of a record. */
export function recordIn(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
