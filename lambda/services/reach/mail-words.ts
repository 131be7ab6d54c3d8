/** What mail programs write around what is not new, in one language: `mail.json`. Lower case; case does not matter. */

export type MailWords = {
  /** The label of the sender at the head of an older mail, and those of its other headers. */
  readonly from: readonly string[];
  readonly headers: readonly string[];
  /** "On … somebody wrote:". */
  readonly wrote: readonly string[];
  /** How the line begins that a phone adds below: "sent from". */
  readonly sent: readonly string[];
};
