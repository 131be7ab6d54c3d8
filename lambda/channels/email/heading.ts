/** The first line of every letter: by it what is ours is known again where an answer quotes it. */

export function headingOf(shop: string, reference: string | null): string {
  return `— ${titleOf(shop, reference)} —`;
}

export function titleOf(shop: string, reference: string | null): string {
  return reference === null ? shop : `${shop} · #${reference}`;
}

/** Of whatever reference. */
export function isHeading(line: string, shop: string): boolean {
  const inner = /^— (.+) —$/.exec(line.trim())?.[1];
  return inner === shop || (inner?.startsWith(titleOf(shop, '')) ?? false);
}
