/** The status jest ended with: its suites in groups, its counts where EARSHOT_JEST_REPORT names a file, so many at once. */
export function jest(args: readonly string[], how?: { readonly workers?: number }): number;
