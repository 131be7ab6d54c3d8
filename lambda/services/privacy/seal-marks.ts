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
