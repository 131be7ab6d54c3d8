/** Asking over a line that is kept from one request to the next: the other end may have let go of it meanwhile. */

/** Where the line breaks: by the system, and by Node's own client. */
const BROKEN = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/;

/**
 * Only for what changes nothing. Asks once more where the line broke: after a pause, of a loop that was held up or of a machine
 * that was frozen, it is over before anybody here has seen so, and whoever is at its other end was never asked.
 */
export async function askedOverKeptLine<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (signal.aborted || !isBroken(error)) throw error;
    return ask();
  }
}

function isBroken(error: unknown): boolean {
  return BROKEN.test(String(fieldOf(fieldOf(error, 'cause'), 'code')));
}

/** By what it has: an error of Node's own client is of no class of ours. */
function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
