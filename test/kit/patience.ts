/** Where the program has an end for a wait, and no test is about it: so long that the busiest machine is done before. */

/** Milliseconds. */
export const AS_LONG_AS_IT_TAKES = 600_000;

/** Milliseconds until a page that does not become what a test waits for is said to be broken. */
export const PAGES_MAY_TAKE = 60_000;
