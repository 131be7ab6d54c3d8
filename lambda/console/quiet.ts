/** Does a piece of work once it has been quiet for a while, however often it is asked for meanwhile. */

export type Quiet = {
  soon(): void;
  /** Resolves when it has been done, or will not be any more. */
  done(): Promise<void>;
  close(): void;
};

export function whenQuiet(ms: number, work: () => void): Quiet {
  let timer: NodeJS.Timeout | undefined;
  let waiting: readonly (() => void)[] = [];
  function answer(): void {
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve();
  }
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work();
      answer();
    }, ms);
  }
  return {
    soon,
    done: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        soon();
      }),
    close() {
      clearTimeout(timer);
      answer();
    },
  };
}
