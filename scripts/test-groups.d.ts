/** The paths of the suites `npm test` runs: neither those that start programs beside them or drive a browser, nor those before a live shop. */
export function usualSuites(): readonly string[];
