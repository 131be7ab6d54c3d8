/** By what is known that something lies sealed, and where the key is that opens it. */

/** Keys by what they are of. Both throw where the store of keys does not answer. */
export type Keyring = {
  /** null: there is none, or none any more. */
  of(id: string): Promise<Buffer | null>;
  /** Made where there is none. */
  own(id: string): Promise<Buffer | null>;
  readonly log: { error(what: object, message: string): void };
};

/** How what is sealed begins; what was kept before it was, and what no key could be had for, begins otherwise. */
export const MARK = 'sealed:';

/** The key, or none where the store of keys does not answer: what becomes of it then, the log is told. */
export async function keyOrNone(
  asked: Promise<Buffer | null>,
  log: Keyring['log'],
  becomes: string,
): Promise<Buffer | null> {
  try {
    return await asked;
  } catch (error) {
    log.error({ err: error }, `the keys of words cannot be used; ${becomes}`);
    return null;
  }
}
