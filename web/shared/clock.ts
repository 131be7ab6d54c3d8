/** What time it is in the house: told with its answers, moved on by a stopwatch. The browser's own clock may be anything. */

let told = 0;
let at = 0;

/** Every answer of the house says it. */
export function hearNow({ headers }: Response): void {
  const now = Number(headers.get('X-Earshot-Now'));
  if (!(now > 0)) return;
  told = now;
  at = performance.now();
}

/** Milliseconds. */
export function houseNow(): number {
  return told + (performance.now() - at);
}
