/** What the files of one run share, as a test file asks for it: made when the first one asks, ended with the run. */

/** Where jest's own process tells of it; absent outside of a run. */
const URL_OF_RUN = 'EARSHOT_TEST_RUN';

/** What there is: the port of a PostgreSQL, the address of a browser, the path of a bundled program, or of one as npm runs it. */
export type SharedThing = 'postgres' | 'browser' | 'bundle' | 'program';

export function tellTests(url: string): void {
  process.env[URL_OF_RUN] = url;
}

/** null outside of a run of jest. Throws what went wrong when it was made. */
export async function sharedByRun(thing: SharedThing, wish: object = {}): Promise<string | null> {
  const url = process.env[URL_OF_RUN];
  if (url === undefined) return null;
  // A test that waits for a program holds up its loop for longer than a connection is kept.
  const headers = { connection: 'close' };
  const response = await fetch(`${url}/${thing}`, { method: 'POST', headers, body: JSON.stringify(wish) });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
