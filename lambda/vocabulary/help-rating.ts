/** What shoppers say of the help they had. */

/** How well a person helped: 5 is very well. */
export const HELP_RATINGS = [1, 2, 3, 4, 5] as const;
export type HelpRating = (typeof HELP_RATINGS)[number];
