/** Where the program has an end for a wait, and no test is about it: so long that the busiest machine is done before. */

/** Milliseconds. */
export const AS_LONG_AS_IT_TAKES = 600_000;
