/** Work that is dear, so many pieces at once: whoever came last is next, so that no crowd that came before holds anybody up. */

export type WaitingLine = {
  /** null: newer ones came, of this source or of all, until there was no place left to wait. */
  take<T>(source: string, work: () => Promise<T>): Promise<T | null>;
};

/** `perSource`: who waits; of one source no more than one piece less than `atOnce` is under way, where that leaves any. */
export type WaitingBounds = { readonly atOnce: number; readonly perSource: number; readonly inAll: number };

type Waiting = { readonly source: string; readonly begin: () => Promise<void>; readonly giveUp: () => void };

export function createWaitingLine({ atOnce, perSource, inAll }: WaitingBounds): WaitingLine {
  const mostOfOne = Math.max(1, atOnce - 1);
  const underWay: string[] = [];
  /** The oldest first. */
  const waiting: Waiting[] = [];
  const isFree = ({ source }: Waiting) => underWay.filter((one) => one === source).length < mostOfOne;

  function goOn(): void {
    while (underWay.length < atOnce) {
      const next = waiting.findLast(isFree);
      if (!next) return;
      waiting.splice(waiting.indexOf(next), 1);
      underWay.push(next.source);
      void next.begin().finally(() => {
        underWay.splice(underWay.indexOf(next.source), 1);
        goOn();
      });
    }
  }

  function makeRoom(): void {
    const { source: newest } = waiting.at(-1) ?? {};
    const own = waiting.filter(({ source }) => source === newest);
    const oldest = own.length > perSource ? own[0] : waiting.length > inAll ? waiting[0] : undefined;
    if (!oldest) return;
    waiting.splice(waiting.indexOf(oldest), 1);
    oldest.giveUp();
  }

  return {
    take: <T>(source: string, work: () => Promise<T>) =>
      new Promise<T | null>((resolve, reject) => {
        waiting.push({ source, begin: () => work().then(resolve, reject), giveUp: () => resolve(null) });
        goOn();
        makeRoom();
      }),
  };
}
