/** What is asked for twice at once is done once. */
export function makeOnce<T>() {
  const going = new Map<string, Promise<T>>();
  return (key: string, work: () => Promise<T>): Promise<T> => {
    const now = going.get(key) ?? work().finally(() => going.delete(key));
    going.set(key, now);
    return now;
  };
}
