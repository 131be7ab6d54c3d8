/** Work that is dear, one piece after the other, with so few waiting that nobody can fill the line for everybody. */

export type Turns = {
  /** null: too many wait already, of this source or in all. Sources take turns. */
  take<T>(source: string, work: () => Promise<T>): Promise<T | null>;
};

export type TurnBounds = { readonly perSource: number; readonly inAll: number };

export function createTurns({ perSource, inAll }: TurnBounds): Turns {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let isBusy = false;

  async function goOn(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let next = pick(); next; next = pick()) await next();
    isBusy = false;
  }

  /** Whoever had a turn stands behind all other sources. */
  function pick(): (() => Promise<void>) | undefined {
    const [first] = waiting;
    if (!first) return undefined;
    const [source, [next, ...rest]] = first;
    waiting.delete(source);
    if (rest.length > 0) waiting.set(source, rest);
    return next;
  }

  return {
    take(source, work) {
      const own = waiting.get(source) ?? [];
      const all = [...waiting.values()].reduce((count, { length }) => count + length, 0);
      if (own.length >= perSource || all >= inAll) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        waiting.set(source, [...own, () => work().then(resolve, reject)]);
        void goOn();
      });
    },
  };
}
