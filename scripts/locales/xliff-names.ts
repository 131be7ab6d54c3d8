/** What XLIFF calls things, and we call in it. */

/** Of version 2.0 and 2.1. */
export const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
/** The category of the note that holds the mark of what a text was. */
export const WAS = 'was';
