/** Turns of one conversation that others were faster than: they go on one after the other, so that each is overtaken by newcomers only. */

export type Lanes = {
  /**
   * Waits until whoever came before is done, of this conversation and in this process. `signal`: nobody waits for it any
   * more; a lane is held no longer than that, whatever hangs. Throws what `work` throws, and the signal's reason.
   */
  alone<T>(conversationId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
};

export function createLanes(): Lanes {
  /** The last of each lane; a lane that is empty is forgotten. */
  const last = new Map<string, Promise<unknown>>();
  return {
    async alone(conversationId, signal, work) {
      const over = untilAborted(signal);
      const own = (last.get(conversationId) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        return Promise.race([work(), over.aborted]);
      });
      const settled = own.catch(() => undefined);
      last.set(conversationId, settled);
      try {
        return await own;
      } finally {
        over.forget();
        if (last.get(conversationId) === settled) last.delete(conversationId);
      }
    },
  };
}

/** Whoever wins the race, nobody is left to hear of the other. */
function untilAborted(signal: AbortSignal): { readonly aborted: Promise<never>; forget(): void } {
  let tell = () => {};
  const aborted = new Promise<never>((_, reject) => {
    tell = () => reject(signal.reason);
  });
  aborted.catch(() => undefined);
  signal.addEventListener('abort', tell, { once: true });
  return { aborted, forget: () => signal.removeEventListener('abort', tell) };
}
