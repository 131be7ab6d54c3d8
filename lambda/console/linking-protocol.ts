/** What the console's page is told of linking a guest's speaker. */

export type LinkingHere = {
  /** `terminal`: by a code, in a letter that is printed where the server runs. */
  readonly by: 'terminal' | 'mail' | 'password';
  /** Whom one can sign in as; empty: the shop's own shoppers. */
  readonly emails: readonly string[];
};
