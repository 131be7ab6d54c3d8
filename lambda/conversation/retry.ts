/** Once more, where another turn of the same conversation was faster. */

/** What came of one try: it is done, or was overtaken, and this is what it learnt. */
export type Try<T, S> = { readonly done: T } | { readonly overtaken: S };

type Tries<S> = {
  /** What is known before the first. */
  readonly first: S;
  /** More conflicts than this are a fault of ours. */
  readonly most: number;
};

/** Of what nobody said: a turn of the shopper was faster. */
const MOST_UNASKED = 20;

/** The same where nothing is learnt from being overtaken. */
export function untilKept<T>(once: () => Promise<Try<T, null>>): Promise<T> {
  return retry({ first: null, most: MOST_UNASKED }, once);
}

export async function retry<T, S>({ first, most }: Tries<S>, once: (sofar: S) => Promise<Try<T, S>>): Promise<T> {
  let sofar = first;
  for (let tries = 0; tries < most; tries += 1) {
    const tried = await once(sofar);
    if ('done' in tried) return tried.done;
    sofar = tried.overtaken;
  }
  throw new Error('the conversation kept changing under what came in');
}
