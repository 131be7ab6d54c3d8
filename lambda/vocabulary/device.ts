/** What a device can do besides speaking. */

/** A speaker's further powers, as its request tells them. */
export type Device = {
  /** Alexa can push a link to the shopper's phone. */
  readonly pushesLinks: boolean;
  /** It shows and can be touched. */
  readonly screen?: true;
  /** Alexa can ask whose voice this is for a PIN of their own. */
  readonly verifies?: true;
  /** Reads the contact data of the speaker's account: with consent, and afresh on every visit. */
  readonly profile?: { readonly endpoint: string; readonly token: string };
};
