/** Keys of `speech.json` that are a language's own business. */

/** Other words than the system's for single countries, units and hours, and for "or"; with the group they stand in, or without. */
export const OWN = /^(?:format\.)?(?:clock|country|lastOr|unit)_/;
