/** What addresses on the web end in, as a pattern: where a name of theirs stands in a text without "www". */

export const DOMAINS = String.raw`(?:com|net|org|shop|store|example|eu|it|de|fr|es|co\.uk)`;
