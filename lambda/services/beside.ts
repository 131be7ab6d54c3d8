/** Work that is computed beside the loop that answers turns: whatever it is given, and however long it takes, nobody waits for it. */

/**
 * `broke`: it ended whoever computed it, or took too long, and did so twice. `nobody`: this machine lets nobody begin who
 * would compute it. `full`: so much waits already, or the program ends: it was not done, and may come again.
 */
export type Computed =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'broke' | 'nobody'; readonly why: string }
  | { readonly kind: 'full' };

/** `work` is one that the house knows; a `job` and its result are plain data. Throws what the work itself throws. */
export type Beside = (work: string, job: object) => Promise<Computed>;
