/** The words of a language that answer a yes-or-no question. */

export type ConsentWords = {
  /** Pictures that answer by themselves. */
  readonly signs: { readonly yes: string; readonly no: string; readonly doubt: string };
  /** The closed list of what consents, alone or with what may stand beside it. */
  readonly yes: readonly string[];
  /** What consents to one question only, by its id or the part before its dot: "order it". */
  readonly at: Readonly<Record<string, readonly string[]>>;
  /** What asks for more than the part that is asked about: "everything". */
  readonly beyond: readonly string[];
  /** What may stand beside a yes or a no and changes nothing: "please", "then", "mate". */
  readonly besides: readonly string[];
  /** Half an assent: asked again where a yes costs something. */
  readonly mild: readonly string[];
  readonly no: readonly string[];
  readonly question: readonly string[];
  readonly wait: readonly string[];
  readonly condition: readonly string[];
  /** Sounds like a yes and means none. */
  readonly irony: readonly string[];
};
