/** What a provider keeps in mind: the newest so many of something. */

export type Remembered<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
};

export function remember<V>(most: number): Remembered<V> {
  const all = new Map<string, V>();
  return {
    get: (key) => all.get(key),
    set(key, value) {
      all.delete(key);
      all.set(key, value);
      for (const oldest of all.keys()) if (all.size > most) all.delete(oldest);
    },
  };
}
