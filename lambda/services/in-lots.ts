/** Much of something, a little at a time. */

/** So many at once, until none is left: turns get their moment in between. Answers how many went. */
export async function inLots(size: number, lot: () => Promise<readonly unknown[]>): Promise<number> {
  for (let went = 0; ; ) {
    const gone = (await lot()).length;
    went += gone;
    if (gone < size) return went;
  }
}
