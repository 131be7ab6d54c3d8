/** Work that is computed beside the loop that answers turns: whatever it is given, and however long it takes, nobody waits for it. */

/** `broke`: it ended whoever computed it, or took too long, and did so twice. `full`: so much waits already that it was not begun. */
export type Computed =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'broke'; readonly why: string }
  | { readonly kind: 'full' };

/** `work` is one that the house knows; a `job` and its result are plain data. Throws what the work itself throws. */
export type Beside = (work: string, job: object) => Promise<Computed>;
