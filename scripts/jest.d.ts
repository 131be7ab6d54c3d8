/** The status jest ended with: its suites in groups, its counts where EARSHOT_JEST_REPORT names a file. */
export function jest(args: readonly string[], before?: readonly string[]): number;
