/** What is made when it is first asked for, and then kept. */

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What is made of one thing, once for each: while that is there, so is it. */
export function onceFor<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

/** A table of which each part is made when it is first asked for. */
export type MadeEach<T> = { get(key: string): T | undefined };

/** `make`: undefined for what is not in the table. */
export function onceEach<T>(make: (key: string) => T | undefined): MadeEach<T> {
  const made = new Map<string, T | undefined>();
  return {
    get(key) {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key);
    },
  };
}
