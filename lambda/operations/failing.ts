/** How a program of ours ends when it cannot begin: one line for whoever started it. */

export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

export function failWith(error: unknown): never {
  return fail(error instanceof Error ? error.message : String(error));
}

/** Why nobody can listen there. */
export function portProblem(error: Error, port: number): string {
  const busy = 'code' in error && error.code === 'EADDRINUSE';
  return busy ? `Port ${port} is in use; choose another with PORT=3001 npm start` : error.message;
}
