/** A finding of the rules of speech. */

export type Finding = {
  /** The rule's number in our notes on voice: S1… of speech, R1… of responses. */
  readonly rule: 'S1' | 'S2' | 'S4' | 'S6' | 'S7' | 'S8' | 'S15' | 'S18' | 'R1' | 'R2' | 'R4';
  readonly level: 'error' | 'warning';
  readonly message: string;
};
