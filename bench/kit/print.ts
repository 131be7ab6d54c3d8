/** How measurements speak, and how they end when something is wrong. */

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Figures of wrong answers are worth nothing: then the program fails. */
export function fail(what: string): void {
  print(`WRONG: ${what}`);
  process.exitCode = 1;
}

/** Runs a measurement; what it throws is told whole. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    process.exitCode = 1;
  });
}

export function range(numbers: readonly number[]): string {
  return `${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)}`;
}
