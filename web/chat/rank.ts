/** Where a line stands among all: later ones are greater. */
export function rank(id: string): number {
  const [version = 0, line = 0] = id.split('.').map(Number);
  return version * 1000 + line;
}
