/** A word without the ending that number and gender change. */

/** "bags" and "bag", "mele" and "mela". Crude on purpose. */
export function stem(token: string): string {
  return /^(.{3,}?)(?:ies|es|s|i?[aeiouy])$/u.exec(token)?.[1] ?? token;
}
