/** A text as a pattern that finds it and nothing else. */

/** For any place of a regular expression but within brackets. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
