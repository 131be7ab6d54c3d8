/** Whether the disk is believed. One that failed is not, until it has taken all that was committed once more. */

/** What the store is kept on. */
export type Disk = {
  /** Makes durable what was committed before it was called. */
  sync(): Promise<void>;
  /** After a sync that failed: makes all of that certain after all. Throws while it cannot. */
  again(): Promise<void>;
};

export type DiskTrust = {
  /** A sync failed: what to say to whoever waits. */
  lost(error: unknown): Error;
  isSure(): boolean;
  /** Resolves at once while the disk is believed; else tries it, not too often, and throws while it still fails. */
  sure(): Promise<void>;
};

const AGAIN_AFTER_MS = 200;

export function createTrust(disk: Disk | null): DiskTrust {
  let refusal: Error | null = null;
  let trying: Promise<void> | null = null;
  let notBefore = 0;
  const lost = (cause: unknown) => {
    notBefore = performance.now() + AGAIN_AFTER_MS;
    refusal = new Error('the disk could not make it certain', { cause });
    return refusal;
  };
  const tried = async () => {
    // The system may have forgotten what it could not write: until all of it is written again, nothing after it is believed.
    await disk?.again().then(() => {
      refusal = null;
    }, lost);
    trying = null;
  };
  return {
    lost,
    isSure: () => refusal === null,
    async sure() {
      if (!refusal) return;
      if (!trying && performance.now() >= notBefore) trying = tried();
      await trying;
      if (refusal) throw refusal;
    },
  };
}
