/** What the e-mail channel is told about the shop's mail. */

export type EmailSettings = {
  /**
   * `smtps://user:password@host` or `smtp://host:587`. Off this machine a server without TLS is refused, unless the URL
   * says `?requireTLS=false`: mails carry links that open a conversation.
   */
  readonly smtpUrl: string;
  /** Who writes: the shop. */
  readonly from: { readonly name: string; readonly address: string };
  /**
   * The domain whose mail is given to our door: all that is sent to `reply+…@` and `desk+…@` of it. It is also the domain
   * of our Message-IDs and of the envelope's sender, so it needs SPF; for DMARC it lies within the domain of `from`.
   */
  readonly replyDomain: string;
  /** Signs those addresses: at least 32 random bytes. A new one makes every address given out before invalid. */
  readonly replySecret: string;
  /** What mail servers show at the door: the present one, and while it is changed also the next. */
  readonly inboundSecrets: readonly string[];
};

/** Never given an address, nor anything that somebody wrote. */
export type Log = {
  info(what: object, message: string): void;
  error(what: object, message: string): void;
};
