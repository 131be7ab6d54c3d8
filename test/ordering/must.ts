/** `expect` builds an error even where all is well: for what is checked a million times. */

export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

export function mustEqual(received: unknown, expected: unknown): void {
  if (!same(received, expected)) expect(received).toEqual(expected);
}

/** As JSON. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
