/** What is made when it is first asked for, and then kept. */

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
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
